package openset.asn1;

import java.util.List;
import java.util.function.Function;

/** {@code CHOICE}: the alternatives of a sealed interface, told apart by tag. */
public final class Choice {
  private Choice() {}

  /** One way to be a {@code T}: the record class, and the type whose values it writes. */
  public record Alternative<T, A extends T>(String name, Class<A> is, Asn1Type<A> type) {}

  /** An alternative by its ASN.1 name. */
  public static <T, A extends T> Alternative<T, A> alternative(
      String name, Class<A> is, Asn1Type<A> type) {
    return new Alternative<>(name, is, type);
  }

  /** An alternative that is a wrapper record around a value: {@code wrap} and {@code unwrap} it. */
  public static <T, A extends T, V> Alternative<T, A> alternative(
      String name, Class<A> is, Asn1Type<V> type, Function<V, A> wrap, Function<A, V> unwrap) {
    return new Alternative<>(name, is, type.map(type.name(), wrap, unwrap));
  }

  /** A CHOICE of {@code alternatives}, whose tags must differ. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <T> Asn1Type<T> choice(String name, Alternative<T, ? extends T>... alternatives) {
    return new ChoiceType<>(name, List.of(alternatives));
  }

  private record ChoiceType<T>(String name, List<Alternative<T, ? extends T>> alternatives)
      implements Asn1Type<T> {
    @Override
    public boolean matches(int tag) {
      for (Alternative<T, ? extends T> a : alternatives) if (a.type().matches(tag)) return true;
      return false;
    }

    @Override
    public T read(DerReader in) {
      int tag = in.peekTag();
      for (Alternative<T, ? extends T> a : alternatives) {
        if (a.type().matches(tag)) return read(a, in);
      }
      throw new Asn1Exception(
          tag < 0
              ? "ran out of bytes, expected " + name
              : "no alternative of %s has tag %02x".formatted(name, tag));
    }

    @Override
    public void write(DerWriter out, T value) {
      for (Alternative<T, ? extends T> a : alternatives) if (writeAs(a, out, value)) return;
      throw new IllegalArgumentException(name + " has no " + value.getClass().getSimpleName());
    }

    private static <T, A extends T> T read(Alternative<T, A> a, DerReader in) {
      in.begin(a.name(), a.type());
      try {
        T value = a.type().read(in);
        in.end(value);
        return value;
      } catch (Asn1Exception e) {
        throw e.within(a.name());
      }
    }

    private static <T, A extends T> boolean writeAs(Alternative<T, A> a, DerWriter out, T value) {
      if (!a.is().isInstance(value)) return false;
      a.type().write(out, a.is().cast(value));
      return true;
    }
  }
}
