package openset.set.data.sale;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CurrencyCode;
import openset.set.data.FloatingPoint;

/**
 * How the amount turns into the currency of the card: multiply by the rate.
 *
 * <pre>
 * CurrConv ::= SEQUENCE {
 *   currConvRate   FloatingPoint,
 *   cardCurr       Currency }
 * </pre>
 */
public record CurrConv(FloatingPoint currConvRate, CurrencyCode cardCurr) {
  public static final Tagged<CurrConv> TYPE =
      Sequence.sequence(
          "CurrConv",
          field("currConvRate", FloatingPoint.TYPE, CurrConv::currConvRate),
          field("cardCurr", CurrencyCode.TYPE, CurrConv::cardCurr),
          CurrConv::new);
}
