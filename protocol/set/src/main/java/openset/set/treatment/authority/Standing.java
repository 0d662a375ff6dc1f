package openset.set.treatment.authority;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.BrandID;
import openset.set.data.LocalID;
import openset.set.data.card.BackKeyData;
import openset.set.data.registration.RequestType;

/**
 * A request that was proved, as the authority keeps it for inquiries. Kept under seal.
 *
 * <pre>
 * RequestStanding ::= SEQUENCE {
 *   lid-EE       LocalID,
 *   lid-CA       LocalID,
 *   requestType  RequestType,
 *   brandID      BrandID,
 *   publicKeyS   SubjectPublicKeyInfo,
 *   caBackKey    [0] BackKeyData OPTIONAL }
 * </pre>
 *
 * @param publicKeyS the key that signed the request and may ask after it
 * @param caBackKey of a cardholder
 */
public record Standing(
    LocalID lidEE,
    LocalID lidCA,
    RequestType requestType,
    BrandID brandID,
    Der publicKeyS,
    Optional<BackKeyData> caBackKey) {
  public static final Tagged<Standing> TYPE =
      Sequence.sequence(
          "RequestStanding",
          field("lid-EE", LocalID.TYPE, Standing::lidEE),
          field("lid-CA", LocalID.TYPE, Standing::lidCA),
          field("requestType", RequestType.TYPE, Standing::requestType),
          field("brandID", BrandID.TYPE, Standing::brandID),
          field("publicKeyS", Asn1.ANY, Standing::publicKeyS),
          optional("caBackKey", BackKeyData.TYPE.implicit(0), Standing::caBackKey),
          Standing::new);
}
