package openset.set.message;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.MsgExtensions;

/**
 * Every message of SET as it travels: a header in clear, the message, and extensions of the
 * transport. The wrapper itself is neither signed nor sealed.
 *
 * <pre>
 * MessageWrapper ::= SEQUENCE {
 *   messageHeader   MessageHeader,
 *   message         [0] EXPLICIT Message,
 *   mwExtensions    [1] MsgExtensions OPTIONAL }
 * </pre>
 */
public record MessageWrapper(
    MessageHeader messageHeader, Message message, Optional<MsgExtensions> mwExtensions) {
  public static final Tagged<MessageWrapper> TYPE =
      Sequence.sequence(
          "MessageWrapper",
          field("messageHeader", MessageHeader.TYPE, MessageWrapper::messageHeader),
          field("message", Message.TYPE.explicit(0), MessageWrapper::message),
          optional("mwExtensions", MsgExtensions.TYPE.implicit(1), MessageWrapper::mwExtensions),
          MessageWrapper::new);

  /** A message of ours, without extensions. */
  public static MessageWrapper of(MessageHeader header, Message message) {
    return new MessageWrapper(header, message, Optional.empty());
  }
}
