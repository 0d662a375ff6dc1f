package openset.set.data.sale;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.BrandID;

/**
 * What a batch adds up to in one brand.
 *
 * <pre>
 * BrandBatchDetails ::= SEQUENCE {
 *   brandID       BrandID,
 *   batchTotals   BatchTotals }
 * </pre>
 */
public record BrandBatchDetails(BrandID brandID, BatchTotals batchTotals) {
  public static final Tagged<BrandBatchDetails> TYPE =
      Sequence.sequence(
          "BrandBatchDetails",
          field("brandID", BrandID.TYPE, BrandBatchDetails::brandID),
          field("batchTotals", BatchTotals.TYPE, BrandBatchDetails::batchTotals),
          BrandBatchDetails::new);
}
