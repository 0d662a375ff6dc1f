package openset.set.data.batch;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * Which way the money of an item goes, seen from the cardholder: a capture debits it.
 *
 * <pre>
 * AmountType ::= ENUMERATED {
 *   credit (0), debit (1) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum AmountType {
  credit(0),
  debit(1);

  public static final Tagged<AmountType> TYPE =
      Asn1.enumerated("AmountType", values(), AmountType::code);

  private final int code;

  AmountType(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
