package openset.client;

/** The merchant's API said no. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String rule;

  Refused(int status, String rule, String detail) {
    super(status + " " + rule + (detail.isEmpty() ? "" : ": " + detail));
    this.status = status;
    this.rule = rule;
  }

  /** The HTTP status: 401 for a wrong key, 404 for an order that is not there, and so on. */
  public int status() {
    return status;
  }

  /** The rule that was broken, such as {@code Ship-02}. */
  public String rule() {
    return rule;
  }
}
