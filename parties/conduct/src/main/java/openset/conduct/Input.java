package openset.conduct;

import openset.asn1.Der;
import openset.set.Refused;
import openset.set.message.MessageWrapper;

/** What reaches a conversation: a message, an answer, an order from inside, a timer. */
public sealed interface Input {
  /** A request of a peer, decoded; {@code bytes} are the wrapper as it came. */
  record Received(Peer peer, MessageWrapper wrapper, Der bytes) implements Input {}

  /** A peer's answer to an {@link Effect.Ask} of this conversation. */
  record Answered(String ask, MessageWrapper wrapper, Der bytes) implements Input {}

  /** The answer to an {@link Effect.AskHost}, in the host's own declared DER. */
  record HostAnswered(String ask, Der answer) implements Input {}

  /**
   * No answer came to an ask and none will be waited for any longer. Whether the peer acted is
   * unknown; asking again sends the same bytes, so it is safe.
   */
  record NoAnswer(String ask, String why) implements Input {}

  /** An answer came and was refused by this party's own rules; the conversation has not moved. */
  record AnswerRefused(String ask, Refused refused) implements Input {}

  /** An order from inside the party (ship, buy, capture), in the party's own declared DER. */
  record Told(String order, Der details) implements Input {}

  /** A timer set by {@link Effect.WakeAt} ran out. */
  record TimeRanOut(String timer) implements Input {}
}
