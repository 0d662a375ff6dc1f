package openset.authority.registration;

import java.time.Duration;
import java.util.Set;
import openset.pki.issue.CertificatePlan;

/**
 * What the authority decides by itself.
 *
 * @param life of end entities' certificates, at most a year; a cardholder's ends with the card
 * @param rejectionsPerHour after how many rejected cards from one address no bank is asked any more
 *     about that address's until an hour has passed
 * @param unsigned brands whose gateways' certificates do not require the cardholder's signature
 * @param policy what merchants and gateways agree to
 */
public record Rules(
    Duration life, int rejectionsPerHour, Set<String> unsigned, String policy) {
  /** A year, ten rejections, signed payment instructions only. */
  public static Rules usual(String policy) {
    return new Rules(Duration.ofDays(365), 10, Set.of(), policy);
  }

  /** Copies the set. */
  public Rules {
    unsigned = Set.copyOf(unsigned);
  }

  /** The same, where purchases of some brands need no cardholder's signature. */
  public Rules withUnsigned(Set<String> brands) {
    return new Rules(life, rejectionsPerHour, brands, policy);
  }

  /** What a certificate says of what a gateway of that brand takes. */
  CertificatePlan.Terms gateway(String brand) {
    return CertificatePlan.Terms.of(!unsigned.contains(brand));
  }
}
