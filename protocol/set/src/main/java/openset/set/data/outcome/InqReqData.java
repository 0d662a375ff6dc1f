package openset.set.data.outcome;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.data.Challenge;
import openset.set.data.MsgExtensions;
import openset.set.data.RRPID;
import openset.set.data.TransIDs;
import openset.set.operator.Content;

/**
 * A cardholder's question how a purchase stands.
 *
 * <pre>
 * InqReqData ::= SEQUENCE {
 *   transIDs          TransIDs,
 *   rrpid             RRPID,
 *   chall-C2          Challenge,
 *   inqRqExtensions   [0] MsgExtensions OPTIONAL }
 * </pre>
 *
 * <p>The field list and its tag are unconfirmed (spec/unconfirmed.md).
 *
 * @param transIDs of the purchase, as in PReq
 * @param challC2 new for each inquiry; InqRes brings it back as chall-C
 */
public record InqReqData(
    TransIDs transIDs,
    RRPID rrpid,
    Challenge challC2,
    Optional<MsgExtensions> inqRqExtensions) {
  public static final Tagged<InqReqData> TYPE =
      Sequence.sequence(
          "InqReqData",
          field("transIDs", TransIDs.TYPE, InqReqData::transIDs),
          field("rrpid", RRPID.TYPE, InqReqData::rrpid),
          field("chall-C2", Challenge.TYPE, InqReqData::challC2),
          optional(
              "inqRqExtensions", MsgExtensions.TYPE.implicit(0), InqReqData::inqRqExtensions),
          InqReqData::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<InqReqData> CONTENT = new Content<>(SetOid.INQ_REQ_DATA, TYPE);
}
