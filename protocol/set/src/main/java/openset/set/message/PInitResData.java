package openset.set.message;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.pki.BrandCrlIdentifier;
import openset.set.SetOid;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.MsgExtensions;
import openset.set.data.RRPID;
import openset.set.data.Thumbs;
import openset.set.data.TransIDs;
import openset.set.data.order.Offer;
import openset.set.operator.Content;
import openset.set.operator.Detached;

/**
 * The merchant's answer to the start of a purchase: the identifiers, its challenge, which gateway,
 * and the digest of the offer it signs.
 *
 * <pre>
 * PInitResData ::= SEQUENCE {
 *   transIDs             TransIDs,
 *   rrpid                RRPID,
 *   chall-C              Challenge,
 *   chall-M              Challenge,
 *   brandCRLIdentifier   [0] EXPLICIT BrandCRLIdentifier OPTIONAL,
 *   peThumb              [1] EXPLICIT CertThumb,
 *   thumbs               [2] EXPLICIT Thumbs OPTIONAL,
 *   piRsExtensions       [3] MsgExtensions OPTIONAL,
 *   offerDigest          [4] DD{Offer} }
 * </pre>
 *
 * <p>OpenSET adds offerDigest, so that no one can show the cardholder other goods or another price.
 *
 * @param transIDs xid is new
 * @param rrpid as asked
 * @param challC as asked
 * @param peThumb the gateway's key-exchange certificate to seal to
 * @param thumbs as asked
 * @param offerDigest of the offer the merchant gave out when the order was placed
 */
public record PInitResData(
    TransIDs transIDs,
    RRPID rrpid,
    Challenge challC,
    Challenge challM,
    Optional<BrandCrlIdentifier> brandCRLIdentifier,
    CertThumb peThumb,
    Optional<Thumbs> thumbs,
    Optional<MsgExtensions> piRsExtensions,
    Detached<Offer> offerDigest) {
  public static final Tagged<PInitResData> TYPE =
      Sequence.sequence(
          "PInitResData",
          field("transIDs", TransIDs.TYPE, PInitResData::transIDs),
          field("rrpid", RRPID.TYPE, PInitResData::rrpid),
          field("chall-C", Challenge.TYPE, PInitResData::challC),
          field("chall-M", Challenge.TYPE, PInitResData::challM),
          optional(
              "brandCRLIdentifier",
              BrandCrlIdentifier.TYPE.explicit(0),
              PInitResData::brandCRLIdentifier),
          field("peThumb", CertThumb.TYPE.explicit(1), PInitResData::peThumb),
          optional("thumbs", Thumbs.TYPE.explicit(2), PInitResData::thumbs),
          optional("piRsExtensions", MsgExtensions.TYPE.implicit(3), PInitResData::piRsExtensions),
          field("offerDigest", Detached.type(Offer.CONTENT).implicit(4), PInitResData::offerDigest),
          PInitResData::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<PInitResData> CONTENT = new Content<>(SetOid.P_INIT_RES_DATA, TYPE);
}
