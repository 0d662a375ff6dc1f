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
 * The CCA's form, chosen by BIN and language.
 *
 * <pre>
 * RegFormResTBS ::= SEQUENCE {
 *   rrpid                RRPID,
 *   lid-EE               LocalID,
 *   chall-EE2            Challenge,
 *   lid-CA               [0] LocalID OPTIONAL,
 *   chall-CA             Challenge,
 *   caeThumb             [1] CertThumb OPTIONAL,
 *   requestType          RequestType,
 *   formOrReferral       RegFormOrReferral,
 *   brandCRLIdentifier   [2] EXPLICIT BrandCRLIdentifier OPTIONAL,
 *   thumbs               [3] Thumbs OPTIONAL }
 * </pre>
 *
 * <p>Tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param lidEE as asked
 * @param challEE2 as asked
 * @param lidCA the CCA's label, to be repeated
 * @param caeThumb the CCA's key-exchange certificate
 * @param thumbs as asked
 */
public record RegFormResTBS(
    RRPID rrpid,
    LocalID lidEE,
    Challenge challEE2,
    Optional<LocalID> lidCA,
    Challenge challCA,
    Optional<CertThumb> caeThumb,
    RequestType requestType,
    RegFormOrReferral formOrReferral,
    Optional<BrandCrlIdentifier> brandCRLIdentifier,
    Optional<Thumbs> thumbs) {
  public static final Tagged<RegFormResTBS> TYPE =
      Sequence.sequence(
          "RegFormResTBS",
          field("rrpid", RRPID.TYPE, RegFormResTBS::rrpid),
          field("lid-EE", LocalID.TYPE, RegFormResTBS::lidEE),
          field("chall-EE2", Challenge.TYPE, RegFormResTBS::challEE2),
          optional("lid-CA", LocalID.TYPE.implicit(0), RegFormResTBS::lidCA),
          field("chall-CA", Challenge.TYPE, RegFormResTBS::challCA),
          optional("caeThumb", CertThumb.TYPE.implicit(1), RegFormResTBS::caeThumb),
          field("requestType", RequestType.TYPE, RegFormResTBS::requestType),
          field("formOrReferral", RegFormOrReferral.TYPE, RegFormResTBS::formOrReferral),
          optional(
              "brandCRLIdentifier",
              BrandCrlIdentifier.TYPE.explicit(2),
              RegFormResTBS::brandCRLIdentifier),
          optional("thumbs", Thumbs.TYPE.implicit(3), RegFormResTBS::thumbs),
          RegFormResTBS::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<RegFormResTBS> CONTENT = new Content<>(SetOid.REG_FORM_RES_TBS, TYPE);
}
