package openset.set.data.batch;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.data.MsgExtensions;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.BatchStatus;
import openset.set.data.sale.RRTags;
import openset.set.operator.Content;

/**
 * How a batch stands after a request about it.
 *
 * <pre>
 * BatchAdminResData ::= SEQUENCE {
 *   batchAdminTags       RRTags,
 *   batchID              BatchID,
 *   bAStatus             [0] BAStatus OPTIONAL,
 *   batchStatus          [1] BatchStatus OPTIONAL,
 *   transmissionStatus   [2] TransmissionStatus OPTIONAL,
 *   settlementInfo       [3] VisibleString (SIZE(1..128)) OPTIONAL,
 *   transDetails         [4] TransDetails OPTIONAL,
 *   bARsExtensions       [5] MsgExtensions OPTIONAL }
 * </pre>
 *
 * <p>Field list and tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param batchAdminTags as asked
 * @param batchID 0 where there is no batch to speak of
 * @param batchStatus the gateway's reckoning
 */
public record BatchAdminResData(
    RRTags batchAdminTags,
    BatchID batchID,
    Optional<BAStatus> bAStatus,
    Optional<BatchStatus> batchStatus,
    Optional<TransmissionStatus> transmissionStatus,
    Optional<String> settlementInfo,
    Optional<TransDetails> transDetails,
    Optional<MsgExtensions> bARsExtensions) {
  public static final Tagged<BatchAdminResData> TYPE =
      Sequence.sequence(
          "BatchAdminResData",
          field("batchAdminTags", RRTags.TYPE, BatchAdminResData::batchAdminTags),
          field("batchID", BatchID.TYPE, BatchAdminResData::batchID),
          optional("bAStatus", BAStatus.TYPE.implicit(0), BatchAdminResData::bAStatus),
          optional("batchStatus", BatchStatus.TYPE.implicit(1), BatchAdminResData::batchStatus),
          optional(
              "transmissionStatus",
              TransmissionStatus.TYPE.implicit(2),
              BatchAdminResData::transmissionStatus),
          optional(
              "settlementInfo",
              Asn1.sized(Asn1.VISIBLE_STRING, 1, 128).implicit(3),
              BatchAdminResData::settlementInfo),
          optional("transDetails", TransDetails.TYPE.implicit(4), BatchAdminResData::transDetails),
          optional(
              "bARsExtensions",
              MsgExtensions.TYPE.implicit(5),
              BatchAdminResData::bARsExtensions),
          BatchAdminResData::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<BatchAdminResData> CONTENT =
      new Content<>(SetOid.BATCH_ADMIN_RES_DATA, TYPE);
}
