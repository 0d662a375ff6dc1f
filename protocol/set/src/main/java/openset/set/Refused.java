package openset.set;

/**
 * A message or value of a peer breaks a rule and is not processed. Carries what the peer may know
 * ({@link #code}) and the rule of {@code spec/} that was broken ({@link #rule}), for our log. It
 * never carries octets or fields of the message, and costs no stack trace.
 */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final String rule;

  /**
   * A refusal.
   *
   * @param rule the identifier of the broken rule, such as {@code OP-12}
   */
  public Refused(ErrorCode code, String rule) {
    super(code + " (" + rule + ")", null, false, false);
    this.code = code;
    this.rule = rule;
  }

  /** What the peer is told. */
  public ErrorCode code() {
    return code;
  }

  /** The rule that was broken, for the log only. */
  public String rule() {
    return rule;
  }
}
