package openset.set.data.payment;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CurrencyAmount;
import openset.set.data.order.HODInput;
import openset.set.operator.Detached;

/**
 * The order by digest, and the amount.
 *
 * <pre>
 * Inputs ::= SEQUENCE {
 *   hod        DD{HODInput},
 *   purchAmt   CurrencyAmount }
 * </pre>
 */
public record Inputs(Detached<HODInput> hod, CurrencyAmount purchAmt) {
  public static final Tagged<Inputs> TYPE =
      Sequence.sequence(
          "Inputs",
          field("hod", Detached.type(HODInput.CONTENT), Inputs::hod),
          field("purchAmt", CurrencyAmount.TYPE, Inputs::purchAmt),
          Inputs::new);
}
