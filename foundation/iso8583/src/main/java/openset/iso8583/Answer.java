package openset.iso8583;

/** What became of a request asked over a link. An outcome that is not known is a value too. */
public sealed interface Answer {

  /** The peer answered, and the answer matches the request in every echoed element. */
  record Answered(IsoMessage message) implements Answer {}

  /**
   * No answer that may be believed.
   *
   * @param sent true when the request may have reached the peer: then only a reversal, or the same
   *     request again under the same key, makes the state known
   */
  record NoAnswer(Reason reason, boolean sent) implements Answer {}

  /** Why there is no answer. */
  enum Reason { TIMEOUT, LINK_DOWN }
}
