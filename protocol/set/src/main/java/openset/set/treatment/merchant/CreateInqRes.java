package openset.set.treatment.merchant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.pki.SigningCredential;
import openset.set.data.CurrencyAmount;
import openset.set.data.outcome.AcqCardCodeMsg;
import openset.set.data.outcome.AuthStatus;
import openset.set.data.outcome.CapStatus;
import openset.set.data.outcome.CompletionCode;
import openset.set.data.outcome.CredStatus;
import openset.set.data.outcome.PResPayload;
import openset.set.data.outcome.Results;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapRevOrCredCode;
import openset.set.message.InqRes;
import openset.set.message.MessageWrapper;
import openset.set.operator.EncK;
import openset.set.treatment.Means;

/** Makes InqRes, {@code spec/inquiry.md}: how the purchase stands, in the merchant's own word. */
public final class CreateInqRes {
  private CreateInqRes() {}

  /**
   * What the gateway decided.
   *
   * @param date when we heard it
   * @param authAmt held now; nothing where it is not approved
   * @param acqCardMsg for the cardholder, as it came
   */
  public record Decision(
      Instant date,
      AuthCode authCode,
      CurrencyAmount authAmt,
      Optional<EncK<AcqCardCodeMsg>> acqCardMsg) {}

  /** What was shipped and captured so far, and when the last of it was. */
  public record Captured(Instant date, CurrencyAmount amount) {}

  /** One credit that stands. */
  public record Credited(Instant date, CurrencyAmount amount) {}

  /** What was captured, and what of that was given back. */
  public record Paid(Optional<Captured> captured, List<Credited> credits) {
    /** Nothing yet. */
    public static final Paid NOTHING = new Paid(Optional.empty(), List.of());

    /** What was paid, with a copy of the list. */
    public Paid {
      credits = List.copyOf(credits);
    }

    /** So much was captured, and nothing given back. */
    public static Paid of(Optional<Captured> captured) {
      return new Paid(captured, List.of());
    }
  }

  /**
   * How far a purchase is: the code and what it rests on.
   *
   * @param payloads one for each authorization, the oldest first
   */
  public record Standing(List<PResPayload> payloads) {
    /** A standing with a copy of the list. */
    public Standing {
      payloads = List.copyOf(payloads);
    }

    /** Where nothing more is to be told. */
    public static Standing of(CompletionCode code) {
      return of(new PResPayload(code, Optional.empty(), Optional.empty()));
    }

    /** InqRes-M-04: one part for each authorization. */
    public static Standing of(List<Standing> each) {
      return new Standing(each.stream().flatMap(one -> one.payloads().stream()).toList());
    }

    /**
     * InqRes-M-06: what of it is told to who asks unsigned, which is no more than PRes says: the
     * first authorization, and nothing of what was shipped or given back since.
     */
    public Standing asPResSays() {
      PResPayload first = payloads.getFirst();
      Optional<Results> results =
          first
              .results()
              .map(
                  r ->
                      new Results(
                          r.acqCardMsg(), r.authStatus(), Optional.empty(), Optional.empty()));
      CompletionCode code =
          results.isPresent() ? CompletionCode.authorizationPerformed : first.completionCode();
      return of(new PResPayload(code, results, Optional.empty()));
    }

    private static Standing of(PResPayload payload) {
      return new Standing(List.of(payload));
    }

    /** InqRes-M-05: one entry for each credit that stands. */
    private static Optional<List<CredStatus>> credits(Paid paid, CurrencyAmount purchAmt) {
      List<CredStatus> credits =
          paid.credits().stream()
              .map(
                  c ->
                      new CredStatus(
                          c.date(), CapRevOrCredCode.success, c.amount().shareOf(purchAmt)))
              .toList();
      return Optional.of(credits).filter(list -> !list.isEmpty());
    }

    /**
     * InqRes-M-02: the furthest that was reached, amounts as shares of the purchase amount.
     *
     * @param purchAmt the whole
     */
    public static Standing decided(
        Decision decision, Paid paid, CurrencyAmount purchAmt) {
      AuthStatus auth =
          new AuthStatus(
              decision.date(),
              decision.authCode(),
              decision.authAmt().shareOf(purchAmt),
              Optional.empty());
      Optional<CapStatus> capture =
          paid.captured().map(
              c -> new CapStatus(c.date(), CapCode.success, c.amount().shareOf(purchAmt)));
      Results results =
          new Results(decision.acqCardMsg(), Optional.of(auth), capture, credits(paid, purchAmt));
      CompletionCode code =
          results.credStatusSeq().isPresent()
              ? CompletionCode.creditPerformed
              : capture.isPresent()
                  ? CompletionCode.capturePerformed
                  : CompletionCode.authorizationPerformed;
      return of(new PResPayload(code, Optional.of(results), Optional.empty()));
    }
  }

  /** Answers an inquiry that {@link ProcessInqReq} let through (InqRes-M-01). */
  public static MessageWrapper create(
      CreatePRes.To to, Standing standing, SigningCredential credential, Means means) {
    return MessageWrapper.of(
        CreatePRes.header(to, means),
        new InqRes(CreatePRes.sign(to, standing.payloads(), credential)));
  }
}
