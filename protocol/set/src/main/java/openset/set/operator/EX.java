package openset.set.operator;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import openset.asn1.AsSent;
import openset.asn1.Asn1Type;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Tagged;
import openset.crypto.Randomness;
import openset.pki.OpeningCredential;
import openset.pki.cms.AuthEnvelopedData;
import openset.pki.cms.ContentInfo;
import openset.set.Refused;

/**
 * The envelope with an extra part: {@code EX(r, t, p) = E(r, {L(t, p), p})} (OP-36). SET 1.0 kept p
 * in the RSA block; here one authenticated envelope holds both, and the link is still checked.
 *
 * <p>Not signed: who wrote it is known only where a signature elsewhere covers t and p.
 */
public record EX<T, P>(AuthEnvelopedData cms) {
  /** As it travels: ContentInfo with AuthEnvelopedData. */
  public static <T, P> Tagged<EX<T, P>> type() {
    return AuthEnvelopedData.TYPE.map("EX", EX::new, EX::cms);
  }

  /** Which content types an EX is made of. */
  public static final class Form<T, P> {
    private final Content<P> extra;
    private final Asn1Type<Inside<T, P>> inside;

    /**
     * A form.
     *
     * @param tbe the content type of what is encrypted
     */
    public Form(ObjectIdentifier tbe, Asn1Type<T> value, Content<P> extra) {
      this.extra = extra;
      this.inside =
          ContentInfo.type(
              tbe,
              sequence(
                  "TBE",
                  field("link", Linked.type(value, extra), (Inside<T, P> v) -> v.link()),
                  field("extra", AsSent.type(extra.type()), Inside::extra),
                  Inside::new));
    }

    /** What is encrypted, as it is read; for those who show it. */
    public Asn1Type<?> sealed() {
      return inside;
    }
  }

  private record Inside<T, P>(Linked<T, P> link, AsSent<P> extra) {}

  /** {@code value} and {@code extra} sealed to {@code recipient}. */
  public static <T, P> EX<T, P> seal(
      Recipient recipient, Form<T, P> form, T value, P extra, Randomness randomness) {
    AsSent<P> sent = AsSent.of(form.extra.type(), extra);
    Inside<T, P> inside = new Inside<>(L.of(value, form.extra, sent.der()), sent);
    return new EX<>(E.seal(recipient, form.inside, inside, randomness));
  }

  /**
   * What was sealed to {@code own}, the link between both parts checked.
   *
   * @throws Refused decodingFailure for whatever reason, or messageNotSupported for an algorithm
   */
  public static <T, P> Opened<T, P> open(
      OpeningCredential own, EX<T, P> sealed, Form<T, P> form) throws Refused {
    Inside<T, P> inside = E.open(own, sealed.cms, form.inside);
    if (!L.holds(inside.link, form.extra, inside.extra.der())) throw E.closed();
    return new Opened<>(inside.link.value(), inside.extra.value());
  }
}
