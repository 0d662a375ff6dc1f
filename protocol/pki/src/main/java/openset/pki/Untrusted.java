package openset.pki;

/**
 * A certificate, CRL or brand CRL identifier that path validation refuses. The message names the
 * rule of spec/certificates.md or spec/crl.md, never a name or number out of the certificate. No
 * stack trace: it is an answer, not a fault.
 */
public final class Untrusted extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why, as far as a peer may be told apart. */
  public enum Reason {
    /** Breaks the profile, is not signed by its issuer, or stands wrongly in the hierarchy. */
    INVALID,
    /** Not valid yet, or no longer. */
    EXPIRED,
    /** On its issuer's CRL. */
    REVOKED,
    /** No chain to a root we trust can be made of what is at hand. */
    MISSING,
    /** Another brand's. */
    BRAND,
    /** Of another type, or its key for another use. */
    USAGE,
    /** An issuer's CRL is missing, stale, from the future, or older than one already held. */
    NOT_CURRENT_CRL
  }

  private final Reason reason;
  private final String rule;

  /** A refusal for {@code reason}, by {@code rule}. */
  public Untrusted(Reason reason, String rule) {
    super(reason + ": " + rule, null, false, false);
    this.reason = reason;
    this.rule = rule;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** The rule that was broken. */
  public String rule() {
    return rule;
  }
}
