package openset.http.socket;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How fast each address may send: a bucket of tokens for each, filled steadily, one taken for each
 * request. Addresses are bounded in number; those beyond share one bucket. All addresses of one
 * IPv6 network of 64 bits count as one, since one holder owns them all.
 */
public final class TokenBuckets {
  private static final int ADDRESSES_MAX = 65_536;
  private static final String OTHERS = "others";

  private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final double rate;
  private final double burst;
  private final InstantSource clock;

  /**
   * Buckets, all full.
   *
   * @param rate tokens a second
   * @param burst what a bucket holds
   */
  public TokenBuckets(int rate, int burst, InstantSource clock) {
    this.rate = rate;
    this.burst = burst;
    this.clock = clock;
  }

  /** Takes a token of this address; false when there is none. */
  public boolean take(InetAddress address) {
    String key = key(address);
    if (buckets.size() >= ADDRESSES_MAX && !buckets.containsKey(key)) {
      long now = clock.millis();
      buckets.values().removeIf(bucket -> bucket.filled(now) >= burst);
      key = buckets.size() >= ADDRESSES_MAX ? OTHERS : key;
    }
    boolean[] taken = new boolean[1];
    buckets.compute(key, (name, bucket) -> draw(bucket, taken));
    return taken[0];
  }

  private Bucket draw(Bucket bucket, boolean[] taken) {
    long now = clock.millis();
    double tokens = bucket == null ? burst : bucket.filled(now);
    taken[0] = tokens >= 1;
    return new Bucket(taken[0] ? tokens - 1 : tokens, now);
  }

  private static String key(InetAddress address) {
    byte[] octets = address.getAddress();
    return HexFormat.of().formatHex(octets, 0, address instanceof Inet6Address ? 8 : 4);
  }

  private final class Bucket {
    private final double tokens;
    private final long since;

    Bucket(double tokens, long since) {
      this.tokens = tokens;
      this.since = since;
    }

    double filled(long now) {
      // A clock that was set back gives nothing, and takes nothing away.
      long passed = Math.max(0, now - since);
      return Math.min(burst, tokens + rate * passed / 1000);
    }
  }
}
