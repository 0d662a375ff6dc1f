package openset.set.operator;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import openset.asn1.Asn1Type;
import openset.asn1.Tagged;

/**
 * L(a, b), a value bound to another by that one's digest; made and checked by {@code L}.
 *
 * <pre>
 * L{a, b} ::= SEQUENCE { value a, link DD{b} }
 * </pre>
 */
public record Linked<A, B>(A value, Detached<B> link) {
  /** Its ASN.1 above. */
  public static <A, B> Tagged<Linked<A, B>> type(Asn1Type<A> value, Content<B> linked) {
    return sequence(
        "L",
        field("value", value, (Linked<A, B> v) -> v.value()),
        field("link", Detached.type(linked), Linked::link),
        Linked::new);
  }
}
