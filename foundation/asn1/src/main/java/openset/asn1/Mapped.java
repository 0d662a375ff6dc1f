package openset.asn1;

import java.util.function.Function;

/** A type whose bytes are those of another. */
record Mapped<T, U>(String name, Asn1Type<T> type, Function<T, U> to, Function<U, T> from)
    implements Asn1Type<U> {
  @Override
  public boolean matches(int tag) {
    return type.matches(tag);
  }

  @Override
  public U read(DerReader in) {
    return Asn1Exception.refusing(name, to, type.read(in));
  }

  @Override
  public void write(DerWriter out, U value) {
    type.write(out, from.apply(value));
  }
}
