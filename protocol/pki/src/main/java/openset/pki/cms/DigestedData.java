package openset.pki.cms;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Tagged;

/**
 * The digest of a content that is kept elsewhere (RFC 5652 7; SET calls it DetachedDigest).
 *
 * <pre>
 * DigestedData ::= SEQUENCE {
 *   version          INTEGER (2),
 *   digestAlgorithm  AlgorithmIdentifier,
 *   encapContentInfo SEQUENCE { eContentType OBJECT IDENTIFIER },
 *   digest           OCTET STRING }
 * </pre>
 */
public record DigestedData(
    Algorithm digestAlgorithm, ObjectIdentifier contentType, Der digest) {
  private static final Tagged<ObjectIdentifier> ABSENT_CONTENT =
      new Tagged<>(
          "EncapsulatedContentInfo",
          0x30,
          Asn1.OBJECT_IDENTIFIER::read,
          Asn1.OBJECT_IDENTIFIER::write);

  /** Its ASN.1 above. */
  public static final Tagged<DigestedData> TYPE =
      sequence(
          "DigestedData",
          field("version", Exactly.version(2), v -> true),
          field("digestAlgorithm", Algorithm.TYPE, DigestedData::digestAlgorithm),
          field("encapContentInfo", ABSENT_CONTENT, DigestedData::contentType),
          field("digest", Asn1.octets(16, 64), DigestedData::digest),
          (version, algorithm, type, digest) -> new DigestedData(algorithm, type, digest));
}
