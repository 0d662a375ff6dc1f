package openset.set.data.credit;

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
import openset.set.data.MsgExtensions;
import openset.set.data.sale.BatchStatus;
import openset.set.data.sale.RRTags;
import openset.set.operator.Content;

/**
 * The gateway's answer, one item for each that was asked for.
 *
 * <pre>
 * CapRevOrCredResData ::= SEQUENCE {
 *   capRevOrCredRRTags       RRTags,
 *   brandCRLIdentifier       [0] EXPLICIT BrandCRLIdentifier OPTIONAL,
 *   peThumb                  [1] CertThumb OPTIONAL,
 *   batchStatusSeq           [2] SEQUENCE SIZE(1..MAX) OF BatchStatus OPTIONAL,
 *   capRevOrCredResItemSeq   SEQUENCE SIZE(1..MAX) OF CapRevOrCredResItem,
 *   cRvRsExtensions          [3] MsgExtensions OPTIONAL }
 * CapRevResData  ::= CapRevOrCredResData
 * CredResData    ::= CapRevOrCredResData
 * CredRevResData ::= CapRevOrCredResData
 * </pre>
 *
 * <p>Tags are unconfirmed (spec/unconfirmed.md).
 *
 * @param capRevOrCredRRTags as asked
 * @param peThumb the gateway's current key-exchange certificate
 */
public record CapRevOrCredResData(
    RRTags capRevOrCredRRTags,
    Optional<BrandCrlIdentifier> brandCRLIdentifier,
    Optional<CertThumb> peThumb,
    Optional<List<BatchStatus>> batchStatusSeq,
    List<CapRevOrCredResItem> capRevOrCredResItemSeq,
    Optional<MsgExtensions> cRvRsExtensions) {
  public static final Tagged<CapRevOrCredResData> TYPE =
      Sequence.sequence(
          "CapRevOrCredResData",
          field("capRevOrCredRRTags", RRTags.TYPE, CapRevOrCredResData::capRevOrCredRRTags),
          optional(
              "brandCRLIdentifier",
              BrandCrlIdentifier.TYPE.explicit(0),
              CapRevOrCredResData::brandCRLIdentifier),
          optional("peThumb", CertThumb.TYPE.implicit(1), CapRevOrCredResData::peThumb),
          optional(
              "batchStatusSeq",
              Repeated.sequenceOf(BatchStatus.TYPE, 1).implicit(2),
              CapRevOrCredResData::batchStatusSeq),
          field(
              "capRevOrCredResItemSeq",
              Repeated.sequenceOf(CapRevOrCredResItem.TYPE, 1),
              CapRevOrCredResData::capRevOrCredResItemSeq),
          optional(
              "cRvRsExtensions",
              MsgExtensions.TYPE.implicit(3),
              CapRevOrCredResData::cRvRsExtensions),
          CapRevOrCredResData::new);

  /** As the content of CapRevRes. */
  public static final Content<CapRevOrCredResData> CAP_REV =
      new Content<>(SetOid.CAP_REV_RES_DATA, TYPE);

  /** As the content of CredRes. */
  public static final Content<CapRevOrCredResData> CRED =
      new Content<>(SetOid.CRED_RES_DATA, TYPE);

  /** As the content of CredRevRes. */
  public static final Content<CapRevOrCredResData> CRED_REV =
      new Content<>(SetOid.CRED_REV_RES_DATA, TYPE);

  public CapRevOrCredResData {
    capRevOrCredResItemSeq = List.copyOf(capRevOrCredResItemSeq);
  }
}
