package openset.set.operator;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import openset.asn1.AsSent;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Tagged;
import openset.crypto.Randomness;
import openset.pki.OpeningCredential;
import openset.pki.TrustedCertificate;
import openset.pki.cms.AuthEnvelopedData;
import openset.pki.cms.ContentInfo;
import openset.pki.cms.IssuerAndSerialNumber;
import openset.pki.cms.KeyAgreeRecipientInfo;
import openset.set.Refused;

/**
 * A value and an extra part signed together, then sealed: {@code EncX(s, r, t, p) = E(r, {t, SO(s,
 * {t, p}), p})} (OP-40).
 */
public record EncX<T, P>(AuthEnvelopedData cms) {
  /** As it travels: ContentInfo with AuthEnvelopedData. */
  public static <T, P> Tagged<EncX<T, P>> type() {
    return AuthEnvelopedData.TYPE.map("EncX", EncX::new, EncX::cms);
  }

  /** Whether it is sealed to this credential and no other; says nothing of whether it opens. */
  public boolean isFor(OpeningCredential own) {
    return cms.recipient() instanceof KeyAgreeRecipientInfo info
        && info.recipient().rid().equals(IssuerAndSerialNumber.of(own.certificate()));
  }

  /** Which content types an EncX is made of. */
  public static final class Form<T, P> {
    private final Asn1Type<T> value;
    private final Asn1Type<P> extra;
    private final Content<Both<T, P>> both;
    private final Asn1Type<Inside<T, P>> inside;

    /**
     * A form.
     *
     * @param tbe the content type of what is encrypted
     * @param tbs the content type of what is signed in it
     */
    public Form(
        ObjectIdentifier tbe, ObjectIdentifier tbs, Asn1Type<T> value, Asn1Type<P> extra) {
      this.value = value;
      this.extra = extra;
      this.both =
          new Content<>(
              tbs,
              sequence(
                  "TBS",
                  field("value", AsSent.type(value), (Both<T, P> v) -> v.value()),
                  field("extra", AsSent.type(extra), Both::extra),
                  Both::new));
      this.inside =
          ContentInfo.type(
              tbe,
              sequence(
                  "TBE",
                  field("value", AsSent.type(value), (Inside<T, P> v) -> v.value()),
                  field("signature", DetachedSignature.type(), Inside::signature),
                  field("extra", AsSent.type(extra), Inside::extra),
                  Inside::new));
    }

    /** What is encrypted, as it is read; for those who show it. */
    public Asn1Type<?> sealed() {
      return inside;
    }

    /** What is signed in it; for those who show it. */
    public Content<?> signed() {
      return both;
    }
  }

  private record Both<T, P>(AsSent<T> value, AsSent<P> extra) {
    Opened<T, P> opened() {
      return new Opened<>(value.value(), extra.value());
    }
  }

  private record Inside<T, P>(
      AsSent<T> value, DetachedSignature<Both<T, P>> signature, AsSent<P> extra) {
    Both<T, P> both() {
      return new Both<>(value, extra);
    }
  }

  /** {@code what}, signed by {@code signatory} and sealed to {@code recipient}. */
  public static <T, P> EncX<T, P> seal(
      Signatory signatory,
      Recipient recipient,
      Form<T, P> form,
      Opened<T, P> what,
      Randomness randomness) {
    AsSent<T> value = AsSent.of(form.value, what.value());
    AsSent<P> extra = AsSent.of(form.extra, what.extra());
    DetachedSignature<Both<T, P>> signature =
        SO.sign(signatory, form.both, new Both<>(value, extra));
    Inside<T, P> inside = new Inside<>(value, signature, extra);
    return new EncX<>(E.seal(recipient, form.inside, inside, randomness));
  }

  /**
   * What was sealed to {@code own}, whose signer is proved to be as {@code expected}.
   *
   * @throws Refused decodingFailure where it does not open, for whatever reason; then as {@link
   *     SO#verify}
   */
  public static <T, P> Verified<Opened<T, P>> open(
      OpeningCredential own, EncX<T, P> sealed, Form<T, P> form, Expected expected)
      throws Refused {
    Inside<T, P> inside = E.open(own, sealed.cms, form.inside);
    Der octets = Der.of(form.both.type().encode(inside.both()));
    TrustedCertificate signer = SO.verify(inside.signature, form.both, octets, expected);
    return new Verified<>(inside.both().opened(), octets, signer, inside.signature.cms());
  }

  /**
   * The request sealed to {@code own}, whose sender holds the keys that {@code rule} asks for.
   *
   * @throws Refused as {@link #open}, and what {@code rule} refuses
   */
  public static <T, P> KeyRule.Proof<Opened<T, P>> openRequest(
      OpeningCredential own, EncX<T, P> sealed, Form<T, P> form, KeyRule<T> rule)
      throws Refused {
    Inside<T, P> inside = E.open(own, sealed.cms, form.inside);
    SO.detached(inside.signature);
    Der octets = Der.of(form.both.type().encode(inside.both()));
    ObjectIdentifier tbs = form.both.oid();
    T claim = inside.value.value();
    return S.prove(inside.signature.cms(), tbs, octets, claim, rule)
        .as(inside.both().opened());
  }
}
