package openset.store;

import java.util.Optional;

/**
 * Which way a journalled message went, the peer at the other end and, for a message that has one,
 * the RRPID that binds request and answer.
 */
public record Exchange(Direction direction, String peer, Optional<byte[]> rrpid) {
  /** Whether a message came or went. */
  public enum Direction {
    /** It came from the peer. */
    IN,
    /** It went to the peer. */
    OUT
  }

  /** A message from the peer. */
  public static Exchange in(String peer, byte[] rrpid) {
    return new Exchange(Direction.IN, peer, Optional.of(rrpid.clone()));
  }

  /** A message from the peer that carries no RRPID. */
  public static Exchange in(String peer) {
    return new Exchange(Direction.IN, peer, Optional.empty());
  }

  /** A message to the peer. */
  public static Exchange out(String peer, byte[] rrpid) {
    return new Exchange(Direction.OUT, peer, Optional.of(rrpid.clone()));
  }

  /** A message to the peer that carries no RRPID. */
  public static Exchange out(String peer) {
    return new Exchange(Direction.OUT, peer, Optional.empty());
  }
}
