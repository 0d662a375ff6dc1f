package openset.issuer.host;

import java.util.HashSet;
import java.util.Set;

/**
 * The institutions on the issuer's links.
 *
 * @param own the issuer's institution code
 * @param acquirers who may ask for authorizations and reverse them; the code with which each
 *     signs on is the one it sends in element 32
 * @param clearing who may present and settle
 */
public record Peers(String own, Set<String> acquirers, String clearing) {
  public Peers {
    acquirers = Set.copyOf(acquirers);
  }

  /** All that may sign on. */
  public Set<String> all() {
    Set<String> all = new HashSet<>(acquirers);
    all.add(clearing);
    return all;
  }
}
