package openset.set.data;

import openset.asn1.Asn1Type;

/**
 * The number an acquirer gives a merchant. It stands in the merchant's certificate (merchantData),
 * in PIHead and in MerTermIDs, and must be the same in all three.
 *
 * <pre>
 * MerchantID ::= SETString { ub-MerchantID }    -- 1..30
 * </pre>
 *
 * <p>A CHOICE has no tag of its own, so a context tag before it is EXPLICIT.
 */
public record MerchantID(String id) {
  private static final int LENGTH_MAX = 30;

  public static final Asn1Type<MerchantID> TYPE =
      SETString.type(LENGTH_MAX).map("MerchantID", MerchantID::new, MerchantID::id);

  public MerchantID {
    if (!SETString.allowed(id, LENGTH_MAX)) {
      throw new IllegalArgumentException("MerchantID is not a SETString of 1 to 30 characters");
    }
  }

  @Override
  public String toString() {
    return id;
  }
}
