package openset.set.data.batch;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.MsgExtensions;
import openset.set.data.RRPID;
import openset.set.data.TransIDs;
import openset.set.data.sale.BatchSequenceNum;

/**
 * One item of a batch.
 *
 * <pre>
 * TransactionDetail ::= SEQUENCE {
 *   transIDs                TransIDs,
 *   authRRPID               RRPID,
 *   brandID                 BrandID,
 *   batchSequenceNum        BatchSequenceNum,
 *   reimbursementID         [0] ReimbursementID OPTIONAL,
 *   transactionAmt          CurrencyAmount,
 *   transactionAmtType      AmountType,
 *   transactionStatus       [1] TransactionStatus OPTIONAL,
 *   transDetailExtensions   [2] MsgExtensions OPTIONAL }
 * </pre>
 *
 * <p>Field list and tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param authRRPID of the authorization it is of
 */
public record TransactionDetail(
    TransIDs transIDs,
    RRPID authRRPID,
    BrandID brandID,
    BatchSequenceNum batchSequenceNum,
    Optional<ReimbursementID> reimbursementID,
    CurrencyAmount transactionAmt,
    AmountType transactionAmtType,
    Optional<TransactionStatus> transactionStatus,
    Optional<MsgExtensions> transDetailExtensions) {
  public static final Tagged<TransactionDetail> TYPE =
      Sequence.sequence(
          "TransactionDetail",
          field("transIDs", TransIDs.TYPE, TransactionDetail::transIDs),
          field("authRRPID", RRPID.TYPE, TransactionDetail::authRRPID),
          field("brandID", BrandID.TYPE, TransactionDetail::brandID),
          field("batchSequenceNum", BatchSequenceNum.TYPE, TransactionDetail::batchSequenceNum),
          optional(
              "reimbursementID",
              ReimbursementID.TYPE.implicit(0),
              TransactionDetail::reimbursementID),
          field("transactionAmt", CurrencyAmount.TYPE, TransactionDetail::transactionAmt),
          field("transactionAmtType", AmountType.TYPE, TransactionDetail::transactionAmtType),
          optional(
              "transactionStatus",
              TransactionStatus.TYPE.implicit(1),
              TransactionDetail::transactionStatus),
          optional(
              "transDetailExtensions",
              MsgExtensions.TYPE.implicit(2),
              TransactionDetail::transDetailExtensions),
          TransactionDetail::new);
}
