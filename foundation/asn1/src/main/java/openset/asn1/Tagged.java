package openset.asn1;

import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A type with one tag of its own.
 *
 * @param name its ASN.1 name
 * @param tag its identifier octets as one number: class, constructed bit and number
 * @param content reads the content octets, all of them
 * @param body writes the content octets, last first
 */
public record Tagged<T>(
    String name, int tag, Function<DerReader, T> content, BiConsumer<DerWriter, T> body)
    implements Asn1Type<T> {
  private static final int CONSTRUCTED = 0x20;
  private static final int CONTEXT = 0x80;
  private static final int LONG_FORM = 0x1f;

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
    return new Tagged<>(name, context(n, constructed()), content, body);
  }

  /** {@code [n] EXPLICIT}: the whole value inside another tag. */
  static <T> Tagged<T> explicit(int n, Asn1Type<T> type) {
    return new Tagged<>(type.name(), context(n, true), type::read, type::write);
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

  private boolean constructed() {
    int first = tag > 0xffff ? tag >> 16 : tag > 0xff ? tag >> 8 : tag;
    return (first & CONSTRUCTED) != 0;
  }

  private static int context(int n, boolean constructed) {
    if (n < 0 || n > 0x3fff) throw new IllegalArgumentException("tag number " + n);
    int first = constructed ? CONTEXT | CONSTRUCTED : CONTEXT;
    if (n < LONG_FORM) return first | n;
    if (n < 0x80) return (first | LONG_FORM) << 8 | n;
    return (first | LONG_FORM) << 16 | (n >> 7 | 0x80) << 8 | n & 0x7f;
  }
}
