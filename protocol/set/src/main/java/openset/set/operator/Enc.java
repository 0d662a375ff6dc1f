package openset.set.operator;

import openset.asn1.Asn1Type;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Tagged;
import openset.crypto.Randomness;
import openset.pki.OpeningCredential;
import openset.pki.cms.IssuerAndSerialNumber;
import openset.pki.cms.KeyAgreeRecipientInfo;
import openset.pki.cms.AuthEnvelopedData;
import openset.pki.cms.ContentInfo;
import openset.set.Refused;

/** Signed, then sealed: {@code Enc(s, r, t) = E(r, S(s, t))} (OP-38). */
public record Enc<T>(AuthEnvelopedData cms) {
  /** As it travels: ContentInfo with AuthEnvelopedData. */
  public static <T> Tagged<Enc<T>> type() {
    return AuthEnvelopedData.TYPE.map("Enc", Enc::new, Enc::cms);
  }

  /** Whether it is sealed to this credential and no other; says nothing of whether it opens. */
  public boolean isFor(OpeningCredential own) {
    return cms.recipient() instanceof KeyAgreeRecipientInfo info
        && info.recipient().rid().equals(IssuerAndSerialNumber.of(own.certificate()));
  }

  /** Which content types an Enc or EncK is made of. */
  public static final class Form<T> {
    private final Content<T> content;
    private final Asn1Type<Signed<T>> inside;

    /**
     * A form.
     *
     * @param tbe the content type of what is encrypted
     * @param content what is signed in it
     */
    public Form(ObjectIdentifier tbe, Content<T> content) {
      this.content = content;
      this.inside = ContentInfo.type(tbe, Signed.type());
    }

    /** What is signed in it. */
    public Content<T> content() {
      return content;
    }

    /** What is encrypted, as it is read; for those who show it. */
    public Asn1Type<?> sealed() {
      return inside;
    }

    Asn1Type<Signed<T>> inside() {
      return inside;
    }
  }

  /** {@code value} signed by {@code signatory} and sealed to {@code recipient}. */
  public static <T> Enc<T> seal(
      Signatory signatory, Recipient recipient, Form<T> form, T value, Randomness randomness) {
    Signed<T> signed = S.sign(signatory, form.content, value);
    return new Enc<>(E.seal(recipient, form.inside, signed, randomness));
  }

  /**
   * The value sealed to {@code own}, whose signer is proved to be as {@code expected}.
   *
   * @throws Refused decodingFailure where it does not open, for whatever reason; then as {@link
   *     S#verify}
   */
  public static <T> Verified<T> open(
      OpeningCredential own, Enc<T> sealed, Form<T> form, Expected expected) throws Refused {
    return S.verify(signed(own, sealed, form), form.content, expected);
  }

  /**
   * What was signed before it was sealed to {@code own}, to be shown to others; nothing of it is
   * proved.
   *
   * @throws Refused decodingFailure where it does not open, for whatever reason
   */
  public static <T> Signed<T> signed(OpeningCredential own, Enc<T> sealed, Form<T> form)
      throws Refused {
    return E.open(own, sealed.cms, form.inside);
  }

  /**
   * The request sealed to {@code own}, whose sender holds the keys that {@code rule} asks for.
   *
   * @throws Refused as {@link #open}, and what {@code rule} refuses
   */
  public static <T> KeyRule.Proof<T> openRequest(
      OpeningCredential own, Enc<T> sealed, Form<T> form, KeyRule<T> rule) throws Refused {
    Signed<T> signed = E.open(own, sealed.cms, form.inside);
    return S.verifyProofOfPossession(signed, form.content, rule);
  }
}
