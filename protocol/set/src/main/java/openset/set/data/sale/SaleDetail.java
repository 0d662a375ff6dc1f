package openset.set.data.sale;

import static openset.asn1.Field.defaulted;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.MsgExtensions;

/**
 * What the card network is told of a sale when it is captured.
 *
 * <pre>
 * SaleDetail ::= SEQUENCE {
 *   batchID                   [0] BatchID OPTIONAL,
 *   batchSequenceNum          [1] BatchSequenceNum OPTIONAL,
 *   payRecurInd               [2] PayRecurInd OPTIONAL,
 *   merOrderNum               [3] VisibleString (SIZE(1..25)) OPTIONAL,
 *   authCharInd               [4] AuthCharInd OPTIONAL,
 *   customerReferenceNumber   [8] VisibleString (SIZE(1..17)) OPTIONAL,
 *   customerServicePhone      [9] VisibleString (SIZE(1..32)) OPTIONAL,
 *   okToPrintPhoneInd         [10] BOOLEAN DEFAULT TRUE,
 *   saleExtensions            [11] MsgExtensions OPTIONAL }
 * </pre>
 *
 * <p>SET 1.0 has marketSpecSaleData [5], commercialCardData [6] and orderSummary [7] too. OpenSET
 * leaves them out: they tell the bank what was bought. Tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param merOrderNum the merchant's own number of the sale
 */
public record SaleDetail(
    Optional<BatchID> batchID,
    Optional<BatchSequenceNum> batchSequenceNum,
    Optional<PayRecurInd> payRecurInd,
    Optional<String> merOrderNum,
    Optional<AuthCharInd> authCharInd,
    Optional<String> customerReferenceNumber,
    Optional<String> customerServicePhone,
    boolean okToPrintPhoneInd,
    Optional<MsgExtensions> saleExtensions) {
  public static final Tagged<SaleDetail> TYPE =
      Sequence.sequence(
          "SaleDetail",
          optional("batchID", BatchID.TYPE.implicit(0), SaleDetail::batchID),
          optional(
              "batchSequenceNum", BatchSequenceNum.TYPE.implicit(1), SaleDetail::batchSequenceNum),
          optional("payRecurInd", PayRecurInd.TYPE.implicit(2), SaleDetail::payRecurInd),
          optional(
              "merOrderNum",
              Asn1.sized(Asn1.VISIBLE_STRING, 1, 25).implicit(3),
              SaleDetail::merOrderNum),
          optional("authCharInd", AuthCharInd.TYPE.implicit(4), SaleDetail::authCharInd),
          optional(
              "customerReferenceNumber",
              Asn1.sized(Asn1.VISIBLE_STRING, 1, 17).implicit(8),
              SaleDetail::customerReferenceNumber),
          optional(
              "customerServicePhone",
              Asn1.sized(Asn1.VISIBLE_STRING, 1, 32).implicit(9),
              SaleDetail::customerServicePhone),
          defaulted(
              "okToPrintPhoneInd", Asn1.BOOLEAN.implicit(10), true, SaleDetail::okToPrintPhoneInd),
          optional("saleExtensions", MsgExtensions.TYPE.implicit(11), SaleDetail::saleExtensions),
          SaleDetail::new);

  /** Nothing to tell. */
  public static final SaleDetail NOTHING = in(Optional.empty());

  /** Nothing but the batch that the sale shall fall into. */
  public static SaleDetail into(BatchID batchID) {
    return in(Optional.of(batchID));
  }

  private static SaleDetail in(Optional<BatchID> batchID) {
    return new SaleDetail(
        batchID,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        Optional.empty());
  }
}
