package openset.set.operator;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import openset.asn1.AsSent;
import openset.asn1.Asn1Type;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Tagged;
import openset.crypto.Randomness;
import openset.pki.OpeningCredential;
import openset.set.ErrorCode;
import openset.set.Refused;

/**
 * Signed and sealed, with baggage outside: {@code EncB(s, r, t, b) = {Enc(s, r, L(t, b)), b}}
 * (OP-41). The digest of the baggage covers its octets exactly as they were sent.
 *
 * <pre>
 * EncB{t, b} ::= SEQUENCE { sealed Enc{L{t, b}}, baggage b }
 * </pre>
 */
public record EncB<T, B>(Enc<Linked<T, B>> sealed, AsSent<B> baggage) {
  /** Its ASN.1 above. */
  public static <T, B> Tagged<EncB<T, B>> type(Asn1Type<B> baggage) {
    return sequence(
        "EncB",
        field("sealed", Enc.<Linked<T, B>>type(), (EncB<T, B> v) -> v.sealed()),
        field("baggage", AsSent.type(baggage), EncB::baggage),
        EncB::new);
  }

  /** Which content types an EncB is made of. */
  public static final class Form<T, B> {
    private final Content<B> baggage;
    private final Enc.Form<Linked<T, B>> enc;

    /**
     * A form.
     *
     * @param tbe the content type of what is encrypted
     * @param tbs the content type of what is signed in it
     */
    public Form(
        ObjectIdentifier tbe, ObjectIdentifier tbs, Asn1Type<T> value, Content<B> baggage) {
      this.baggage = baggage;
      this.enc = new Enc.Form<>(tbe, new Content<>(tbs, Linked.type(value, baggage)));
    }

    /** The part that is signed and sealed; for those who show it. */
    public Enc.Form<Linked<T, B>> enc() {
      return enc;
    }
  }

  /** {@code value}, signed and sealed, with {@code baggage} bound to it. */
  public static <T, B> EncB<T, B> seal(
      Signatory signatory,
      Recipient recipient,
      Form<T, B> form,
      T value,
      AsSent<B> baggage,
      Randomness randomness) {
    Linked<T, B> linked = L.of(value, form.baggage, baggage.der());
    return new EncB<>(Enc.seal(signatory, recipient, form.enc, linked, randomness), baggage);
  }

  /**
   * The value sealed to {@code own}, whose signer is proved to be as {@code expected} and bound
   * this baggage to it.
   *
   * @throws Refused decodingFailure where it does not open, for whatever reason; then as {@link
   *     S#verify}; signatureFailure where the baggage is another
   */
  public static <T, B> Verified<T> open(
      OpeningCredential own, EncB<T, B> sealed, Form<T, B> form, Expected expected)
      throws Refused {
    Verified<Linked<T, B>> linked = Enc.open(own, sealed.sealed, form.enc, expected);
    if (!L.holds(linked.value(), form.baggage, sealed.baggage.der())) {
      throw new Refused(ErrorCode.signatureFailure, "OP-41");
    }
    return linked.as(linked.value().value());
  }
}
