package openset.evidence.verdict;

import openset.pki.Untrusted;
import openset.set.ErrorCode;
import openset.set.Refused;

/** A claim that does not hold, or is not proved. No stack trace: it is an answer, not a fault. */
final class Unproved extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Status status;
  private final transient Cause cause;
  private final transient Words words;

  Unproved(Status status, Cause cause, Words words) {
    super(words.en(), null, false, false);
    this.status = status;
    this.cause = cause;
    this.words = words;
  }

  static Unproved wrong(Cause cause, Words words) {
    return new Unproved(Status.WRONG, cause, words);
  }

  /** What a refused signature means. */
  static Unproved of(Refused refused, Words who) {
    return of(cause(refused.code(), refused.rule()), who);
  }

  /** What a refused certificate means. */
  static Unproved of(Untrusted untrusted, Words who) {
    Cause cause =
        switch (untrusted.reason()) {
          case EXPIRED -> Cause.EXPIRED;
          case REVOKED -> Cause.REVOKED;
          case BRAND, USAGE -> Cause.OTHER_SIGNER;
          case NOT_CURRENT_CRL -> Cause.NOT_LISTED;
          case INVALID, MISSING -> Cause.UNTRUSTED;
        };
    return of(cause, who);
  }

  private static Unproved of(Cause cause, Words who) {
    Status status = cause == Cause.NOT_LISTED ? Status.NOT_PROVED : Status.WRONG;
    return new Unproved(status, cause, who.then(Phrase.of(cause)));
  }

  private static Cause cause(ErrorCode code, String rule) {
    if (rule.startsWith("CRL-")) return Cause.NOT_LISTED;
    if (rule.startsWith("CERT-28") || rule.startsWith("CERT-24")) return Cause.OTHER_SIGNER;
    return switch (code) {
      case revokedCertificate -> Cause.REVOKED;
      case expiredCertificate -> Cause.EXPIRED;
      case missingCertificate, invalidCertificate -> Cause.UNTRUSTED;
      case decodingFailure -> Cause.CONTENT;
      default -> Cause.SIGNATURE;
    };
  }

  Finding as(Kind kind, String part) {
    return new Finding(kind, part, status, cause, words);
  }
}
