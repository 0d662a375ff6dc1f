package openset.asn1;

import java.util.Optional;
import java.util.function.Function;

/** One component of a SEQUENCE: its ASN.1 name, its type, and where the record keeps it. */
public final class Field<R, T> {
  private final String name;
  private final Asn1Type<T> type;
  private final Function<R, T> from;

  private Field(String name, Asn1Type<T> type, Function<R, T> from) {
    this.name = name;
    this.type = type;
    this.from = from;
  }

  /** A component that is always there. */
  public static <R, T> Field<R, T> field(String name, Asn1Type<T> type, Function<R, T> from) {
    return new Field<>(name, type, from);
  }

  /** An {@code OPTIONAL} component. */
  public static <R, T> Field<R, Optional<T>> optional(
      String name, Asn1Type<T> type, Function<R, Optional<T>> from) {
    return new Field<>(name, new OptionalType<>(type), from);
  }

  /** A component with a {@code DEFAULT}: left out when it has that value, refused written out. */
  public static <R, T> Field<R, T> defaulted(
      String name, Asn1Type<T> type, T value, Function<R, T> from) {
    return new Field<>(name, new DefaultType<>(type, value), from);
  }

  /** The component's ASN.1 name. */
  public String name() {
    return name;
  }

  /** The component's type. */
  public Asn1Type<T> type() {
    return type;
  }

  T read(DerReader in) {
    in.begin(name, type);
    try {
      T value = type.read(in);
      in.end(value);
      return value;
    } catch (Asn1Exception e) {
      throw e.within(name);
    }
  }

  void write(DerWriter out, R record) {
    type.write(out, from.apply(record));
  }

  private record OptionalType<T>(Asn1Type<T> type) implements Asn1Type<Optional<T>> {
    @Override
    public String name() {
      return type.name();
    }

    @Override
    public boolean matches(int tag) {
      return true;
    }

    @Override
    public Optional<T> read(DerReader in) {
      return in.hasNext() && type.matches(in.peekTag())
          ? Optional.of(type.read(in))
          : Optional.empty();
    }

    @Override
    public void write(DerWriter out, Optional<T> value) {
      value.ifPresent(present -> type.write(out, present));
    }
  }

  private record DefaultType<T>(Asn1Type<T> type, T standard) implements Asn1Type<T> {
    @Override
    public String name() {
      return type.name();
    }

    @Override
    public boolean matches(int tag) {
      return true;
    }

    @Override
    public T read(DerReader in) {
      if (!in.hasNext() || !type.matches(in.peekTag())) return standard;
      T value = type.read(in);
      if (value.equals(standard)) throw new Asn1Exception("default value written out");
      return value;
    }

    @Override
    public void write(DerWriter out, T value) {
      if (!value.equals(standard)) type.write(out, value);
    }
  }
}
