package openset.set.data;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Instant;
import java.util.Optional;
import openset.asn1.Asn1Type;
import openset.asn1.Sequence;
import openset.asn1.Tagged;

/**
 * The identifiers that tie all messages of one purchase together.
 *
 * <pre>
 * TransIDs ::= SEQUENCE {
 *   lid-C      LocalID,
 *   lid-M      [0] LocalID OPTIONAL,
 *   xid        XID,
 *   pReqDate   Date,
 *   paySysID   [1] EXPLICIT PaySysID OPTIONAL,
 *   language   Language }
 *
 * PaySysID ::= SETString { ub-paySysID }    -- 1..64
 * </pre>
 *
 * <p>Tags are unconfirmed (spec/unconfirmed.md). [1] is EXPLICIT because SETString is a CHOICE.
 *
 * @param lidC the wallet's label
 * @param lidM the merchant's label, its order number
 * @param xid the purchase
 * @param pReqDate when the purchase began
 * @param paySysID the purchase in the acquirer's network, once that has named it
 * @param language what the cardholder reads
 */
public record TransIDs(
    LocalID lidC,
    Optional<LocalID> lidM,
    XID xid,
    Instant pReqDate,
    Optional<String> paySysID,
    Language language) {
  private static final Asn1Type<String> PAY_SYS_ID = SETString.type(64);

  public static final Tagged<TransIDs> TYPE =
      Sequence.sequence(
          "TransIDs",
          field("lid-C", LocalID.TYPE, TransIDs::lidC),
          optional("lid-M", LocalID.TYPE.implicit(0), TransIDs::lidM),
          field("xid", XID.TYPE, TransIDs::xid),
          field("pReqDate", Date.TYPE, TransIDs::pReqDate),
          optional("paySysID", PAY_SYS_ID.explicit(1), TransIDs::paySysID),
          field("language", Language.TYPE, TransIDs::language),
          TransIDs::new);
}
