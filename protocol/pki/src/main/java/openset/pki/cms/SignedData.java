package openset.pki.cms;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;
import static openset.asn1.Sequence.sequence;

import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.asn1.Repeated;
import openset.asn1.Tagged;

/**
 * Signed content with certificates and CRLs that help to check it (RFC 5652 5.1). The version is 3
 * because SET's content types are not id-data.
 *
 * <pre>
 * SignedData ::= SEQUENCE {
 *   version          INTEGER (3),
 *   digestAlgorithms SET SIZE (1..2) OF AlgorithmIdentifier,
 *   encapContentInfo EncapsulatedContentInfo,
 *   certificates     [0] IMPLICIT SET OF Certificate OPTIONAL,
 *   crls             [1] IMPLICIT SET OF CertificateList OPTIONAL,
 *   signerInfos      SET SIZE (1..2) OF SignerInfo }
 * </pre>
 *
 * <p>Two signers are for the renewal of a certificate only, which the new and the old key sign
 * (SET CertReq); who verifies anything else demands one.
 *
 * @param certificates the DER of each certificate, none when the field is absent
 * @param crls the DER of each CRL, none when the field is absent
 */
public record SignedData(
    List<Algorithm> digestAlgorithms,
    EncapsulatedContent content,
    List<Der> certificates,
    List<Der> crls,
    List<SignerInfo> signers) {
  private static final int CERTIFICATES_MAX = 64;

  private static final Tagged<List<Der>> ENCLOSED =
      upTo(CERTIFICATES_MAX, Repeated.setOf(Asn1.ANY));

  /** Its ASN.1 above, as it travels: in a ContentInfo. */
  public static final Tagged<SignedData> TYPE = ContentInfo.type(CmsOid.SIGNED_DATA, bare());

  private static Tagged<SignedData> bare() {
    return sequence(
        "SignedData",
        field("version", Exactly.version(3), (SignedData v) -> true),
        field(
            "digestAlgorithms",
            upTo(2, Repeated.setOf(Algorithm.TYPE)),
            SignedData::digestAlgorithms),
        field("encapContentInfo", EncapsulatedContent.TYPE, SignedData::content),
        optional("certificates", ENCLOSED.implicit(0), v -> present(v.certificates)),
        optional("crls", ENCLOSED.implicit(1), v -> present(v.crls)),
        field("signerInfos", upTo(2, Repeated.setOf(SignerInfo.TYPE)), SignedData::signers),
        (version, digests, content, certificates, crls, signers) ->
            new SignedData(
                digests,
                content,
                certificates.orElse(List.of()),
                crls.orElse(List.of()),
                signers));
  }

  private static Optional<List<Der>> present(List<Der> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list);
  }

  private static <T> Tagged<List<T>> upTo(int most, Tagged<List<T>> type) {
    return type.map(
        type.name(),
        list -> {
          if (list.isEmpty() || list.size() > most) {
            throw new Asn1Exception(list.size() + " elements, expected 1 to " + most);
          }
          return list;
        },
        list -> list);
  }
}
