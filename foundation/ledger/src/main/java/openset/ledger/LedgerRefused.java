package openset.ledger;

/** The ledger does not do what was asked, and nothing has changed. It has no stack trace. */
public final class LedgerRefused extends Exception {
  private final Reason reason;

  /** Why. */
  public enum Reason {
    /** The id stands already, with other content. */
    ID_TAKEN,
    /** An account is not in this ledger. */
    NO_SUCH_ACCOUNT,
    /** An amount is not in the account's currency. */
    WRONG_CURRENCY,
    /** There is no such hold. */
    NO_SUCH_HOLD,
    /** The hold was posted or voided before, otherwise than asked now. */
    HOLD_ENDED,
    /** The hold's time is over. */
    HOLD_EXPIRED,
    /** More is to be posted than was held, or nothing. */
    BEYOND_HOLD
  }

  LedgerRefused(Reason reason, String what) {
    super(reason + ": " + what, null, false, false);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
