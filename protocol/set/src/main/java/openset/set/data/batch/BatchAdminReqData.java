package openset.set.data.batch;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.data.BrandAndBIN;
import openset.set.data.MsgExtensions;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.BatchStatus;
import openset.set.data.sale.RRTags;
import openset.set.operator.Content;

/**
 * What a merchant wants of one of its batches.
 *
 * <pre>
 * BatchAdminReqData ::= SEQUENCE {
 *   batchAdminRRTags          RRTags,
 *   batchID                   [0] BatchID OPTIONAL,
 *   brandAndBINSeq            [1] SEQUENCE SIZE(1..MAX) OF BrandAndBIN OPTIONAL,
 *   batchOperation            [2] BatchOperation OPTIONAL,
 *   returnBatchSummaryInd     BOOLEAN,
 *   returnTransactionDetail   [3] ReturnTransactionDetail OPTIONAL,
 *   batchStatus               [4] BatchStatus OPTIONAL,
 *   transDetails              [5] TransDetails OPTIONAL,
 *   bARqExtensions            [6] MsgExtensions OPTIONAL }
 * </pre>
 *
 * <p>Field list and tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param batchID empty for the batch that is open, or for a new one
 * @param batchOperation empty where it is only looked at
 * @param batchStatus the merchant's own reckoning
 */
public record BatchAdminReqData(
    RRTags batchAdminRRTags,
    Optional<BatchID> batchID,
    Optional<List<BrandAndBIN>> brandAndBINSeq,
    Optional<BatchOperation> batchOperation,
    boolean returnBatchSummaryInd,
    Optional<ReturnTransactionDetail> returnTransactionDetail,
    Optional<BatchStatus> batchStatus,
    Optional<TransDetails> transDetails,
    Optional<MsgExtensions> bARqExtensions) {
  public static final Tagged<BatchAdminReqData> TYPE =
      Sequence.sequence(
          "BatchAdminReqData",
          field("batchAdminRRTags", RRTags.TYPE, BatchAdminReqData::batchAdminRRTags),
          optional("batchID", BatchID.TYPE.implicit(0), BatchAdminReqData::batchID),
          optional(
              "brandAndBINSeq",
              Repeated.sequenceOf(BrandAndBIN.TYPE, 1).implicit(1),
              BatchAdminReqData::brandAndBINSeq),
          optional(
              "batchOperation",
              BatchOperation.TYPE.implicit(2),
              BatchAdminReqData::batchOperation),
          field("returnBatchSummaryInd", Asn1.BOOLEAN, BatchAdminReqData::returnBatchSummaryInd),
          optional(
              "returnTransactionDetail",
              ReturnTransactionDetail.TYPE.implicit(3),
              BatchAdminReqData::returnTransactionDetail),
          optional("batchStatus", BatchStatus.TYPE.implicit(4), BatchAdminReqData::batchStatus),
          optional("transDetails", TransDetails.TYPE.implicit(5), BatchAdminReqData::transDetails),
          optional(
              "bARqExtensions",
              MsgExtensions.TYPE.implicit(6),
              BatchAdminReqData::bARqExtensions),
          BatchAdminReqData::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<BatchAdminReqData> CONTENT =
      new Content<>(SetOid.BATCH_ADMIN_REQ_DATA, TYPE);
}
