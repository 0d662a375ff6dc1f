package openset.set.operator;

import openset.asn1.Der;

/** The linkage: {@code L(a, b) = {a, DD(b)}} (OP-03). */
public final class L {
  private L() {}

  /** {@code value} linked to the value of {@code other} whose DER is {@code der}. */
  public static <A, B> Linked<A, B> of(A value, Content<B> other, Der der) {
    return new Linked<>(value, DD.of(other, der));
  }

  /** Whether {@code linked} is linked to the value of {@code other} whose DER is {@code der}. */
  public static <A, B> boolean holds(Linked<A, B> linked, Content<B> other, Der der) {
    return DD.matches(linked.link(), other, der);
  }
}
