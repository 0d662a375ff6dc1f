package openset.set.operator;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import openset.asn1.AsSent;
import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Tagged;
import openset.crypto.ConstantTime;
import openset.crypto.Randomness;
import openset.pki.OpeningCredential;
import openset.pki.cms.AuthEnvelopedData;
import openset.pki.cms.ContentInfo;
import openset.set.Refused;

/**
 * The envelope with an extra part where nobody signs: {@code EXH(r, t, p) = E(r, {L(t, p), H(t),
 * p})} (OP-37).
 */
public record EXH<T, P>(AuthEnvelopedData cms) {
  /** As it travels: ContentInfo with AuthEnvelopedData. */
  public static <T, P> Tagged<EXH<T, P>> type() {
    return AuthEnvelopedData.TYPE.map("EXH", EXH::new, EXH::cms);
  }

  /** Which content types an EXH is made of. */
  public static final class Form<T, P> {
    private final Asn1Type<T> value;
    private final Content<P> extra;
    private final Asn1Type<Inside<T, P>> inside;

    /**
     * A form.
     *
     * @param tbe the content type of what is encrypted
     */
    public Form(ObjectIdentifier tbe, Asn1Type<T> value, Content<P> extra) {
      this.value = value;
      this.extra = extra;
      this.inside =
          ContentInfo.type(
              tbe,
              sequence(
                  "TBE",
                  field(
                      "link",
                      Linked.type(AsSent.type(value), extra),
                      (Inside<T, P> v) -> v.link()),
                  field("digest", Asn1.octets(32, 32), Inside::digest),
                  field("extra", AsSent.type(extra.type()), Inside::extra),
                  Inside::new));
    }

    /** What is encrypted, as it is read; for those who show it. */
    public Asn1Type<?> sealed() {
      return inside;
    }
  }

  private record Inside<T, P>(Linked<AsSent<T>, P> link, Der digest, AsSent<P> extra) {}

  /** {@code value} and {@code extra} sealed to {@code recipient}. */
  public static <T, P> EXH<T, P> seal(
      Recipient recipient, Form<T, P> form, T value, P extra, Randomness randomness) {
    AsSent<T> sent = AsSent.of(form.value, value);
    AsSent<P> sentExtra = AsSent.of(form.extra.type(), extra);
    Linked<AsSent<T>, P> link = L.of(sent, form.extra, sentExtra.der());
    Inside<T, P> inside = new Inside<>(link, DD.digest(sent.der()), sentExtra);
    return new EXH<>(E.seal(recipient, form.inside, inside, randomness));
  }

  /**
   * What was sealed to {@code own}, link and digest checked.
   *
   * @throws Refused decodingFailure for whatever reason, or messageNotSupported for an algorithm
   */
  public static <T, P> Opened<T, P> open(
      OpeningCredential own, EXH<T, P> sealed, Form<T, P> form) throws Refused {
    Inside<T, P> inside = E.open(own, sealed.cms, form.inside);
    AsSent<T> value = inside.link.value();
    boolean digest =
        ConstantTime.equal(inside.digest.bytes(), DD.digest(value.der()).bytes());
    if (!digest || !L.holds(inside.link, form.extra, inside.extra.der())) throw E.closed();
    return new Opened<>(value.value(), inside.extra.value());
  }
}
