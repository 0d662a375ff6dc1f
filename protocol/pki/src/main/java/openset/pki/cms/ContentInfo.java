package openset.pki.cms;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import java.util.function.Function;
import openset.asn1.Asn1;
import openset.asn1.Asn1Type;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Tagged;

/**
 * A value beside the identifier of its type (RFC 5652 3).
 *
 * <pre>
 * ContentInfo ::= SEQUENCE { contentType OBJECT IDENTIFIER, content [0] EXPLICIT ANY }
 * </pre>
 */
public final class ContentInfo {
  private ContentInfo() {}

  /** The values of {@code type}, each in a ContentInfo of exactly {@code contentType}. */
  public static <T> Tagged<T> type(ObjectIdentifier contentType, Asn1Type<T> type) {
    return sequence(
        type.name(),
        field(
            "contentType",
            Exactly.exactly("ContentType", Asn1.OBJECT_IDENTIFIER, contentType),
            (T value) -> true),
        field("content", type.explicit(0), Function.identity()),
        (same, value) -> value);
  }
}
