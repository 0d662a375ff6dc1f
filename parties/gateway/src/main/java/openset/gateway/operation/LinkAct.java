package openset.gateway.operation;

/** What the gateway's people may do with a link to an acquirer. */
public enum LinkAct {
  /** Asks whether the acquirer is there. */
  ECHO,
  /** Offers a new session key; where the acquirer refuses it, the old one stays. */
  CHANGE_KEY,
  /**
   * Asks nothing more, waits for what is under way, and tells the acquirer. The link stays down
   * until {@link #SIGN_ON}, or until the gateway starts anew.
   */
  SIGN_OFF,
  /** Wants the link up again, and waits until it is. */
  SIGN_ON;

  /** Whether it may be done where a link stands so. */
  public boolean fits(LinkNow now) {
    return switch (this) {
      case SIGN_OFF -> now.wanted();
      case SIGN_ON -> !now.wanted();
      case ECHO -> now.up();
      case CHANGE_KEY -> now.up() && now.agreed().codes();
    };
  }
}
