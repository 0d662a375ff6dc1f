package openset.set.data.sale;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * Whether a sale is one of several.
 *
 * <pre>
 * PayRecurInd ::= ENUMERATED {
 *   unknown (0), singleTransaction (1), recurringTransaction (2), installmentPayment (3),
 *   otherMailOrder (4) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum PayRecurInd {
  unknown(0),
  singleTransaction(1),
  recurringTransaction(2),
  installmentPayment(3),
  otherMailOrder(4);

  public static final Tagged<PayRecurInd> TYPE =
      Asn1.enumerated("PayRecurInd", values(), PayRecurInd::code);

  private final int code;

  PayRecurInd(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
