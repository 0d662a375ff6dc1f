package openset.set.operator;

import openset.asn1.Der;
import openset.pki.TrustedCertificate;
import openset.set.ErrorCode;
import openset.set.Refused;

/**
 * The signature over something kept elsewhere: {@code SO(s, t) = S(s, t) without t} (OP-10 to
 * OP-20). The dual signature is {@code SO(C, {DD(PIData), DD(OIData)})}.
 */
public final class SO {
  private SO() {}

  /** The signature of {@code signatory} over {@code value}. */
  public static <T> DetachedSignature<T> sign(
      Signatory signatory, Content<T> content, T value) {
    return new DetachedSignature<>(
        S.sign(signatory, content.oid(), content.type().encode(value), false));
  }

  /**
   * {@code value}, which {@code signature} is over, and whose signer is proved to be as {@code
   * expected}.
   *
   * @throws Refused signatureFailure, messageNotSupported, decodingFailure, or as the signer's
   *     certificate is not good
   */
  public static <T> Verified<T> verify(
      DetachedSignature<T> signature, Content<T> content, T value, Expected expected)
      throws Refused {
    Der octets = Der.of(content.type().encode(value));
    TrustedCertificate signer = verify(signature, content, octets, expected);
    return new Verified<>(value, octets, signer, signature.cms());
  }

  static <T> TrustedCertificate verify(
      DetachedSignature<T> signature, Content<T> content, Der octets, Expected expected)
      throws Refused {
    detached(signature);
    return S.verify(signature.cms(), content.oid(), octets, expected);
  }

  /** Refuses a signature that brings a content of its own (OP-13). */
  static void detached(DetachedSignature<?> signature) throws Refused {
    if (signature.cms().content().content().isPresent()) {
      throw new Refused(ErrorCode.decodingFailure, "OP-13");
    }
  }
}
