package openset.set.data.order;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * How goods reach the buyer.
 *
 * <pre>
 * DeliveryMethod ::= ENUMERATED {
 *   parcel (0), pickup (1), digital (2) }
 * </pre>
 */
public enum DeliveryMethod {
  /** Sent to an address. */
  parcel(0),
  /** Fetched by the buyer. */
  pickup(1),
  /** Handed out online. */
  digital(2);

  public static final Tagged<DeliveryMethod> TYPE =
      Asn1.enumerated("DeliveryMethod", values(), DeliveryMethod::code);

  private final int code;

  DeliveryMethod(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
