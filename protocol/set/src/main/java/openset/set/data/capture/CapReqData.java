package openset.set.data.capture;

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
 * Captures that the merchant asks for; the tokens travel beside it as baggage, one for each item in
 * the same order.
 *
 * <pre>
 * CapReqData ::= SEQUENCE {
 *   capRRTags       RRTags,
 *   mThumbs         [0] Thumbs OPTIONAL,
 *   capItemSeq      SEQUENCE SIZE(1..MAX) OF CapItem,
 *   cRqExtensions   [1] MsgExtensions OPTIONAL }
 * </pre>
 */
public record CapReqData(
    RRTags capRRTags,
    Optional<Thumbs> mThumbs,
    List<CapItem> capItemSeq,
    Optional<MsgExtensions> cRqExtensions) {
  public static final Tagged<CapReqData> TYPE =
      Sequence.sequence(
          "CapReqData",
          field("capRRTags", RRTags.TYPE, CapReqData::capRRTags),
          optional("mThumbs", Thumbs.TYPE.implicit(0), CapReqData::mThumbs),
          field("capItemSeq", Repeated.sequenceOf(CapItem.TYPE, 1), CapReqData::capItemSeq),
          optional("cRqExtensions", MsgExtensions.TYPE.implicit(1), CapReqData::cRqExtensions),
          CapReqData::new);

  public CapReqData {
    capItemSeq = List.copyOf(capItemSeq);
  }
}
