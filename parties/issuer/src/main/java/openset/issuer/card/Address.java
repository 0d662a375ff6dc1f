package openset.issuer.card;

/**
 * A postal address as the applicant wrote it.
 *
 * @param street street and number
 * @param city city, with region where there is one
 * @param postcode postal code; empty where there is none
 * @param country ISO 3166 alpha-2
 */
public record Address(String street, String city, String postcode, String country) {
  @Override
  public String toString() {
    return "Address[...]";
  }
}
