package openset.merchant.sale;

/**
 * How a merchant asks for the money of an order.
 *
 * @param eachParcel whether an order of several lines is authorized parcel by parcel: first the
 *     first line, then what is shipped when it is shipped (split shipment)
 * @param atOnce whether goods that are handed out at once are authorized and captured in one (sale)
 * @param again whether a token for further authorizations is asked for with each, so that one that
 *     expired, or that the bank gave in part, can be asked for again
 */
public record Practice(boolean eachParcel, boolean atOnce, boolean again) {
  /** All at the order, captured when it is shipped. */
  public static final Practice PLAIN = new Practice(false, false, false);

  boolean wantsToken() {
    return eachParcel || again;
  }
}
