package openset.crypto;

/**
 * What was to be opened is not what was sealed under this key. Says no more on purpose: why it
 * failed would help an attacker only.
 */
public final class Unauthentic extends Exception {
  private static final long serialVersionUID = 1L;

  /** A refusal without detail, cause or stack trace. */
  public Unauthentic() {
    super("not authentic", null, false, false);
  }
}
