package openset.set.data.certificate;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;

import java.util.List;
import java.util.Optional;
import openset.asn1.Repeated;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.pki.BrandCrlIdentifier;
import openset.set.SetOid;
import openset.set.data.MsgExtensions;
import openset.set.data.sale.RRTags;
import openset.set.operator.Content;

/**
 * The gateway's answer, one item for each brand that was asked for, in the same order. The
 * certificates travel with the signature.
 *
 * <pre>
 * PCertResTBS ::= SEQUENCE {
 *   pCertRRTags             RRTags,
 *   brandCRLIdentifierSeq   [0] SEQUENCE SIZE(1..MAX) OF BrandCRLIdentifier OPTIONAL,
 *   pCertResItems           SEQUENCE SIZE(1..MAX) OF PCertResItem,
 *   pCRsExtensions          [1] MsgExtensions OPTIONAL }
 * </pre>
 *
 * <p>Field list and tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param pCertRRTags as asked
 */
public record PCertResTBS(
    RRTags pCertRRTags,
    Optional<List<BrandCrlIdentifier>> brandCRLIdentifierSeq,
    List<PCertResItem> pCertResItems,
    Optional<MsgExtensions> pCRsExtensions) {
  public static final Tagged<PCertResTBS> TYPE =
      Sequence.sequence(
          "PCertResTBS",
          field("pCertRRTags", RRTags.TYPE, PCertResTBS::pCertRRTags),
          optional(
              "brandCRLIdentifierSeq",
              Repeated.sequenceOf(BrandCrlIdentifier.TYPE, 1).implicit(0),
              PCertResTBS::brandCRLIdentifierSeq),
          field(
              "pCertResItems",
              Repeated.sequenceOf(PCertResItem.TYPE, 1),
              PCertResTBS::pCertResItems),
          optional("pCRsExtensions", MsgExtensions.TYPE.implicit(1), PCertResTBS::pCRsExtensions),
          PCertResTBS::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<PCertResTBS> CONTENT =
      new Content<>(SetOid.P_CERT_RES_TBS, TYPE);

  public PCertResTBS {
    pCertResItems = List.copyOf(pCertResItems);
  }
}
