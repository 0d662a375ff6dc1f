package openset.set.message;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.data.BIN;
import openset.set.data.BrandID;
import openset.set.data.Challenge;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.MsgExtensions;
import openset.set.data.RRPID;
import openset.set.data.Thumbs;

/**
 * The cardholder starts a purchase: it chooses a brand and says what it holds. Sent in clear.
 *
 * <pre>
 * PInitReq ::= SEQUENCE {
 *   rrpid            RRPID,
 *   language         Language,
 *   localID-C        LocalID,
 *   localID-M        [0] LocalID OPTIONAL,
 *   chall-C          Challenge,
 *   brandID          BrandID,
 *   bin              BIN,
 *   thumbs           [1] EXPLICIT Thumbs OPTIONAL,
 *   piRqExtensions   [2] MsgExtensions OPTIONAL }
 * </pre>
 *
 * @param language what the cardholder reads
 * @param localIDC the wallet's label
 * @param localIDM the merchant's label, where the initiation message had one
 * @param bin by which the merchant chooses a gateway
 * @param thumbs what the wallet holds
 */
public record PInitReq(
    RRPID rrpid,
    Language language,
    LocalID localIDC,
    Optional<LocalID> localIDM,
    Challenge challC,
    BrandID brandID,
    BIN bin,
    Optional<Thumbs> thumbs,
    Optional<MsgExtensions> piRqExtensions)
    implements Message {
  public static final Tagged<PInitReq> TYPE =
      Sequence.sequence(
          "PInitReq",
          field("rrpid", RRPID.TYPE, PInitReq::rrpid),
          field("language", Language.TYPE, PInitReq::language),
          field("localID-C", LocalID.TYPE, PInitReq::localIDC),
          optional("localID-M", LocalID.TYPE.implicit(0), PInitReq::localIDM),
          field("chall-C", Challenge.TYPE, PInitReq::challC),
          field("brandID", BrandID.TYPE, PInitReq::brandID),
          field("bin", BIN.TYPE, PInitReq::bin),
          optional("thumbs", Thumbs.TYPE.explicit(1), PInitReq::thumbs),
          optional("piRqExtensions", MsgExtensions.TYPE.implicit(2), PInitReq::piRqExtensions),
          PInitReq::new);

  @Override
  public String name() {
    return "PInitReq";
  }
}
