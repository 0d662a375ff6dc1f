package openset.pki;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import openset.asn1.Der;

/**
 * Proofs found, by the SHA-256 of the whole certificate (CERT-29). Belongs to one {@link Trust}, so
 * that new roots and CRLs begin with none. Bounded by two generations: the older is dropped when
 * the younger is full. Safe for many threads.
 */
final class ProofCache {
  private static final int GENERATION_MAX = 16_384;

  private volatile Map<Der, Proof> young = new ConcurrentHashMap<>();
  private volatile Map<Der, Proof> old = Map.of();

  /** The proof of {@code certificate}, if one is held that is in force at {@code now}. */
  Optional<Proof> find(Certificate certificate, Instant now) {
    Der key = certificate.fingerprint();
    Proof proof = young.get(key);
    if (proof == null) {
      proof = old.get(key);
      if (proof != null) young.put(key, proof);
    }
    return Optional.ofNullable(proof).filter(found -> found.holds(now));
  }

  /** Keeps {@code proof} of {@code certificate}. */
  void keep(Certificate certificate, Proof proof) {
    if (young.size() >= GENERATION_MAX) age();
    young.put(certificate.fingerprint(), proof);
  }

  private synchronized void age() {
    if (young.size() < GENERATION_MAX) return;
    old = young;
    young = new ConcurrentHashMap<>();
  }
}
