package openset.set.data.sale;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.List;
import java.util.Optional;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;

/**
 * What a batch adds up to, in all and by brand.
 *
 * <pre>
 * BatchDetails ::= SEQUENCE {
 *   batchTotals            BatchTotals,
 *   brandBatchDetailsSeq   [0] SEQUENCE SIZE(1..MAX) OF BrandBatchDetails OPTIONAL }
 * </pre>
 */
public record BatchDetails(
    BatchTotals batchTotals, Optional<List<BrandBatchDetails>> brandBatchDetailsSeq) {
  public static final Tagged<BatchDetails> TYPE =
      Sequence.sequence(
          "BatchDetails",
          field("batchTotals", BatchTotals.TYPE, BatchDetails::batchTotals),
          optional(
              "brandBatchDetailsSeq",
              Repeated.sequenceOf(BrandBatchDetails.TYPE, 1).implicit(0),
              BatchDetails::brandBatchDetailsSeq),
          BatchDetails::new);
}
