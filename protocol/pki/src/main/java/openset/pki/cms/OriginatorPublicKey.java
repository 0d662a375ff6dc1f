package openset.pki.cms;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Tagged;

/**
 * The sender's fresh public key of one envelope (RFC 5652 6.2.2): a SubjectPublicKeyInfo.
 *
 * <pre>
 * OriginatorPublicKey ::= SEQUENCE { algorithm AlgorithmIdentifier, publicKey BIT STRING }
 * </pre>
 */
public record OriginatorPublicKey(Algorithm algorithm, Der publicKey) {
  /** Its ASN.1 above. */
  public static final Tagged<OriginatorPublicKey> TYPE =
      sequence(
          "OriginatorPublicKey",
          field("algorithm", Algorithm.TYPE, OriginatorPublicKey::algorithm),
          field("publicKey", Asn1.BIT_STRING, OriginatorPublicKey::publicKey),
          OriginatorPublicKey::new);

  /** The key that the SubjectPublicKeyInfo {@code spki} holds. */
  public static OriginatorPublicKey of(byte[] spki) {
    return TYPE.decode(spki);
  }

  /** The DER of the SubjectPublicKeyInfo. */
  public byte[] spki() {
    return TYPE.encode(this);
  }
}
