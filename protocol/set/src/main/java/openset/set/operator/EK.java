package openset.set.operator;

import openset.asn1.Asn1Type;
import openset.asn1.Tagged;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.pki.cms.AuthEnvelopedData;
import openset.pki.cms.Envelopes;
import openset.set.Refused;

/**
 * The envelope under a key both sides hold: {@code EK(k, t) = AuthEnvelopedData(AES-256-GCM under a
 * fresh key over {type of t, t}, that key wrapped under k)} (OP-30 to OP-35). The key is 32 octets.
 */
public record EK<T>(AuthEnvelopedData cms) {
  /** As it travels: ContentInfo with AuthEnvelopedData. */
  public static <T> Tagged<EK<T>> type() {
    return AuthEnvelopedData.TYPE.map("EK", EK::new, EK::cms);
  }

  /** {@code value} sealed under {@code key}. */
  public static <T> EK<T> seal(
      SecretBytes key, Content<T> content, T value, Randomness randomness) {
    return new EK<>(seal(key, E.inside(content), value, randomness));
  }

  /**
   * The value sealed under {@code key}.
   *
   * @throws Refused decodingFailure for whatever reason, or messageNotSupported for an algorithm
   */
  public static <T> T open(SecretBytes key, EK<T> sealed, Content<T> content) throws Refused {
    return open(key, sealed.cms, E.inside(content));
  }

  static <T> AuthEnvelopedData seal(
      SecretBytes key, Asn1Type<T> inside, T value, Randomness randomness) {
    return Envelopes.sealUnder(key, inside.encode(value), randomness);
  }

  static <T> T open(SecretBytes key, AuthEnvelopedData sealed, Asn1Type<T> inside)
      throws Refused {
    return E.open(() -> Envelopes.openUnder(sealed, key), inside);
  }
}
