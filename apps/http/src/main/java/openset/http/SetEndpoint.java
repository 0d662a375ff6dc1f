package openset.http;

/** Where SET messages of one participant arrive: octets in, octets out. */
@FunctionalInterface
public interface SetEndpoint {
  /**
   * Answers one message. What SET refuses is answered with the octets of an Error message; an
   * unchecked exception means a bug and becomes status 500 without a word about its cause.
   *
   * @param peer where it came from
   * @param type the media type it came as, one of those the mount accepts
   * @param body the whole message, never longer than the limits of the server allow
   * @return the answer's octets; none for an answer without body (status 204)
   */
  byte[] receive(Peer peer, MediaType type, byte[] body);
}
