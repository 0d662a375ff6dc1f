package openset.issuer.dispute;

import java.util.Set;

/** How far a dispute has come, and what may come next (spec/host-link.md, "Disputes"). */
public enum DisputeState {
  /** The holder disputes a line and has a provisional credit. */
  OPENED,
  /** The bank waits for evidence. */
  EVIDENCE_ASKED,
  /** A first chargeback goes or went to the acquirer. */
  CHARGED_BACK,
  /** The chargeback was refused for good. */
  REFUSED,
  /** The acquirer answered with proof and has the money again. */
  REPRESENTED,
  /** The bank gives in. */
  ACCEPTED,
  /** The scheme is to rule; the money is with the issuer. */
  ARBITRATION,
  /** Over, with an outcome; nothing is in suspense. */
  CLOSED;

  /** What may come next. */
  public Set<DisputeState> next() {
    return switch (this) {
      case OPENED -> Set.of(EVIDENCE_ASKED, CHARGED_BACK, CLOSED);
      case EVIDENCE_ASKED -> Set.of(CHARGED_BACK, CLOSED);
      case CHARGED_BACK -> Set.of(REPRESENTED, REFUSED, CLOSED);
      case REFUSED, ACCEPTED -> Set.of(CLOSED);
      case REPRESENTED -> Set.of(ACCEPTED, ARBITRATION);
      case ARBITRATION -> Set.of(REPRESENTED, ACCEPTED, CLOSED);
      case CLOSED -> Set.of();
    };
  }

  /** Whether the bank alone has moved money yet. */
  public boolean isBeforeChargeback() {
    return this == OPENED || this == EVIDENCE_ASKED;
  }
}
