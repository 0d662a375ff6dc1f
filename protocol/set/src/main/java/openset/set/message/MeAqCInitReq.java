package openset.set.message;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.BrandID;
import openset.set.data.Challenge;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.set.data.Thumbs;
import openset.set.data.registration.IDData;
import openset.set.data.registration.RequestType;

/**
 * A merchant or a gateway begins to register. Sent in clear.
 *
 * <pre>
 * Me-AqCInitReq ::= SEQUENCE {
 *   rrpid         RRPID,
 *   lid-EE        LocalID,
 *   chall-EE      Challenge,
 *   requestType   RequestType,
 *   idData        IDData,
 *   brandID       BrandID,
 *   language      Language,
 *   thumbs        [2] Thumbs OPTIONAL }
 * </pre>
 *
 * @param thumbs what the sender holds
 */
public record MeAqCInitReq(
    RRPID rrpid,
    LocalID lidEE,
    Challenge challEE,
    RequestType requestType,
    IDData idData,
    BrandID brandID,
    Language language,
    Optional<Thumbs> thumbs)
    implements Message {
  public static final Tagged<MeAqCInitReq> TYPE =
      Sequence.sequence(
          "Me-AqCInitReq",
          field("rrpid", RRPID.TYPE, MeAqCInitReq::rrpid),
          field("lid-EE", LocalID.TYPE, MeAqCInitReq::lidEE),
          field("chall-EE", Challenge.TYPE, MeAqCInitReq::challEE),
          field("requestType", RequestType.TYPE, MeAqCInitReq::requestType),
          field("idData", IDData.TYPE, MeAqCInitReq::idData),
          field("brandID", BrandID.TYPE, MeAqCInitReq::brandID),
          field("language", Language.TYPE, MeAqCInitReq::language),
          optional("thumbs", Thumbs.TYPE.implicit(2), MeAqCInitReq::thumbs),
          MeAqCInitReq::new);

  @Override
  public String name() {
    return "Me-AqCInitReq";
  }
}
