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
 * The CA's answer to a merchant or gateway that begins to register: the form, at once.
 *
 * <pre>
 * Me-AqCInitResTBS ::= SEQUENCE {
 *   rrpid                RRPID,
 *   lid-EE               LocalID,
 *   chall-EE             Challenge,
 *   lid-CA               [0] LocalID OPTIONAL,
 *   chall-CA             Challenge,
 *   requestType          RequestType,
 *   regFormOrReferral    RegFormOrReferral,
 *   acctDataField        [2] RegField OPTIONAL,
 *   caeThumb             CertThumb,
 *   brandCRLIdentifier   [3] EXPLICIT BrandCRLIdentifier OPTIONAL,
 *   thumbs               [4] Thumbs OPTIONAL }
 * </pre>
 *
 * <p>Tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param lidEE as asked
 * @param challEE as asked
 * @param lidCA the CA's label, to be repeated
 * @param acctDataField asks for what goes into AcctData
 * @param caeThumb the CA's key-exchange certificate
 * @param thumbs as asked
 */
public record MeAqCInitResTBS(
    RRPID rrpid,
    LocalID lidEE,
    Challenge challEE,
    Optional<LocalID> lidCA,
    Challenge challCA,
    RequestType requestType,
    RegFormOrReferral regFormOrReferral,
    Optional<RegField> acctDataField,
    CertThumb caeThumb,
    Optional<BrandCrlIdentifier> brandCRLIdentifier,
    Optional<Thumbs> thumbs) {
  public static final Tagged<MeAqCInitResTBS> TYPE =
      Sequence.sequence(
          "Me-AqCInitResTBS",
          field("rrpid", RRPID.TYPE, MeAqCInitResTBS::rrpid),
          field("lid-EE", LocalID.TYPE, MeAqCInitResTBS::lidEE),
          field("chall-EE", Challenge.TYPE, MeAqCInitResTBS::challEE),
          optional("lid-CA", LocalID.TYPE.implicit(0), MeAqCInitResTBS::lidCA),
          field("chall-CA", Challenge.TYPE, MeAqCInitResTBS::challCA),
          field("requestType", RequestType.TYPE, MeAqCInitResTBS::requestType),
          field("regFormOrReferral", RegFormOrReferral.TYPE, MeAqCInitResTBS::regFormOrReferral),
          optional("acctDataField", RegField.TYPE.implicit(2), MeAqCInitResTBS::acctDataField),
          field("caeThumb", CertThumb.TYPE, MeAqCInitResTBS::caeThumb),
          optional(
              "brandCRLIdentifier",
              BrandCrlIdentifier.TYPE.explicit(3),
              MeAqCInitResTBS::brandCRLIdentifier),
          optional("thumbs", Thumbs.TYPE.implicit(4), MeAqCInitResTBS::thumbs),
          MeAqCInitResTBS::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<MeAqCInitResTBS> CONTENT =
      new Content<>(SetOid.ME_AQ_C_INIT_RES_TBS, TYPE);
}
