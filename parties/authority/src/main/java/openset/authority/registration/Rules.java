package openset.authority.registration;

import java.time.Duration;
import openset.pki.issue.CertificatePlan;

/**
 * What the authority decides by itself.
 *
 * @param life of end entities' certificates, at most a year; a cardholder's ends with the card
 * @param rejectionsPerHour after how many rejected cards from one address no bank is asked any more
 *     about that address's until an hour has passed
 * @param gateway what gateways' certificates say of what they take
 * @param policy what merchants and gateways agree to
 */
public record Rules(
    Duration life, int rejectionsPerHour, CertificatePlan.Terms gateway, String policy) {
  /** A year, ten rejections, signed payment instructions only. */
  public static Rules usual(String policy) {
    return new Rules(Duration.ofDays(365), 10, CertificatePlan.Terms.of(true), policy);
  }
}
