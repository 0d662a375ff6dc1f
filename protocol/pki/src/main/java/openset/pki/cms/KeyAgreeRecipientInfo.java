package openset.pki.cms;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import java.util.function.Function;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Tagged;

/**
 * The envelope's key, wrapped under what a fresh key of the sender and the key of one certificate
 * agree on (RFC 5652 6.2.2, RFC 5753, RFC 8418), without user keying material.
 *
 * <pre>
 * KeyAgreeRecipientInfo ::= SEQUENCE {
 *   version                INTEGER (3),
 *   originator             [0] EXPLICIT CHOICE { originatorKey [1] IMPLICIT OriginatorPublicKey },
 *   keyEncryptionAlgorithm AlgorithmIdentifier,
 *   recipientEncryptedKeys SEQUENCE SIZE (1) OF RecipientEncryptedKey }
 * RecipientEncryptedKey ::= SEQUENCE { rid IssuerAndSerialNumber, encryptedKey OCTET STRING }
 * </pre>
 */
public record KeyAgreeRecipientInfo(
    OriginatorPublicKey originatorKey,
    Algorithm keyEncryptionAlgorithm,
    RecipientEncryptedKey recipient)
    implements RecipientInfo {
  /** The key for the holder of one certificate; its ASN.1 above. */
  public record RecipientEncryptedKey(IssuerAndSerialNumber rid, Der encryptedKey) {
    static final Tagged<RecipientEncryptedKey> TYPE =
        sequence(
            "RecipientEncryptedKey",
            field("rid", IssuerAndSerialNumber.TYPE, RecipientEncryptedKey::rid),
            field("encryptedKey", Asn1.octets(24, 72), RecipientEncryptedKey::encryptedKey),
            RecipientEncryptedKey::new);
  }

  /** Its ASN.1 above. */
  public static final Tagged<KeyAgreeRecipientInfo> TYPE =
      sequence(
          "KeyAgreeRecipientInfo",
          field("version", Exactly.version(3), v -> true),
          field(
              "originator",
              OriginatorPublicKey.TYPE.implicit(1).explicit(0),
              KeyAgreeRecipientInfo::originatorKey),
          field(
              "keyEncryptionAlgorithm",
              Algorithm.TYPE,
              KeyAgreeRecipientInfo::keyEncryptionAlgorithm),
          field("recipientEncryptedKeys", one(), KeyAgreeRecipientInfo::recipient),
          (version, key, algorithm, recipient) ->
              new KeyAgreeRecipientInfo(key, algorithm, recipient));

  @Override
  public Der encryptedKey() {
    return recipient.encryptedKey();
  }

  private static Tagged<RecipientEncryptedKey> one() {
    return sequence(
        "RecipientEncryptedKeys",
        field("[0]", RecipientEncryptedKey.TYPE, Function.<RecipientEncryptedKey>identity()),
        recipient -> recipient);
  }
}
