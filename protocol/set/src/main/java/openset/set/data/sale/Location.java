package openset.set.data.sale;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.CountryCode;
import openset.set.data.SETString;

/**
 * A place.
 *
 * <pre>
 * Location ::= SEQUENCE {
 *   countryCode     CountryCode,
 *   city            [0] EXPLICIT SETString{50} OPTIONAL,
 *   stateProvince   [1] EXPLICIT SETString{50} OPTIONAL,
 *   postalCode      [2] EXPLICIT SETString{14} OPTIONAL,
 *   locationID      [3] EXPLICIT SETString{10} OPTIONAL }
 * </pre>
 *
 * <p>Tags and sizes are unconfirmed (spec/unconfirmed.md).
 */
public record Location(
    CountryCode countryCode,
    Optional<String> city,
    Optional<String> stateProvince,
    Optional<String> postalCode,
    Optional<String> locationID) {
  public static final Tagged<Location> TYPE =
      Sequence.sequence(
          "Location",
          field("countryCode", CountryCode.TYPE, Location::countryCode),
          optional("city", SETString.type(50).explicit(0), Location::city),
          optional("stateProvince", SETString.type(50).explicit(1), Location::stateProvince),
          optional("postalCode", SETString.type(14).explicit(2), Location::postalCode),
          optional("locationID", SETString.type(10).explicit(3), Location::locationID),
          Location::new);
}
