package openset.set.data;

import openset.asn1.Asn1Type;

/**
 * The payment brand, {@code Brand} or {@code Brand:Product}. It stands in the O attribute of every
 * certificate of the brand.
 *
 * <pre>
 * BrandID ::= SETString { ub-BrandID }    -- 1..40
 * </pre>
 *
 * <p>A CHOICE has no tag of its own, so a context tag before it is EXPLICIT.
 */
public record BrandID(String name) {
  private static final int LENGTH_MAX = 40;

  public static final Asn1Type<BrandID> TYPE =
      SETString.type(LENGTH_MAX).map("BrandID", BrandID::new, BrandID::name);

  public BrandID {
    if (!SETString.allowed(name, LENGTH_MAX)) {
      throw new IllegalArgumentException("BrandID is not a SETString of 1 to 40 characters");
    }
  }

  /** The brand without its product. */
  public String brand() {
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }

  @Override
  public String toString() {
    return name;
  }
}
