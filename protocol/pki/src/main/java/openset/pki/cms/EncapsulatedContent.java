package openset.pki.cms;

import static openset.asn1.Field.field;
import static openset.asn1.Field.optional;
import static openset.asn1.Sequence.sequence;

import java.util.Optional;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Tagged;

/**
 * What is signed: its type and, unless it is kept elsewhere, its octets (RFC 5652 5.2).
 *
 * <pre>
 * EncapsulatedContentInfo ::= SEQUENCE {
 *   eContentType OBJECT IDENTIFIER,
 *   eContent     [0] EXPLICIT OCTET STRING OPTIONAL }
 * </pre>
 */
public record EncapsulatedContent(ObjectIdentifier contentType, Optional<Der> content) {
  /** Its ASN.1 above. */
  public static final Tagged<EncapsulatedContent> TYPE =
      sequence(
          "EncapsulatedContentInfo",
          field("eContentType", Asn1.OBJECT_IDENTIFIER, EncapsulatedContent::contentType),
          optional("eContent", Asn1.OCTET_STRING.explicit(0), EncapsulatedContent::content),
          EncapsulatedContent::new);

  /** Tells type and length, never the octets. */
  @Override
  public String toString() {
    return "EncapsulatedContent[%s, %s octets]"
        .formatted(contentType, content.map(Der::length).map(String::valueOf).orElse("no"));
  }
}
