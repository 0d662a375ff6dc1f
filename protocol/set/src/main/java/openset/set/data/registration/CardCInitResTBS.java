package openset.set.data.registration;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.Optional;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.pki.BrandCrlIdentifier;
import openset.set.SetOid;
import openset.set.data.CertThumb;
import openset.set.data.Challenge;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.set.data.Thumbs;
import openset.set.operator.Content;

/**
 * The CCA's answer to a cardholder who begins to register.
 *
 * <pre>
 * CardCInitResTBS ::= SEQUENCE {
 *   rrpid                RRPID,
 *   lid-EE               LocalID,
 *   chall-EE             Challenge,
 *   lid-CA               [0] LocalID OPTIONAL,
 *   caeThumb             CertThumb,
 *   brandCRLIdentifier   [1] EXPLICIT BrandCRLIdentifier OPTIONAL,
 *   thumbs               [2] Thumbs OPTIONAL }
 * </pre>
 *
 * <p>Tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param lidEE as asked
 * @param challEE as asked
 * @param lidCA the CCA's label, to be repeated
 * @param caeThumb the CCA's key-exchange certificate
 * @param thumbs as asked
 */
public record CardCInitResTBS(
    RRPID rrpid,
    LocalID lidEE,
    Challenge challEE,
    Optional<LocalID> lidCA,
    CertThumb caeThumb,
    Optional<BrandCrlIdentifier> brandCRLIdentifier,
    Optional<Thumbs> thumbs) {
  public static final Tagged<CardCInitResTBS> TYPE =
      Sequence.sequence(
          "CardCInitResTBS",
          field("rrpid", RRPID.TYPE, CardCInitResTBS::rrpid),
          field("lid-EE", LocalID.TYPE, CardCInitResTBS::lidEE),
          field("chall-EE", Challenge.TYPE, CardCInitResTBS::challEE),
          optional("lid-CA", LocalID.TYPE.implicit(0), CardCInitResTBS::lidCA),
          field("caeThumb", CertThumb.TYPE, CardCInitResTBS::caeThumb),
          optional(
              "brandCRLIdentifier",
              BrandCrlIdentifier.TYPE.explicit(1),
              CardCInitResTBS::brandCRLIdentifier),
          optional("thumbs", Thumbs.TYPE.implicit(2), CardCInitResTBS::thumbs),
          CardCInitResTBS::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<CardCInitResTBS> CONTENT =
      new Content<>(SetOid.CARD_C_INIT_RES_TBS, TYPE);
}
