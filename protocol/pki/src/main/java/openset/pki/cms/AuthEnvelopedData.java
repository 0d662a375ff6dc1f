package openset.pki.cms;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Tagged;

/**
 * Authenticated encryption for exactly one recipient (RFC 5083), of id-data only, without
 * attributes.
 *
 * <pre>
 * AuthEnvelopedData ::= SEQUENCE {
 *   version                  INTEGER (0),
 *   recipientInfos           SET SIZE (1) OF RecipientInfo,
 *   authEncryptedContentInfo EncryptedContentInfo,
 *   mac                      OCTET STRING (SIZE (16)) }
 * EncryptedContentInfo ::= SEQUENCE {
 *   contentType                OBJECT IDENTIFIER (id-data),
 *   contentEncryptionAlgorithm AlgorithmIdentifier,
 *   encryptedContent           [0] IMPLICIT OCTET STRING }
 * </pre>
 */
public record AuthEnvelopedData(
    RecipientInfo recipient, EncryptedContent encrypted, Der mac) {
  /** The ciphertext and how it was made; its ASN.1 above. */
  public record EncryptedContent(Algorithm algorithm, Der octets) {
    static final Tagged<EncryptedContent> TYPE =
        sequence(
            "EncryptedContentInfo",
            field(
                "contentType",
                Exactly.exactly("ContentType", Asn1.OBJECT_IDENTIFIER, CmsOid.DATA),
                v -> true),
            field(
                "contentEncryptionAlgorithm",
                Algorithm.TYPE,
                EncryptedContent::algorithm),
            field("encryptedContent", Asn1.OCTET_STRING.implicit(0), EncryptedContent::octets),
            (type, algorithm, octets) -> new EncryptedContent(algorithm, octets));
  }

  /** Its ASN.1 above, as it travels: in a ContentInfo. */
  public static final Tagged<AuthEnvelopedData> TYPE =
      ContentInfo.type(CmsOid.AUTH_ENVELOPED_DATA, bare());

  private static Tagged<AuthEnvelopedData> bare() {
    return sequence(
        "AuthEnvelopedData",
        field("version", Exactly.version(0), (AuthEnvelopedData v) -> true),
        field("recipientInfos", one(), AuthEnvelopedData::recipient),
        field("authEncryptedContentInfo", EncryptedContent.TYPE, AuthEnvelopedData::encrypted),
        field("mac", Asn1.octets(16, 16), AuthEnvelopedData::mac),
        (version, recipient, encrypted, mac) -> new AuthEnvelopedData(recipient, encrypted, mac));
  }

  private static Tagged<RecipientInfo> one() {
    return new Tagged<>(
        "RecipientInfos", 0x31, RecipientInfo.TYPE::read, RecipientInfo.TYPE::write);
  }
}
