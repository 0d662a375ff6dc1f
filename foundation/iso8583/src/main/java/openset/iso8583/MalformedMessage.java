package openset.iso8583;

/**
 * Octets, or a message, that break a rule of ISO 8583 or of the host link. Names the field and the
 * rule, never the content. Without stack trace: it is an answer to a peer, not a bug.
 */
public final class MalformedMessage extends Exception {
  private static final String UNAUTHENTIC = "message authentication code wrong or missing";

  private final int field;
  private final String rule;

  /**
   * @param field the data element, or 0 for the message type and bitmaps
   * @param rule the rule that was broken, in words
   */
  public MalformedMessage(int field, String rule) {
    super(field == 0 ? rule : "field " + field + ": " + rule, null, false, false);
    this.field = field;
    this.rule = rule;
  }

  /** A message whose authentication code is wrong or missing (H06). */
  static MalformedMessage unauthentic(int field) {
    return new MalformedMessage(field, UNAUTHENTIC);
  }

  /** True when the message is refused because of its authentication code. */
  public boolean isUnauthentic() {
    return rule.equals(UNAUTHENTIC);
  }

  /** The data element at fault, 0 for message type and bitmaps. */
  public int field() {
    return field;
  }

  /** The rule that was broken. */
  public String rule() {
    return rule;
  }
}
