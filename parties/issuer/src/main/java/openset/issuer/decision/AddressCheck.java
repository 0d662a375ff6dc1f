package openset.issuer.decision;

import java.util.Locale;
import openset.issuer.card.Address;

/**
 * Compares a billing address as the cardholder gave it with the holder's: only the postal code and
 * the digits of the street, which people write alike everywhere (spec/host-link.md, tag 13).
 */
public final class AddressCheck {
  /** There is nothing to compare with. */
  public static final String NOT_CHECKED = "U";

  private AddressCheck() {}

  /**
   * The result, tag 15.
   *
   * @param given postal code, a space, and the digits of the street address
   * @return Y both agree, A the street's digits only, Z the postal code only, N neither
   */
  public static String result(String given, Address address) {
    int space = given.lastIndexOf(' ');
    String postcode = space < 0 ? given : given.substring(0, space);
    String street = space < 0 ? "" : given.substring(space + 1);
    boolean samePostcode = plain(postcode).equals(plain(address.postcode()));
    boolean sameStreet = digits(street).equals(digits(address.street()));
    if (samePostcode) return sameStreet ? "Y" : "Z";
    return sameStreet ? "A" : "N";
  }

  private static String plain(String postcode) {
    return postcode.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }
}
