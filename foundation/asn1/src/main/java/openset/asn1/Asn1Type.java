package openset.asn1;

import java.util.function.Function;

/**
 * How one ASN.1 type is read from DER and written to it: one declaration for both directions.
 *
 * <p>Law, tested for every type of the project: whatever {@link #decode} accepts, {@link #encode}
 * gives back byte for byte.
 */
public interface Asn1Type<T> {
  /** The name of the type, as in its ASN.1. */
  String name();

  /** Whether a value of this type can begin with {@code tag}: its identifier octets as a number. */
  boolean matches(int tag);

  /** Reads one value; the cursor moves behind it. */
  T read(DerReader in);

  /** Writes one value before what is written. */
  void write(DerWriter out, T value);

  /**
   * The value whose DER is exactly {@code der}, as sent by a peer.
   *
   * @throws Asn1Exception where the bytes are not strict DER of this type, or beyond the limits
   */
  default T decode(byte[] der) {
    return decode(der, Limits.PEER);
  }

  /** As {@link #decode(byte[])}, within other limits. */
  default T decode(byte[] der, Limits limits) {
    return decode(der, limits, Trace.NONE);
  }

  /** As {@link #decode(byte[], Limits)}, telling {@code trace} of every named part. */
  default T decode(byte[] der, Limits limits, Trace trace) {
    try {
      DerReader in = new DerReader(der, limits, trace);
      in.begin(name(), this);
      T value = read(in);
      in.end(value);
      if (in.hasNext()) throw new Asn1Exception(in.remaining() + " bytes left over");
      return value;
    } catch (Asn1Exception e) {
      throw e.within(name());
    }
  }

  /** The DER of {@code value}. */
  default byte[] encode(T value) {
    DerWriter out = new DerWriter(1024);
    write(out, value);
    return out.bytes();
  }

  /** {@code [n] EXPLICIT}: the whole value inside another tag. */
  default Tagged<T> explicit(int n) {
    return Tagged.explicit(n, this);
  }

  /**
   * The same bytes seen as another Java type. {@code to} may refuse a value with an {@link
   * Asn1Exception} or, as constructors do, an {@link IllegalArgumentException}, of whose message
   * nothing is kept: it may quote the value. {@code from} must undo it exactly.
   */
  default <U> Asn1Type<U> map(String name, Function<T, U> to, Function<U, T> from) {
    return new Mapped<>(name, this, to, from);
  }
}
