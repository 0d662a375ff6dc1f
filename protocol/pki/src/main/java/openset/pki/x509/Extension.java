package openset.pki.x509;

import static openset.asn1.Field.defaulted;
import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import java.util.List;
import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Tagged;

/**
 * One extension of a certificate, a CRL or a CRL entry (RFC 5280 4.1).
 *
 * <pre>
 * Extension ::= SEQUENCE {
 *   extnID     OBJECT IDENTIFIER,
 *   critical   BOOLEAN DEFAULT FALSE,
 *   extnValue  OCTET STRING }
 * </pre>
 */
public record Extension(ObjectIdentifier id, boolean critical, Der value) {
  /** Its ASN.1 type. */
  public static final Tagged<Extension> TYPE =
      sequence(
          "Extension",
          field("extnID", Asn1.OBJECT_IDENTIFIER, Extension::id),
          defaulted("critical", Asn1.BOOLEAN, false, Extension::critical),
          field("extnValue", Asn1.OCTET_STRING, Extension::value),
          Extension::new);

  /** An extension holding the DER of {@code value}. */
  public static <T> Extension of(
      ObjectIdentifier id, boolean critical, Asn1Type<T> type, T value) {
    return new Extension(id, critical, Der.of(type.encode(value)));
  }

  /** A copy of {@code extensions}, which must not name one twice (RFC 5280 4.2). */
  public static List<Extension> distinct(List<Extension> extensions) {
    long names = extensions.stream().map(Extension::id).distinct().count();
    if (names != extensions.size()) throw new IllegalArgumentException("extension twice");
    return List.copyOf(extensions);
  }
}
