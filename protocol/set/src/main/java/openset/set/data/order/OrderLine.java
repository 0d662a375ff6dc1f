package openset.set.data.order;

import static openset.asn1.Field.field;

import openset.asn1.Asn1;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CurrencyAmount;
import openset.set.data.Salt;

/**
 * One line of an order with the salt that keeps its digest from being guessed. An OpenSET type.
 *
 * <pre>
 * OrderLine ::= SEQUENCE {
 *   lineNumber    INTEGER (1..1024),
 *   article       VisibleString (SIZE(1..40)),
 *   description   UTF8String (SIZE(1..200)),
 *   quantity      INTEGER (1..1000000),
 *   unitPrice     CurrencyAmount,
 *   lineTotal     CurrencyAmount,
 *   salt          Salt }
 * </pre>
 *
 * @param lineNumber its place, from 1
 * @param article the merchant's number of the goods
 * @param description the goods in words
 * @param lineTotal quantity times unitPrice, and refused otherwise
 */
public record OrderLine(
    int lineNumber,
    String article,
    String description,
    int quantity,
    CurrencyAmount unitPrice,
    CurrencyAmount lineTotal,
    Salt salt) {
  public static final Tagged<OrderLine> TYPE =
      Sequence.sequence(
          "OrderLine",
          field("lineNumber", Asn1.integer(1, 1024), OrderLine::lineNumber),
          field("article", Asn1.sized(Asn1.VISIBLE_STRING, 1, 40), OrderLine::article),
          field("description", Asn1.sized(Asn1.UTF8_STRING, 1, 200), OrderLine::description),
          field("quantity", Asn1.integer(1, 1000000), OrderLine::quantity),
          field("unitPrice", CurrencyAmount.TYPE, OrderLine::unitPrice),
          field("lineTotal", CurrencyAmount.TYPE, OrderLine::lineTotal),
          field("salt", Salt.TYPE, OrderLine::salt),
          OrderLine::new);

  public OrderLine {
    if (!unitPrice.times(quantity).equals(lineTotal)) {
      throw new IllegalArgumentException("lineTotal is not quantity times unitPrice");
    }
  }
}
