package openset.set.treatment.authority;

import static openset.asn1.Field.field;

import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.BrandID;
import openset.set.data.LocalID;

/**
 * A registration of a card that has begun, as the CCA keeps it.
 *
 * <pre>
 * RegistrationBegun ::= SEQUENCE {
 *   lid-EE   LocalID,
 *   lid-CA   LocalID,
 *   brandID  BrandID }
 * </pre>
 */
public record Begun(LocalID lidEE, LocalID lidCA, BrandID brandID) {
  public static final Tagged<Begun> TYPE =
      Sequence.sequence(
          "RegistrationBegun",
          field("lid-EE", LocalID.TYPE, Begun::lidEE),
          field("lid-CA", LocalID.TYPE, Begun::lidCA),
          field("brandID", BrandID.TYPE, Begun::brandID),
          Begun::new);
}
