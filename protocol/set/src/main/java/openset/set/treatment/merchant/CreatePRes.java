package openset.set.treatment.merchant;

import java.util.List;
import java.util.Optional;
import openset.pki.SigningCredential;
import openset.set.data.Challenge;
import openset.set.data.CurrencyAmount;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;
import openset.set.data.TransIDs;
import openset.set.data.outcome.AuthStatus;
import openset.set.data.outcome.CapStatus;
import openset.set.data.outcome.CompletionCode;
import openset.set.data.outcome.PResData;
import openset.set.data.outcome.PResPayload;
import openset.set.data.outcome.Results;
import openset.set.message.MessageHeader;
import openset.set.message.MessageIDs;
import openset.set.message.MessageWrapper;
import openset.set.message.PRes;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.set.treatment.Means;

/** Makes PRes, {@code spec/preq.md}: how far the purchase has come, in the merchant's own word. */
public final class CreatePRes {
  private CreatePRes() {}

  /** Which PReq, or which inquiry, is answered. */
  public record To(TransIDs transIDs, RRPID rrpid, Challenge challC) {
    /** The answer to an order that was accepted. */
    public static To order(AcceptedOrder order) {
      return new To(order.transIDs(), order.rrpid(), order.challC());
    }
  }

  /** The cardholder did not agree to our offer: nothing was asked of any bank. */
  public static MessageWrapper rejected(To to, SigningCredential credential, Means means) {
    return create(to, plain(CompletionCode.orderRejected), credential, means);
  }

  /** The order is here; its authorization is not known yet. */
  public static MessageWrapper received(To to, SigningCredential credential, Means means) {
    return create(to, plain(CompletionCode.orderReceived), credential, means);
  }

  /**
   * The gateway answered. PRes-M-01: its message for the cardholder is passed on as it came.
   *
   * @param purchAmt of which the authorized amount is told as a share (PRes-M-02)
   */
  public static MessageWrapper authorized(
      To to,
      ProcessAuthRes.Outcome outcome,
      CurrencyAmount purchAmt,
      SigningCredential credential,
      Means means) {
    AuthStatus status =
        new AuthStatus(
            means.now(),
            outcome.authCode(),
            outcome.authAmt().shareOf(purchAmt),
            Optional.empty());
    Optional<CapStatus> captured =
        outcome
            .capResPayload()
            .map(
                payload ->
                    new CapStatus(
                        means.now(), payload.capCode(), payload.capAmt().shareOf(purchAmt)));
    Results results =
        new Results(
            outcome.acqCardMsg(), Optional.of(status), captured, Optional.empty());
    CompletionCode reached =
        captured.isPresent()
            ? CompletionCode.capturePerformed
            : CompletionCode.authorizationPerformed;
    PResPayload payload =
        new PResPayload(reached, Optional.of(results), Optional.empty());
    return create(to, payload, credential, means);
  }

  private static PResPayload plain(CompletionCode code) {
    return new PResPayload(code, Optional.empty(), Optional.empty());
  }

  private static MessageWrapper create(
      To to, PResPayload payload, SigningCredential credential, Means means) {
    return MessageWrapper.of(header(to, means), sign(to, List.of(payload), credential));
  }

  static PRes sign(To to, List<PResPayload> payloads, SigningCredential credential) {
    PResData data =
        new PResData(to.transIDs(), to.rrpid(), to.challC(), Optional.empty(), payloads);
    return new PRes(S.sign(Signatory.of(credential), PResData.CONTENT, data));
  }

  static MessageHeader header(To to, Means means) {
    return MessageHeader.of(
        means.now(),
        Optional.of(MessageIDs.of(to.transIDs())),
        to.rrpid(),
        new SWIdent(means.policy().swIdent()));
  }
}
