package openset.set.data.credit;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CurrencyAmount;
import openset.set.data.MsgExtensions;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.BatchSequenceNum;
import openset.set.data.sale.CapRevOrCredCode;

/**
 * What became of one reversal of a capture, credit, or reversal of a credit.
 *
 * <pre>
 * CapRevOrCredResPayload ::= SEQUENCE {
 *   capRevOrCredCode        CapRevOrCredCode,
 *   capRevOrCredActualAmt   CurrencyAmount,
 *   batchID                 [0] BatchID OPTIONAL,
 *   batchSequenceNum        [1] BatchSequenceNum OPTIONAL,
 *   cRvRsPayExtensions      [2] MsgExtensions OPTIONAL }
 * </pre>
 *
 * <p>Tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param capRevOrCredActualAmt what was booked; nothing where it was not
 */
public record CapRevOrCredResPayload(
    CapRevOrCredCode capRevOrCredCode,
    CurrencyAmount capRevOrCredActualAmt,
    Optional<BatchID> batchID,
    Optional<BatchSequenceNum> batchSequenceNum,
    Optional<MsgExtensions> cRvRsPayExtensions) {
  public static final Tagged<CapRevOrCredResPayload> TYPE =
      Sequence.sequence(
          "CapRevOrCredResPayload",
          field(
              "capRevOrCredCode",
              CapRevOrCredCode.TYPE,
              CapRevOrCredResPayload::capRevOrCredCode),
          field(
              "capRevOrCredActualAmt",
              CurrencyAmount.TYPE,
              CapRevOrCredResPayload::capRevOrCredActualAmt),
          optional("batchID", BatchID.TYPE.implicit(0), CapRevOrCredResPayload::batchID),
          optional(
              "batchSequenceNum",
              BatchSequenceNum.TYPE.implicit(1),
              CapRevOrCredResPayload::batchSequenceNum),
          optional(
              "cRvRsPayExtensions",
              MsgExtensions.TYPE.implicit(2),
              CapRevOrCredResPayload::cRvRsPayExtensions),
          CapRevOrCredResPayload::new);

  /** Of no batch. */
  public static CapRevOrCredResPayload of(CapRevOrCredCode code, CurrencyAmount booked) {
    return new CapRevOrCredResPayload(
        code, booked, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
