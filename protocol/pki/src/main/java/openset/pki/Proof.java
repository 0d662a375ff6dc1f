package openset.pki;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * That a chain leads from one certificate to a root, and how long that holds.
 *
 * @param above the issuers, nearest first, the root last; empty for a root
 * @param from the latest of all notBefore and thisUpdate on the path
 * @param until the earliest of all notAfter and nextUpdate on the path
 * @param authoritiesBelow how many authorities may follow below the certificate (CERT-25)
 */
record Proof(List<Certificate> above, Instant from, Instant until, int authoritiesBelow) {
  /** How far a peer's clock may be ahead of ours (CERT-07). */
  static final Duration SKEW = Duration.ofMinutes(5);

  /** Whether all parts of the path are in force at {@code now}. */
  boolean holds(Instant now) {
    return !from.isAfter(now.plus(SKEW)) && !until.isBefore(now);
  }

  /** The path from {@code own}, whose proof this is. */
  List<Certificate> path(Certificate own) {
    List<Certificate> path = new ArrayList<>(above.size() + 1);
    path.add(own);
    path.addAll(above);
    return path;
  }

  static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
