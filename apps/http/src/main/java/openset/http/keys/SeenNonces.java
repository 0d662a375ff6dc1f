package openset.http.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which nonces were used lately. Bounded: when more are in use than fit, new ones are refused, for
 * forgetting one too early would let its request be repeated.
 */
final class SeenNonces {
  private static final int COUNT_MAX = 200_000;

  private final Map<String, Instant> seen = new LinkedHashMap<>();
  private final Duration kept;

  SeenNonces(Duration kept) {
    this.kept = kept;
  }

  synchronized boolean isNew(String nonce, Instant now) {
    var oldest = seen.values().iterator();
    while (oldest.hasNext() && oldest.next().plus(kept).isBefore(now)) {
      oldest.remove();
    }
    return seen.size() < COUNT_MAX && seen.putIfAbsent(nonce, now) == null;
  }
}
