package openset.set.message;

import static openset.asn1.Field.defaulted;
import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Instant;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.Date;
import openset.set.data.RRPID;
import openset.set.data.SWIdent;

/**
 * What is known of a message before it is opened. Nothing in it is protected: it routes and finds
 * duplicates, and what is signed inside must say the same.
 *
 * <pre>
 * MessageHeader ::= SEQUENCE {
 *   version      INTEGER { setVer1(1) } (0..255),
 *   revision     INTEGER (0..255) DEFAULT 0,
 *   date         Date,
 *   messageIDs   [0] MessageIDs OPTIONAL,
 *   rrpid        [1] RRPID OPTIONAL,
 *   swIdent      SWIdent }
 * </pre>
 *
 * <p>Any version decodes, so that it can be answered with versionTooOld or versionTooNew.
 */
public record MessageHeader(
    int version,
    int revision,
    Instant date,
    Optional<MessageIDs> messageIDs,
    Optional<RRPID> rrpid,
    SWIdent swIdent) {
  /** The version this is. */
  public static final int VERSION = 1;

  /** The revision this is. */
  public static final int REVISION = 0;

  public static final Tagged<MessageHeader> TYPE =
      Sequence.sequence(
          "MessageHeader",
          field("version", Asn1.integer(0, 255), MessageHeader::version),
          defaulted("revision", Asn1.integer(0, 255), REVISION, MessageHeader::revision),
          field("date", Date.TYPE, MessageHeader::date),
          optional("messageIDs", MessageIDs.TYPE.implicit(0), MessageHeader::messageIDs),
          optional("rrpid", RRPID.TYPE.implicit(1), MessageHeader::rrpid),
          field("swIdent", SWIdent.TYPE, MessageHeader::swIdent),
          MessageHeader::new);

  /** The header of a message of ours, of this version. */
  public static MessageHeader of(
      Instant date, Optional<MessageIDs> messageIDs, RRPID rrpid, SWIdent swIdent) {
    return new MessageHeader(VERSION, REVISION, date, messageIDs, Optional.of(rrpid), swIdent);
  }
}
