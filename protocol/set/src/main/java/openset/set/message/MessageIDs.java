package openset.set.message;

import static openset.asn1.Field.optional;

import java.util.List;
import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.LocalID;
import openset.set.data.TransIDs;
import openset.set.data.XID;

/**
 * The identifiers of a transaction in clear, for routing. What is signed says the same, or the
 * message is refused.
 *
 * <pre>
 * MessageIDs ::= SEQUENCE {
 *   lid-C   [0] LocalID OPTIONAL,
 *   lid-M   [1] LocalID OPTIONAL,
 *   xID     [2] XID OPTIONAL }
 * </pre>
 */
public record MessageIDs(Optional<LocalID> lidC, Optional<LocalID> lidM, Optional<XID> xID) {
  public static final Tagged<MessageIDs> TYPE =
      Sequence.sequence(
          "MessageIDs",
          optional("lid-C", LocalID.TYPE.implicit(0), MessageIDs::lidC),
          optional("lid-M", LocalID.TYPE.implicit(1), MessageIDs::lidM),
          optional("xID", XID.TYPE.implicit(2), MessageIDs::xID),
          MessageIDs::new);

  /** The identifiers of a purchase. */
  public static MessageIDs of(TransIDs ids) {
    return new MessageIDs(Optional.of(ids.lidC()), ids.lidM(), Optional.of(ids.xid()));
  }

  /** Those of the only purchase a message is about; none where it is about several. */
  public static Optional<MessageIDs> ofOnly(List<TransIDs> purchases) {
    return purchases.size() == 1 ? Optional.of(of(purchases.getFirst())) : Optional.empty();
  }
}
