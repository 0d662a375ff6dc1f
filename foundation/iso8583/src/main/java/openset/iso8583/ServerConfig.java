package openset.iso8583;

import java.time.Duration;
import java.util.Set;

/**
 * How a server of host links behaves.
 *
 * @param name its name in logs
 * @param at where it listens
 * @param institutions codes that may sign on
 * @param limits bounds on what peers may do
 * @param terms what it agreed on with all of them
 * @param tap watches the messages of all its connections pass
 */
public record ServerConfig(
    String name, Place at, Set<String> institutions, Limits limits, LinkTerms terms, Tap tap) {

  /**
   * Where a server listens.
   *
   * @param host address to listen on
   * @param port TCP port, 0 for a free one
   */
  public record Place(String host, int port) {}

  public ServerConfig {
    institutions = Set.copyOf(institutions);
  }

  /** With the usual limits and terms, and no tap. */
  public static ServerConfig on(String name, String host, int port, Set<String> institutions) {
    Place at = new Place(host, port);
    return new ServerConfig(name, at, institutions, Limits.USUAL, LinkTerms.USUAL, Tap.NONE);
  }

  /** The same server with other limits. */
  public ServerConfig with(Limits other) {
    return new ServerConfig(name, at, institutions, other, terms, tap);
  }

  /** The same server on other terms. */
  public ServerConfig with(LinkTerms other) {
    return new ServerConfig(name, at, institutions, limits, other, tap);
  }

  /** The same server with a tap. */
  public ServerConfig with(Tap other) {
    return new ServerConfig(name, at, institutions, limits, terms, other);
  }

  /**
   * Bounds on what peers may do.
   *
   * @param connections open at one time
   * @param message octets of one message
   * @param atOnce requests of one connection being answered at one time; more wait unread
   * @param networkBurst network messages (sign-on, echo) at once per connection, and sign-ons at
   *     once over all connections times ten
   * @param networkEvery time after which one more network message is allowed
   * @param silence a connection silent for so long is dropped, and one whose frame takes so long
   */
  public record Limits(
      int connections,
      int message,
      int atOnce,
      int networkBurst,
      Duration networkEvery,
      Duration silence) {
    /** 64 connections, 4096 octets, 1024 at once, 10 network messages and 1 a second, 60 s. */
    public static final Limits USUAL =
        new Limits(64, 4096, 1024, 10, Duration.ofSeconds(1), Duration.ofSeconds(60));
  }
}
