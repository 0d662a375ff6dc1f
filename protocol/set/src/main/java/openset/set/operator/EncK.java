package openset.set.operator;

import openset.asn1.Tagged;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.pki.cms.AuthEnvelopedData;
import openset.set.Refused;

/**
 * Signed, then sealed under a key both sides hold: {@code EncK(k, s, t) = EK(k, S(s, t))} (OP-39).
 */
public record EncK<T>(AuthEnvelopedData cms) {
  /** As it travels: ContentInfo with AuthEnvelopedData. */
  public static <T> Tagged<EncK<T>> type() {
    return AuthEnvelopedData.TYPE.map("EncK", EncK::new, EncK::cms);
  }

  /** {@code value} signed by {@code signatory} and sealed under {@code key}. */
  public static <T> EncK<T> seal(
      SecretBytes key, Signatory signatory, Enc.Form<T> form, T value, Randomness randomness) {
    Signed<T> signed = S.sign(signatory, form.content(), value);
    return new EncK<>(EK.seal(key, form.inside(), signed, randomness));
  }

  /**
   * The value sealed under {@code key}, whose signer is proved to be as {@code expected}.
   *
   * @throws Refused decodingFailure where it does not open, for whatever reason; then as {@link
   *     S#verify}
   */
  public static <T> Verified<T> open(
      SecretBytes key, EncK<T> sealed, Enc.Form<T> form, Expected expected) throws Refused {
    return S.verify(signed(key, sealed, form), form.content(), expected);
  }

  /**
   * What was signed before it was sealed under {@code key}, to be shown to others; nothing of it is
   * proved.
   *
   * @throws Refused decodingFailure where it does not open, for whatever reason
   */
  public static <T> Signed<T> signed(SecretBytes key, EncK<T> sealed, Enc.Form<T> form)
      throws Refused {
    return EK.open(key, sealed.cms, form.inside());
  }
}
