package openset.set.data.auth;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.SETString;
import openset.set.data.sale.Location;

/**
 * The billing address for a check by the issuer.
 *
 * <pre>
 * AVSData ::= SEQUENCE {
 *   streetAddress   [0] EXPLICIT SETString{50} OPTIONAL,
 *   location        Location }
 * </pre>
 */
public record AVSData(Optional<String> streetAddress, Location location) {
  public static final Tagged<AVSData> TYPE =
      Sequence.sequence(
          "AVSData",
          optional("streetAddress", SETString.type(50).explicit(0), AVSData::streetAddress),
          field("location", Location.TYPE, AVSData::location),
          AVSData::new);
}
