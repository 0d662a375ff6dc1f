package openset.set.data.certificate;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.List;
import java.util.Optional;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.set.SetOid;
import openset.set.data.BrandAndBIN;
import openset.set.data.MsgExtensions;
import openset.set.data.Thumbs;
import openset.set.data.sale.RRTags;
import openset.set.operator.Content;

/**
 * For which brands a merchant wants the gateway's certificates.
 *
 * <pre>
 * PCertReqData ::= SEQUENCE {
 *   pCertRRTags      RRTags,
 *   mThumbs          [0] Thumbs OPTIONAL,
 *   brandAndBINSeq   SEQUENCE SIZE(1..MAX) OF BrandAndBIN,
 *   pCRqExtensions   [1] MsgExtensions OPTIONAL }
 * </pre>
 *
 * <p>Field list and tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param mThumbs certificates the merchant holds
 */
public record PCertReqData(
    RRTags pCertRRTags,
    Optional<Thumbs> mThumbs,
    List<BrandAndBIN> brandAndBINSeq,
    Optional<MsgExtensions> pCRqExtensions) {
  public static final Tagged<PCertReqData> TYPE =
      Sequence.sequence(
          "PCertReqData",
          field("pCertRRTags", RRTags.TYPE, PCertReqData::pCertRRTags),
          optional("mThumbs", Thumbs.TYPE.implicit(0), PCertReqData::mThumbs),
          field(
              "brandAndBINSeq",
              Repeated.sequenceOf(BrandAndBIN.TYPE, 1),
              PCertReqData::brandAndBINSeq),
          optional("pCRqExtensions", MsgExtensions.TYPE.implicit(1), PCertReqData::pCRqExtensions),
          PCertReqData::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<PCertReqData> CONTENT =
      new Content<>(SetOid.P_CERT_REQ_DATA, TYPE);

  public PCertReqData {
    brandAndBINSeq = List.copyOf(brandAndBINSeq);
  }
}
