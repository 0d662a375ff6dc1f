package openset.set.data.sale;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * Who closed a batch.
 *
 * <pre>
 * CloseStatus ::= ENUMERATED {
 *   closedbyMerchant (0), closedbyAcquirer (1) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum CloseStatus {
  closedbyMerchant(0),
  closedbyAcquirer(1);

  public static final Tagged<CloseStatus> TYPE =
      Asn1.enumerated("CloseStatus", values(), CloseStatus::code);

  private final int code;

  CloseStatus(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
