package openset.set.data.batch;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.BrandID;

/**
 * Which items of a batch are asked for.
 *
 * <pre>
 * ReturnTransactionDetail ::= SEQUENCE {
 *   startingPoint   INTEGER (0..999999999),
 *   maximumItems    INTEGER (1..999999999),
 *   errorsOnlyInd   BOOLEAN,
 *   brandID         [0] EXPLICIT BrandID OPTIONAL }
 * </pre>
 *
 * <p>Field list and tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param startingPoint 0 for the first items, else nextStartingPoint of the answer before
 * @param maximumItems how many are taken at most; the gateway may give fewer
 * @param errorsOnlyInd whether only items are wanted that were not booked
 */
public record ReturnTransactionDetail(
    int startingPoint,
    int maximumItems,
    boolean errorsOnlyInd,
    Optional<BrandID> brandID) {
  public static final Tagged<ReturnTransactionDetail> TYPE =
      Sequence.sequence(
          "ReturnTransactionDetail",
          field(
              "startingPoint",
              Asn1.integer(0, 999_999_999),
              ReturnTransactionDetail::startingPoint),
          field(
              "maximumItems",
              Asn1.integer(1, 999_999_999),
              ReturnTransactionDetail::maximumItems),
          field("errorsOnlyInd", Asn1.BOOLEAN, ReturnTransactionDetail::errorsOnlyInd),
          optional("brandID", BrandID.TYPE.explicit(0), ReturnTransactionDetail::brandID),
          ReturnTransactionDetail::new);
}
