package openset.set.extension;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.SETString;
import openset.set.data.auth.AVSData;

/**
 * The address that the issuer sends its bills to, as far as it is compared.
 *
 * <pre>
 * BillingAddress ::= SEQUENCE {
 *   postalCode      SETString{14},
 *   streetAddress   [0] EXPLICIT SETString{50} OPTIONAL }
 * </pre>
 *
 * @param postalCode at most 14 characters
 * @param streetAddress street and number, at most 50 characters
 */
public record BillingAddress(String postalCode, Optional<String> streetAddress) {
  private static final int POSTAL_MOST = 14;
  private static final int STREET_MOST = 50;
  private static final int DIGITS_MOST = 16;

  public static final Tagged<BillingAddress> TYPE =
      Sequence.sequence(
          "BillingAddress",
          field("postalCode", SETString.type(POSTAL_MOST), BillingAddress::postalCode),
          optional(
              "streetAddress",
              SETString.type(STREET_MOST).explicit(0),
              BillingAddress::streetAddress),
          BillingAddress::new);

  /** Refuses what cannot be sent. */
  public BillingAddress {
    boolean fits =
        SETString.allowed(postalCode, POSTAL_MOST)
            && !postalCode.isBlank()
            && streetAddress.filter(line -> !SETString.allowed(line, STREET_MOST)).isEmpty();
    if (!fits) throw new IllegalArgumentException("not an address of bills");
  }

  /** What a merchant was told by other means; empty where no postal code is among it. */
  static Optional<BillingAddress> of(AVSData told) {
    return told.location()
        .postalCode()
        .filter(postalCode -> !postalCode.isBlank())
        .map(postalCode -> new BillingAddress(postalCode, told.streetAddress()));
  }

  /** As banks compare it: the postal code, a space, and the digits of the street address. */
  public String compared() {
    String digits = streetAddress.orElse("").replaceAll("[^0-9]", "");
    String most = digits.substring(0, Math.min(digits.length(), DIGITS_MOST));
    return postalCode + " " + most;
  }

  /** Not the address. */
  @Override
  public String toString() {
    return "BillingAddress";
  }
}
