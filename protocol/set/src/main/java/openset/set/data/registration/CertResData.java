package openset.set.data.registration;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.List;
import java.util.Optional;
import openset.asn1.Repeated;
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
 * The CA's answer; the certificates themselves travel in the SignedData around it.
 *
 * <pre>
 * CertResData ::= SEQUENCE {
 *   rrpid                RRPID,
 *   lid-EE               LocalID,
 *   chall-EE3            Challenge,
 *   lid-CA               LocalID,
 *   certStatus           CertStatus,
 *   certThumbs           [0] SEQUENCE SIZE(1..MAX) OF CertThumb OPTIONAL,
 *   brandCRLIdentifier   [1] EXPLICIT BrandCRLIdentifier OPTIONAL,
 *   thumbs               [2] Thumbs OPTIONAL }
 * </pre>
 *
 * <p>Tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param lidEE as asked
 * @param challEE3 as asked
 * @param lidCA for inquiries
 * @param certThumbs the certificates issued
 * @param thumbs as asked
 */
public record CertResData(
    RRPID rrpid,
    LocalID lidEE,
    Challenge challEE3,
    LocalID lidCA,
    CertStatus certStatus,
    Optional<List<CertThumb>> certThumbs,
    Optional<BrandCrlIdentifier> brandCRLIdentifier,
    Optional<Thumbs> thumbs) {
  public static final Tagged<CertResData> TYPE =
      Sequence.sequence(
          "CertResData",
          field("rrpid", RRPID.TYPE, CertResData::rrpid),
          field("lid-EE", LocalID.TYPE, CertResData::lidEE),
          field("chall-EE3", Challenge.TYPE, CertResData::challEE3),
          field("lid-CA", LocalID.TYPE, CertResData::lidCA),
          field("certStatus", CertStatus.TYPE, CertResData::certStatus),
          optional(
              "certThumbs",
              Repeated.sequenceOf(CertThumb.TYPE, 1).implicit(0),
              CertResData::certThumbs),
          optional(
              "brandCRLIdentifier",
              BrandCrlIdentifier.TYPE.explicit(1),
              CertResData::brandCRLIdentifier),
          optional("thumbs", Thumbs.TYPE.implicit(2), CertResData::thumbs),
          CertResData::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<CertResData> CONTENT = new Content<>(SetOid.CERT_RES_DATA, TYPE);
}
