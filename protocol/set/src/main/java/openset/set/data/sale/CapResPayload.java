package openset.set.data.sale;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CurrencyAmount;
import openset.set.data.MsgExtensions;

/**
 * The answer about one capture.
 *
 * <pre>
 * CapResPayload ::= SEQUENCE {
 *   capCode            CapCode,
 *   capAmt             CurrencyAmount,
 *   batchID            [0] BatchID OPTIONAL,
 *   batchSequenceNum   [1] BatchSequenceNum OPTIONAL,
 *   cRsPayExtensions   [2] MsgExtensions OPTIONAL }
 * </pre>
 *
 * @param capAmt captured
 */
public record CapResPayload(
    CapCode capCode,
    CurrencyAmount capAmt,
    Optional<BatchID> batchID,
    Optional<BatchSequenceNum> batchSequenceNum,
    Optional<MsgExtensions> cRsPayExtensions) {
  public static final Tagged<CapResPayload> TYPE =
      Sequence.sequence(
          "CapResPayload",
          field("capCode", CapCode.TYPE, CapResPayload::capCode),
          field("capAmt", CurrencyAmount.TYPE, CapResPayload::capAmt),
          optional("batchID", BatchID.TYPE.implicit(0), CapResPayload::batchID),
          optional(
              "batchSequenceNum",
              BatchSequenceNum.TYPE.implicit(1),
              CapResPayload::batchSequenceNum),
          optional(
              "cRsPayExtensions", MsgExtensions.TYPE.implicit(2), CapResPayload::cRsPayExtensions),
          CapResPayload::new);
}
