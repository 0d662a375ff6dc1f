package openset.set.data.sale;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * The line of business of a merchant.
 *
 * <pre>
 * MerchGroup ::= ENUMERATED {
 *   commercialTravel (1), lodging (2), automobileRental (3), restaurant (4), medical (5),
 *   mailOrPhoneOrder (6), riskyPurchase (7), other (8) }
 * </pre>
 *
 * <p>The names are SET's; the numbers are unconfirmed (spec/unconfirmed.md).
 */
public enum MerchGroup {
  commercialTravel(1),
  lodging(2),
  automobileRental(3),
  restaurant(4),
  medical(5),
  mailOrPhoneOrder(6),
  riskyPurchase(7),
  other(8);

  public static final Tagged<MerchGroup> TYPE =
      Asn1.enumerated("MerchGroup", values(), MerchGroup::code);

  private final int code;

  MerchGroup(int code) {
    this.code = code;
  }

  /** Its number on the wire. */
  public int code() {
    return code;
  }
}
