package openset.set.data.card;

import static openset.asn1.Field.field;

import openset.asn1.ObjectIdentifier;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.set.data.Algorithms;

/**
 * A fresh key that the cardholder offers, sealed, to the gateway or the CCA, for an answer that it
 * alone can read.
 *
 * <pre>
 * BackKeyData ::= SEQUENCE {
 *   backAlgID   AlgorithmIdentifier,    -- id-aes256-GCM, no parameters
 *   backKey     Secret }
 * </pre>
 *
 * @param backKey 32 octets
 */
public record BackKeyData(SecretBytes backKey) {
  private static final int OCTETS = 32;

  public static final Tagged<BackKeyData> TYPE =
      Sequence.sequence(
          "BackKeyData",
          field("backAlgID", Algorithms.AES256_GCM, BackKeyData::algorithm),
          field("backKey", SecretOctets.type("Secret", OCTETS), BackKeyData::backKey),
          (algorithm, backKey) -> new BackKeyData(backKey));

  public BackKeyData {
    SecretOctets.sized(backKey, OCTETS);
  }

  /** A fresh key. */
  public static BackKeyData random(Randomness randomness) {
    return new BackKeyData(SecretBytes.random(OCTETS, randomness));
  }

  private ObjectIdentifier algorithm() {
    return Algorithms.ID_AES256_GCM;
  }
}
