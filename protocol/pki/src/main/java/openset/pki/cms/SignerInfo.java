package openset.pki.cms;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import openset.asn1.AsSent;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Tagged;

/**
 * One signature (RFC 5652 5.3), always with signed attributes and never with unsigned ones.
 *
 * <pre>
 * SignerInfo ::= SEQUENCE {
 *   version            INTEGER (1),
 *   sid                IssuerAndSerialNumber,
 *   digestAlgorithm    AlgorithmIdentifier,
 *   signedAttrs        [0] IMPLICIT SignedAttributes,
 *   signatureAlgorithm AlgorithmIdentifier,
 *   signature          OCTET STRING }
 * </pre>
 */
public record SignerInfo(
    IssuerAndSerialNumber sid,
    Algorithm digestAlgorithm,
    AsSent<SignedAttributes> signedAttributes,
    Algorithm signatureAlgorithm,
    Der signature) {
  /** Its ASN.1 above. */
  public static final Tagged<SignerInfo> TYPE =
      sequence(
          "SignerInfo",
          field("version", Exactly.version(1), v -> true),
          field("sid", IssuerAndSerialNumber.TYPE, SignerInfo::sid),
          field("digestAlgorithm", Algorithm.TYPE, SignerInfo::digestAlgorithm),
          field("signedAttrs", SignedAttributes.SENT, SignerInfo::signedAttributes),
          field("signatureAlgorithm", Algorithm.TYPE, SignerInfo::signatureAlgorithm),
          field("signature", Asn1.octets(1, 8192), SignerInfo::signature),
          (version, sid, digest, attributes, algorithm, signature) ->
              new SignerInfo(sid, digest, attributes, algorithm, signature));
}
