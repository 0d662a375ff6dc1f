package openset.pki.x509;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToIntFunction;
import openset.asn1.Asn1Exception;
import openset.asn1.DerReader;
import openset.asn1.DerWriter;
import openset.asn1.Tagged;

/**
 * BIT STRING with named bits: a set of constants. DER drops trailing zero bits (X.690 11.2.2); a
 * list that keeps them, is empty, or sets a bit without a name is refused.
 */
public final class NamedBits {
  private static final int TAG = 0x03;
  private static final int BITS_MAX = 16;

  private NamedBits() {}

  /** The type of sets of {@code E}, whose constant {@code e} has bit {@code bit(e)}, 0 first. */
  public static <E extends Enum<E>> Tagged<Set<E>> type(
      String name, Class<E> of, ToIntFunction<E> bit) {
    return new Tagged<>(
        name, TAG, in -> read(in, of, bit), (out, set) -> write(out, set, bit));
  }

  private static <E extends Enum<E>> Set<E> read(
      DerReader in, Class<E> of, ToIntFunction<E> bit) {
    int unused = in.octet();
    byte[] octets = in.rest();
    if (octets.length == 0 || octets.length > BITS_MAX / 8) {
      throw new Asn1Exception("named bits of " + octets.length + " octets");
    }
    int bits = 0;
    for (byte octet : octets) bits = bits << 8 | octet & 0xff;
    int last = bits & -bits;
    if (unused > 7 || last != 1 << unused) throw new Asn1Exception("trailing zero bits");
    return names(bits << 32 - 8 * octets.length, of, bit);
  }

  private static <E extends Enum<E>> Set<E> names(int bits, Class<E> of, ToIntFunction<E> bit) {
    Set<E> set = EnumSet.noneOf(of);
    int rest = bits;
    for (E constant : of.getEnumConstants()) {
      int mask = 1 << 31 - bit.applyAsInt(constant);
      if ((bits & mask) == 0) continue;
      set.add(constant);
      rest &= ~mask;
    }
    if (rest != 0) throw new Asn1Exception("a bit without a name");
    return Set.copyOf(set);
  }

  private static <E extends Enum<E>> void write(
      DerWriter out, Set<E> set, ToIntFunction<E> bit) {
    int bits = 0;
    for (E constant : set) bits |= 1 << 31 - bit.applyAsInt(constant);
    if (bits == 0) throw new IllegalArgumentException("no bit is set");
    int zeros = Integer.numberOfTrailingZeros(bits);
    for (int shift = zeros & ~7; shift < 32; shift += 8) out.octet(bits >>> shift & 0xff);
    out.octet(zeros & 7);
  }
}
