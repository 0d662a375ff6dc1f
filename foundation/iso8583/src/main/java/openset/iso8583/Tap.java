package openset.iso8583;

/**
 * Whoever watches messages pass at one end of a host link: which way, which type, how many octets;
 * never the message itself, at most its {@link Picture}. Called on the link's threads, in the order
 * of each direction: be quick. A tap that throws is logged and changes nothing.
 */
@FunctionalInterface
public interface Tap {
  /** Watches nothing. */
  Tap NONE = _ -> {};

  /** Which way, seen from the end that is tapped. */
  enum Way {
    /** Came from the peer. */
    IN,
    /** Goes to the peer. */
    OUT
  }

  /**
   * A message that passed. What is no message has no type and is not seen here.
   *
   * @param link name of the link or the server, as configured
   * @param mti its type
   * @param octets its size, without the header of the frame
   */
  record Passed(String link, Way way, Mti mti, int octets) {}

  /** A message passes: just read, or just about to be written. */
  void passed(Passed message);

  /** Whether this tap wants pictures too: only where people may look, as in a demo world. */
  default boolean wantsPictures() {
    return false;
  }

  /** As {@link #passed}, called after it where pictures are wanted. */
  default void pictured(Passed message, Picture picture) {}
}
