package openset.set.operator;

import static openset.asn1.Field.field;
import static openset.asn1.Sequence.sequence;

import openset.asn1.AsSent;
import openset.asn1.Asn1Type;
import openset.asn1.Tagged;

/**
 * EncB(s, r, t, b), a {@code T} signed and sealed, bound by digest to the baggage {@code B} that
 * travels beside it.
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
}
