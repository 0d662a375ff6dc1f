package openset.asn1;

import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A type with one tag of its own.
 *
 * @param name its ASN.1 name
 * @param tag the tag octet: class, constructed bit and number
 * @param content reads the content octets, all of them
 * @param body writes the content octets, last first
 */
public record Tagged<T>(
    String name, int tag, Function<DerReader, T> content, BiConsumer<DerWriter, T> body)
    implements Asn1Type<T> {
  private static final int CONSTRUCTED = 0x20;
  private static final int CONTEXT = 0x80;

  @Override
  public boolean matches(int found) {
    return found == tag;
  }

  @Override
  public T read(DerReader in) {
    int outer = in.enter(tag);
    T value = content.apply(in);
    in.leave(outer);
    return value;
  }

  @Override
  public void write(DerWriter out, T value) {
    int mark = out.mark();
    body.accept(out, value);
    out.header(tag, mark);
  }

  /** {@code [n] IMPLICIT}: another tag, the same content. */
  public Tagged<T> implicit(int n) {
    return new Tagged<>(name, CONTEXT | tag & CONSTRUCTED | number(n), content, body);
  }

  /** {@code [n] EXPLICIT}: the whole value inside another tag. */
  static <T> Tagged<T> explicit(int n, Asn1Type<T> type) {
    return new Tagged<>(type.name(), CONTEXT | CONSTRUCTED | number(n), type::read, type::write);
  }

  /** The same bytes seen as another Java type, still with one tag; see {@link Asn1Type#map}. */
  @Override
  public <U> Tagged<U> map(String newName, Function<T, U> to, Function<U, T> from) {
    return new Tagged<>(
        newName,
        tag,
        in -> Asn1Exception.refusing(newName, to, content.apply(in)),
        (out, u) -> body.accept(out, from.apply(u)));
  }

  private static int number(int n) {
    if (n < 0 || n > 30) throw new IllegalArgumentException("tag number " + n);
    return n;
  }
}
