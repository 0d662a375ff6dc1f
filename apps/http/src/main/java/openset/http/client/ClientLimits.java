package openset.http.client;

import java.time.Duration;

/**
 * What a client waits for and takes.
 *
 * @param connectTime how long a connection may take to stand
 * @param answerTime how long an answer may take, from the request's last octet to the answer's last
 * @param bodyBytes longest body of an answer, in octets
 * @param connections how many idle connections are kept for the next requests
 */
public record ClientLimits(
    Duration connectTime, Duration answerTime, int bodyBytes, int connections) {
  /** Among participants: 3 s, 20 s, 256 KiB, 64 connections. */
  public static final ClientLimits USUAL =
      new ClientLimits(Duration.ofSeconds(3), Duration.ofSeconds(20), 256 * 1024, 64);

  public ClientLimits {
    if (!connectTime.isPositive() || !answerTime.isPositive()) {
      throw new IllegalArgumentException("times are positive");
    }
    if (bodyBytes <= 0 || connections <= 0) {
      throw new IllegalArgumentException("limits are positive");
    }
  }

  /** The same with other times. */
  public ClientLimits withTimes(Duration connect, Duration answer) {
    return new ClientLimits(connect, answer, bodyBytes, connections);
  }

  /** The same with another longest answer. */
  public ClientLimits withBodyBytes(int octets) {
    return new ClientLimits(connectTime, answerTime, octets, connections);
  }
}
