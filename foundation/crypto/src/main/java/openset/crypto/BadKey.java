package openset.crypto;

/** A public or private key that breaks a rule. The message names the rule, never the key. */
public final class BadKey extends Exception {
  private static final long serialVersionUID = 1L;

  /** A refusal that names {@code rule}; it carries no stack trace. */
  public BadKey(String rule) {
    super(rule, null, false, false);
  }
}
