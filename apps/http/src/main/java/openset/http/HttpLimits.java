package openset.http;

import java.time.Duration;

/**
 * What one server lets a peer use.
 *
 * @param bodyBytes longest body of a request, in octets
 * @param headerBytes longest head of a request, in octets
 * @param requestTime how long a request may take to arrive, from its first octet to its last
 * @param idleTime how long a connection may say nothing, between requests or within one
 * @param connections how many connections may be open at once
 * @param concurrent how many requests may be worked on at once; more are told 503
 * @param rate how many requests a second one address may send on average; more are told 429
 * @param burst how many it may send at once after a pause
 */
public record HttpLimits(
    int bodyBytes,
    int headerBytes,
    Duration requestTime,
    Duration idleTime,
    int connections,
    int concurrent,
    int rate,
    int burst) {
  /** For the open network: 256 KiB, 16 KiB, 10 s, 30 s, 1,024, 256, 1,000 a second, 2,000. */
  public static final HttpLimits OPEN =
      new HttpLimits(
          256 * 1024,
          16 * 1024,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          1024,
          256,
          1000,
          2000);

  public HttpLimits {
    boolean positive = bodyBytes > 0 && headerBytes > 0 && connections > 0 && concurrent > 0;
    if (!positive || rate <= 0 || burst <= 0) {
      throw new IllegalArgumentException("limits are positive");
    }
    if (!requestTime.isPositive() || !idleTime.isPositive()) {
      throw new IllegalArgumentException("times are positive");
    }
  }

  /** The same with another longest body. */
  public HttpLimits withBodyBytes(int octets) {
    return new HttpLimits(
        octets, headerBytes, requestTime, idleTime, connections, concurrent, rate, burst);
  }

  /** The same with other times. */
  public HttpLimits withTimes(Duration request, Duration idle) {
    return new HttpLimits(
        bodyBytes, headerBytes, request, idle, connections, concurrent, rate, burst);
  }

  /** The same with another rate for each address. */
  public HttpLimits withRate(int perSecond, int atOnce) {
    return new HttpLimits(
        bodyBytes, headerBytes, requestTime, idleTime, connections, concurrent, perSecond, atOnce);
  }

  /** The same with another number of requests worked on at once. */
  public HttpLimits withConcurrent(int requests) {
    return new HttpLimits(
        bodyBytes, headerBytes, requestTime, idleTime, connections, requests, rate, burst);
  }
}
