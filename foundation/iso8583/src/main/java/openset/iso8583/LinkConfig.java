package openset.iso8583;

import java.time.Duration;

/**
 * Where a link goes and who it says it is.
 *
 * @param name the link's name in logs
 * @param peer where it goes
 * @param institution own institution identification code (element 33 of the sign-on), 1-11 digits
 * @param timing its durations
 * @param terms what both ends agreed on
 * @param tap watches its messages pass
 */
public record LinkConfig(
    String name, Peer peer, String institution, Timing timing, LinkTerms terms, Tap tap) {

  /**
   * Where a link goes.
   *
   * @param host the peer's host name or address
   * @param port the peer's TCP port
   */
  public record Peer(String host, int port) {}

  /** With the usual durations and terms, and no tap. */
  public static LinkConfig to(String name, String host, int port, String institution) {
    Peer peer = new Peer(host, port);
    return new LinkConfig(name, peer, institution, Timing.USUAL, LinkTerms.USUAL, Tap.NONE);
  }

  /** The same link with other durations. */
  public LinkConfig with(Timing other) {
    return new LinkConfig(name, peer, institution, other, terms, tap);
  }

  /** The same link on other terms. */
  public LinkConfig with(LinkTerms other) {
    return new LinkConfig(name, peer, institution, timing, other, tap);
  }

  /** The same link with a tap. */
  public LinkConfig with(Tap other) {
    return new LinkConfig(name, peer, institution, timing, terms, other);
  }

  /**
   * Durations of a link.
   *
   * @param connect to wait for a connection and for the answers to sign-on and echo
   * @param idle between two echoes; a link silent for three of them is dropped
   * @param backOffFirst pause before the first attempt to connect again; doubles each time
   * @param backOffMost longest such pause
   * @param grace how long a request waits for a link that is just down
   */
  public record Timing(
      Duration connect,
      Duration idle,
      Duration backOffFirst,
      Duration backOffMost,
      Duration grace) {
    /** 3 s, echo every 20 s, back-off from 50 ms to 5 s, grace 1 s. */
    public static final Timing USUAL =
        new Timing(
            Duration.ofSeconds(3),
            Duration.ofSeconds(20),
            Duration.ofMillis(50),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1));
  }
}
