package openset.issuer.registration;

import openset.issuer.card.CardExpiry;

/**
 * What the issuer tells a certificate authority about a registration attempt. Causes that must not
 * be told apart (no such card, wrong answer, frozen card, wrong form) are one {@link Rejected}; the
 * precise {@link Rejection} stays in the issuer's audit trail.
 */
public sealed interface Verdict {
  /**
   * The answers are the holder's.
   *
   * @param holderName the name for the certificate, as in the account
   * @param expiry the certificate must not outlive the card
   * @param country ISO 3166 alpha-2 country of the issuer
   */
  record Accepted(String holderName, CardExpiry expiry, String country) implements Verdict {}

  /** Not accepted; no certificate. */
  record Rejected() implements Verdict {}

  /** Three attempts failed: this card cannot be registered until the issuer lifts the lock. */
  record Locked() implements Verdict {}

  /**
   * A person decides; ask again with the id.
   *
   * @param id the attempt
   */
  record Pending(VerificationId id) implements Verdict {}
}
