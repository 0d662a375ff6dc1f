package openset.set.data.batch;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * Whether an item was booked.
 *
 * <pre>
 * TransactionStatus ::= ENUMERATED {
 *   success (0), unspecifiedFailure (1) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum TransactionStatus {
  success(0),
  unspecifiedFailure(1);

  public static final Tagged<TransactionStatus> TYPE =
      Asn1.enumerated("TransactionStatus", values(), TransactionStatus::code);

  private final int code;

  TransactionStatus(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
