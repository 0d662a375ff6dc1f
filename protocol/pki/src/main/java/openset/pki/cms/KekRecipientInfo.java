package openset.pki.cms;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import java.util.function.Function;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Tagged;

/**
 * The envelope's key, wrapped under a key both sides hold already (RFC 5652 6.2.3).
 *
 * <pre>
 * KEKRecipientInfo ::= SEQUENCE {
 *   version                INTEGER (4),
 *   kekid                  SEQUENCE { keyIdentifier OCTET STRING },
 *   keyEncryptionAlgorithm AlgorithmIdentifier,
 *   encryptedKey           OCTET STRING }
 * </pre>
 */
public record KekRecipientInfo(
    Der keyIdentifier, Algorithm keyEncryptionAlgorithm, Der encryptedKey)
    implements RecipientInfo {
  private static final Tagged<Der> KEK_ID =
      sequence(
          "KEKIdentifier",
          field("keyIdentifier", Asn1.octets(0, 64), Function.<Der>identity()),
          id -> id);

  /** Its ASN.1 above. */
  public static final Tagged<KekRecipientInfo> TYPE =
      sequence(
          "KEKRecipientInfo",
          field("version", Exactly.version(4), v -> true),
          field("kekid", KEK_ID, KekRecipientInfo::keyIdentifier),
          field(
              "keyEncryptionAlgorithm",
              Algorithm.TYPE,
              KekRecipientInfo::keyEncryptionAlgorithm),
          field("encryptedKey", Asn1.octets(24, 72), KekRecipientInfo::encryptedKey),
          (version, id, algorithm, key) -> new KekRecipientInfo(id, algorithm, key));
}
