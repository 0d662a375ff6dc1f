package openset.set.data.credit;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.List;
import java.util.Optional;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.MsgExtensions;
import openset.set.data.Thumbs;
import openset.set.data.sale.RRTags;

/**
 * Captures that the merchant takes back, money it gives back, or credits it takes back; the tokens
 * travel beside it as baggage, one for each item in the same order.
 *
 * <pre>
 * CapRevOrCredReqData ::= SEQUENCE {
 *   capRevOrCredRRTags       RRTags,
 *   mThumbs                  [0] Thumbs OPTIONAL,
 *   capRevOrCredReqItemSeq   SEQUENCE SIZE(1..MAX) OF CapRevOrCredReqItem,
 *   cRvRqExtensions          [1] MsgExtensions OPTIONAL }
 * CapRevData     ::= CapRevOrCredReqData
 * CredReqData    ::= CapRevOrCredReqData
 * CredRevReqData ::= CapRevOrCredReqData
 * </pre>
 *
 * <p>Tags are unconfirmed (spec/unconfirmed.md).
 */
public record CapRevOrCredReqData(
    RRTags capRevOrCredRRTags,
    Optional<Thumbs> mThumbs,
    List<CapRevOrCredReqItem> capRevOrCredReqItemSeq,
    Optional<MsgExtensions> cRvRqExtensions) {
  public static final Tagged<CapRevOrCredReqData> TYPE =
      Sequence.sequence(
          "CapRevOrCredReqData",
          field("capRevOrCredRRTags", RRTags.TYPE, CapRevOrCredReqData::capRevOrCredRRTags),
          optional("mThumbs", Thumbs.TYPE.implicit(0), CapRevOrCredReqData::mThumbs),
          field(
              "capRevOrCredReqItemSeq",
              Repeated.sequenceOf(CapRevOrCredReqItem.TYPE, 1),
              CapRevOrCredReqData::capRevOrCredReqItemSeq),
          optional(
              "cRvRqExtensions",
              MsgExtensions.TYPE.implicit(1),
              CapRevOrCredReqData::cRvRqExtensions),
          CapRevOrCredReqData::new);

  public CapRevOrCredReqData {
    capRevOrCredReqItemSeq = List.copyOf(capRevOrCredReqItemSeq);
  }
}
