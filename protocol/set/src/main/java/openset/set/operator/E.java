package openset.set.operator;

import openset.asn1.Asn1Exception;
import openset.asn1.Asn1Type;
import openset.crypto.Randomness;
import openset.crypto.Unauthentic;
import openset.pki.OpeningCredential;
import openset.pki.cms.AuthEnvelopedData;
import openset.pki.cms.ContentInfo;
import openset.pki.cms.Envelopes;
import openset.pki.cms.IssuerAndSerialNumber;
import openset.pki.cms.UnknownAlgorithm;
import openset.set.ErrorCode;
import openset.set.Refused;

/**
 * The envelope: {@code E(r, t) = AuthEnvelopedData(AES-256-GCM under a fresh key over {type of t,
 * t}, that key wrapped to r)} (OP-30 to OP-35).
 */
public final class E {
  private E() {}

  /** {@code value} sealed to {@code recipient}. */
  public static <T> Enveloped<T> seal(
      Recipient recipient, Content<T> content, T value, Randomness randomness) {
    return new Enveloped<>(seal(recipient, inside(content), value, randomness));
  }

  /**
   * The value sealed to {@code own}; nothing says by whom.
   *
   * @throws Refused decodingFailure for whatever reason, or messageNotSupported for an algorithm
   */
  public static <T> T open(OpeningCredential own, Enveloped<T> sealed, Content<T> content)
      throws Refused {
    return open(own, sealed.cms(), inside(content));
  }

  static <T> Asn1Type<T> inside(Content<T> content) {
    return ContentInfo.type(content.oid(), content.type());
  }

  static <T> AuthEnvelopedData seal(
      Recipient recipient, Asn1Type<T> inside, T value, Randomness randomness) {
    return Envelopes.sealTo(
        recipient.name(), recipient.key(), inside.encode(value), randomness);
  }

  static <T> T open(OpeningCredential own, AuthEnvelopedData sealed, Asn1Type<T> inside)
      throws Refused {
    IssuerAndSerialNumber name = IssuerAndSerialNumber.of(own.certificate());
    return open(() -> Envelopes.open(sealed, own.agreement(), name), inside);
  }

  static <T> T open(Opening opening, Asn1Type<T> inside) throws Refused {
    try {
      return inside.decode(opening.octets());
    } catch (Unauthentic | Asn1Exception e) {
      throw closed();
    } catch (UnknownAlgorithm e) {
      throw new Refused(ErrorCode.messageNotSupported, "OP-31");
    }
  }

  /** The one answer to everything that does not open (OP-35). */
  static Refused closed() {
    return new Refused(ErrorCode.decodingFailure, "OP-35");
  }

  /** Decrypts. */
  interface Opening {
    byte[] octets() throws Unauthentic, UnknownAlgorithm;
  }
}
