package openset.issuer.card;

/** What a card may do. Only an active card is authorized or registered. */
public enum CardStatus {
  /** In use. */
  ACTIVE,
  /** Stopped for a while by its holder or the issuer. */
  FROZEN,
  /** Reported lost or stolen: never active again. */
  LOST;

  /** Whether a card may go from this status to that one. */
  public boolean mayBecome(CardStatus next) {
    return this != LOST || next == LOST;
  }
}
