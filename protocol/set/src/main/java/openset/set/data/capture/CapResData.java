package openset.set.data.capture;

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
 * The gateway's answer about captures, one item for each that was asked for.
 *
 * <pre>
 * CapResData ::= SEQUENCE {
 *   capRRTags            RRTags,
 *   brandCRLIdentifier   [0] EXPLICIT BrandCRLIdentifier OPTIONAL,
 *   peThumb              [1] CertThumb OPTIONAL,
 *   batchStatusSeq       [2] SEQUENCE SIZE(1..MAX) OF BatchStatus OPTIONAL,
 *   capResItemSeq        SEQUENCE SIZE(1..MAX) OF CapResItem,
 *   cRsExtensions        [3] MsgExtensions OPTIONAL }
 * </pre>
 *
 * @param capRRTags as asked
 * @param peThumb the gateway's current key-exchange certificate
 */
public record CapResData(
    RRTags capRRTags,
    Optional<BrandCrlIdentifier> brandCRLIdentifier,
    Optional<CertThumb> peThumb,
    Optional<List<BatchStatus>> batchStatusSeq,
    List<CapResItem> capResItemSeq,
    Optional<MsgExtensions> cRsExtensions) {
  public static final Tagged<CapResData> TYPE =
      Sequence.sequence(
          "CapResData",
          field("capRRTags", RRTags.TYPE, CapResData::capRRTags),
          optional(
              "brandCRLIdentifier",
              BrandCrlIdentifier.TYPE.explicit(0),
              CapResData::brandCRLIdentifier),
          optional("peThumb", CertThumb.TYPE.implicit(1), CapResData::peThumb),
          optional(
              "batchStatusSeq",
              Repeated.sequenceOf(BatchStatus.TYPE, 1).implicit(2),
              CapResData::batchStatusSeq),
          field(
              "capResItemSeq", Repeated.sequenceOf(CapResItem.TYPE, 1), CapResData::capResItemSeq),
          optional("cRsExtensions", MsgExtensions.TYPE.implicit(3), CapResData::cRsExtensions),
          CapResData::new);

  /** As content: digested, signed or sealed under this content type. */
  public static final Content<CapResData> CONTENT = new Content<>(SetOid.CAP_RES_DATA, TYPE);

  public CapResData {
    capResItemSeq = List.copyOf(capResItemSeq);
  }
}
