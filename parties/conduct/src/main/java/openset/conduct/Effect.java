package openset.conduct;

import java.time.Instant;
import openset.asn1.Der;
import openset.set.data.RRPID;
import openset.set.message.MessageWrapper;
import openset.store.ConversationKey;

/** What a step asks the world to do. It is stored before it is done, and done once or again. */
public sealed interface Effect {
  /** Answers the request with this RRPID, which some peer waits for. */
  record Answer(RRPID rrpid, MessageWrapper wrapper) implements Effect {}

  /**
   * Sends a SET request to a peer; its answer comes back as {@link Input.Answered} under the same
   * {@code name}. Sent again byte for byte after a crash, which SET's RRPID rule makes safe.
   *
   * @param name names the ask within the conversation, for example {@code AuthReq}
   * @param destination where to, for example a URL; the party's policy decides it
   */
  record Ask(String name, String destination, MessageWrapper wrapper) implements Effect {}

  /**
   * Asks a host that does not speak SET (the acquirer's card network, the issuer's registration
   * desk). The request is kept sealed, and only until it is answered.
   *
   * @param name names the ask within the conversation
   * @param host which of the party's {@link Hosts}
   */
  record AskHost(String name, String host, Der request) implements Effect {}

  /**
   * Gives an order to another conversation of this party, which takes it as {@link Input.Told}
   * exactly once. Where it refuses, this conversation gets {@link Input.AnswerRefused} under the
   * order's name.
   */
  record Tell(ConversationKey conversation, String order, Der details) implements Effect {}

  /** Stops repeating an ask of this name to a peer or a host: its answer is no longer wanted. */
  record GiveUp(String ask) implements Effect {}

  /**
   * Asks later what this input answers, byte for byte: the peer could not take it now, and kept
   * nothing of it. Such an answer is not kept either.
   */
  record AskAgain() implements Effect {}

  /**
   * Keeps of what this input received its digest alone: it holds what may not be stored. It is
   * known by that when it comes again.
   */
  record KeepDigest() implements Effect {}

  /**
   * Says that an answer refuses something, for {@link Refusals}; nothing is done.
   *
   * @param message in which it was asked for, for example {@code CapReq}
   * @param code what the peer is told, as the message spells it
   * @param rule the rule of {@code spec/} that was broken
   */
  record Refusal(String message, String code, String rule) implements Effect {}

  /** Wakes the conversation at an instant with {@link Input.TimeRanOut}. */
  record WakeAt(String timer, Instant at) implements Effect {}
}
