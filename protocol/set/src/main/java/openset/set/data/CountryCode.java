package openset.set.data;

import openset.asn1.Asn1;
import openset.asn1.Tagged;

/**
 * A country by its ISO 3166-1 number.
 *
 * <pre>
 * CountryCode ::= INTEGER (1..999)
 * </pre>
 */
public record CountryCode(int number) {
  public static final Tagged<CountryCode> TYPE =
      Asn1.integer(1, 999).map("CountryCode", CountryCode::new, CountryCode::number);

  public CountryCode {
    if (number < 1 || number > 999) throw new IllegalArgumentException("no ISO 3166 number");
  }
}
