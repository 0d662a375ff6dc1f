package openset.http.issuer;

import java.util.List;
import java.util.Optional;
import openset.issuer.desk.DisputeView;
import openset.issuer.dispute.Dispute;
import openset.issuer.dispute.DisputeState;
import openset.issuer.dispute.Evidence;

/** Disputes as JSON. Amounts are minor units; times are UTC. */
public final class DisputeJson {
  private DisputeJson() {}

  /**
   * A holder's wish.
   *
   * @param line id of the statement's line
   * @param reason a code of 4 letters or its name, as NOT_RECEIVED
   * @param story in the holder's words, up to 2000 characters
   */
  public record Wish(String line, long amountMinor, String reason, String story) {
    /** Nothing of what the holder says. */
    @Override
    public String toString() {
      return "Wish[" + line + "]";
    }
  }

  /**
   * A bundle of evidence.
   *
   * @param pieces its base64, cut into texts of at most 64 KiB
   */
  public record Bundle(List<String> pieces) {
    /** Nothing of it. */
    @Override
    public String toString() {
      return "Bundle";
    }
  }

  /** How to close: MERCHANT, WITHDRAWN or BANK. */
  public record Close(String outcome) {}

  /** The disputes of an account, the newest first. */
  public record Listed(List<Short> disputes) {
    static Listed of(List<Dispute> disputes) {
      return new Listed(disputes.stream().map(Short::of).toList());
    }
  }

  /** One dispute in short. */
  public record Short(
      String number,
      String accountId,
      long amountMinor,
      int currency,
      String reason,
      String state,
      Optional<String> outcome,
      String opened) {
    static Short of(Dispute dispute) {
      return new Short(
          dispute.number(),
          dispute.account().toString(),
          dispute.claim().amount().minor(),
          dispute.claim().amount().currency(),
          dispute.claim().reason().name(),
          dispute.standing().state().name(),
          dispute.standing().outcome().map(Enum::name),
          dispute.standing().opened().toString());
    }
  }

  /** One dispute with all that is known of it, and what may be done next. */
  public record Whole(
      Short dispute,
      String story,
      long suspenseMinor,
      List<String> next,
      List<Step> steps,
      List<Attached> evidence) {
    static Whole of(DisputeView view) {
      Dispute dispute = view.dispute();
      return new Whole(
          Short.of(dispute),
          dispute.claim().story(),
          dispute.standing().suspenseMinor(),
          dispute.standing().state().next().stream().map(DisputeState::name).sorted().toList(),
          view.steps().stream()
              .map(
                  step ->
                      new Step(
                          step.state().name(), step.note(), step.by(), step.at().toString()))
              .toList(),
          view.evidence().stream().map(Attached::of).toList());
    }

    /** Nothing of what the holder says. */
    @Override
    public String toString() {
      return "Whole[" + dispute + "]";
    }
  }

  /** One step. */
  public record Step(String state, String note, String by, String at) {}

  /** One bundle: its SHA-256 and what it proves. */
  public record Attached(
      String digest, String proposal, List<Found> findings, String by, String at) {
    static Attached of(Evidence evidence) {
      return new Attached(
          evidence.name(),
          evidence.verdict().proposal().name(),
          evidence.verdict().findings().stream()
              .map(finding -> new Found(finding.proved(), finding.en(), finding.zh()))
              .toList(),
          evidence.by(),
          evidence.at().toString());
    }
  }

  /** One thing that is proved, or not, in English and Chinese. */
  public record Found(boolean proved, String en, String zh) {}
}
