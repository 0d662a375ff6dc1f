package openset.pki.cms;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import java.util.function.Function;
import openset.asn1.AsSent;
import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Tagged;

/**
 * What a signature covers: exactly the type and the digest of the content, in DER order, and
 * nothing else (RFC 5652 5.3, 11.1, 11.2).
 *
 * <pre>
 * SignedAttributes ::= SET { contentType Attribute, messageDigest Attribute }
 * Attribute        ::= SEQUENCE { attrType OBJECT IDENTIFIER, attrValues SET SIZE (1) OF ANY }
 * </pre>
 *
 * <p>The order is DER's while the content type is shorter than the digest, as all of SET's are.
 */
public record SignedAttributes(ObjectIdentifier contentType, Der messageDigest) {
  private static final int SET = 0x31;

  private static final Tagged<ObjectIdentifier> CONTENT_TYPE =
      attribute(CmsOid.CONTENT_TYPE, Asn1.OBJECT_IDENTIFIER);

  private static final Tagged<Der> MESSAGE_DIGEST =
      attribute(CmsOid.MESSAGE_DIGEST, Asn1.octets(16, 64));

  /** Its ASN.1 above, with the tag of a SET: the form that is signed. */
  public static final Tagged<SignedAttributes> TYPE =
      new Tagged<>(
          "SignedAttributes",
          SET,
          in -> new SignedAttributes(CONTENT_TYPE.read(in), MESSAGE_DIGEST.read(in)),
          (out, v) -> {
            MESSAGE_DIGEST.write(out, v.messageDigest());
            CONTENT_TYPE.write(out, v.contentType());
          });

  private static final Tagged<SignedAttributes> SENT_TYPE = TYPE.implicit(0);

  /** The form that travels in a SignerInfo: {@code [0] IMPLICIT}, its octets kept. */
  static final Asn1Type<AsSent<SignedAttributes>> SENT = AsSent.type(SENT_TYPE);

  /** The octets to sign, of attributes as they travel: the same with the tag of a SET. */
  public static byte[] signedForm(AsSent<SignedAttributes> sent) {
    byte[] form = sent.der().bytes();
    form[0] = SET;
    return form;
  }

  /** These attributes as they will travel. */
  public AsSent<SignedAttributes> toSend() {
    return AsSent.of(SENT_TYPE, this);
  }

  private static <T> Tagged<T> attribute(ObjectIdentifier name, Asn1Type<T> type) {
    Tagged<T> values = new Tagged<>("AttributeValues", SET, type::read, type::write);
    return sequence(
        "Attribute",
        field(
            "attrType",
            Exactly.exactly("AttributeType", Asn1.OBJECT_IDENTIFIER, name),
            (T value) -> true),
        field("attrValues", values, Function.identity()),
        (same, value) -> value);
  }
}
