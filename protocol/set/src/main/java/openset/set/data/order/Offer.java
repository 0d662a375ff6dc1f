package openset.set.data.order;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.Date;
import openset.set.data.LocalID;
import openset.set.data.Salt;
import openset.set.data.sale.InstallRecurData;
import openset.set.operator.Content;

/**
 * What the merchant offers: the order it will deliver and the price it asks. The merchant gives it
 * out when the order is placed, byte for byte, and signs its digest in PInitRes; the wallet shows
 * it and binds it into HOD. Line numbers run from 1 without gaps, all amounts are in one currency,
 * and the total is the sum; else it is refused. An OpenSET type.
 *
 * <pre>
 * Offer ::= SEQUENCE {
 *   lid-M              LocalID,
 *   date               Date,
 *   brandIDs           [0] SEQUENCE SIZE(1..MAX) OF BrandID,
 *   lines              SEQUENCE SIZE(1..MAX) OF OrderLine,
 *   tax                CurrencyAmount,
 *   deliveryCharge     CurrencyAmount,
 *   total              CurrencyAmount,
 *   delivery           Delivery,
 *   installRecurData   [1] InstallRecurData OPTIONAL }
 * </pre>
 *
 * @param lidM the merchant's number of the order
 * @param date when the offer was made
 * @param brandIDs the brands the merchant takes
 * @param tax charged on top of the lines
 * @param total lines, tax and delivery charge: PurchAmt
 * @param installRecurData instalments or recurring charges the merchant asks for
 */
public record Offer(
    LocalID lidM,
    Instant date,
    List<BrandID> brandIDs,
    List<OrderLine> lines,
    CurrencyAmount tax,
    CurrencyAmount deliveryCharge,
    CurrencyAmount total,
    Delivery delivery,
    Optional<InstallRecurData> installRecurData) {
  public static final Tagged<Offer> TYPE =
      Sequence.sequence(
          "Offer",
          field("lid-M", LocalID.TYPE, Offer::lidM),
          field("date", Date.TYPE, Offer::date),
          field("brandIDs", Repeated.sequenceOf(BrandID.TYPE, 1).implicit(0), Offer::brandIDs),
          field("lines", Repeated.sequenceOf(OrderLine.TYPE, 1), Offer::lines),
          field("tax", CurrencyAmount.TYPE, Offer::tax),
          field("deliveryCharge", CurrencyAmount.TYPE, Offer::deliveryCharge),
          field("total", CurrencyAmount.TYPE, Offer::total),
          field("delivery", Delivery.TYPE, Offer::delivery),
          optional("installRecurData", InstallRecurData.TYPE.implicit(1), Offer::installRecurData),
          Offer::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<Offer> CONTENT = new Content<>(SetOid.OFFER, TYPE);

  public Offer {
    brandIDs = List.copyOf(brandIDs);
    lines = List.copyOf(lines);
    CurrencyAmount sum = tax.plus(deliveryCharge);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).lineNumber() != i + 1) throw new IllegalArgumentException("line numbers");
      sum = sum.plus(lines.get(i).lineTotal());
    }
    if (!sum.equals(total) || lines.isEmpty()) throw new IllegalArgumentException("total");
  }

  /** The tree over its lines. */
  public OrderTree tree() {
    return OrderTree.of(lines);
  }

  /** What HOD digests, once the cardholder has drawn a salt. */
  public HODInput hodInput(Salt odSalt) {
    OrderTree tree = tree();
    return new HODInput(
        tree.root(),
        tree.size(),
        tax,
        deliveryCharge,
        delivery,
        total,
        odSalt,
        installRecurData,
        Optional.empty());
  }
}
