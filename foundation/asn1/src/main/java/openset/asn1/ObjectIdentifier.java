package openset.asn1;

import java.util.Arrays;

/** An OBJECT IDENTIFIER in dotted form, such as {@code 2.23.42.0.3}. */
public record ObjectIdentifier(String dotted) implements Comparable<ObjectIdentifier> {
  private static final int ARCS_MAX = 32;

  /** The identifier that {@code dotted} spells. */
  public static ObjectIdentifier of(String dotted) {
    ObjectIdentifier oid = new ObjectIdentifier(dotted);
    oid.content();
    return oid;
  }

  /** The identifier one arc below this one. */
  public ObjectIdentifier arc(int number) {
    return new ObjectIdentifier(dotted + "." + number);
  }

  /** The content octets (X.690 8.19). */
  byte[] content() {
    long[] arcs = Arrays.stream(dotted.split("\\.")).mapToLong(Long::parseLong).toArray();
    if (arcs.length < 2 || arcs[0] > 2 || arcs[0] < 2 && arcs[1] > 39) {
      throw new IllegalArgumentException("no object identifier: " + dotted);
    }
    DerWriter out = new DerWriter(16);
    for (int i = arcs.length - 1; i > 1; i--) base128(out, arcs[i]);
    base128(out, arcs[0] * 40 + arcs[1]);
    return out.bytes();
  }

  static ObjectIdentifier read(DerReader in) {
    StringBuilder dotted = new StringBuilder();
    int arcs = 0;
    do {
      long arc = arc(in);
      if (++arcs > ARCS_MAX) throw new Asn1Exception("more than " + ARCS_MAX + " arcs");
      if (arcs > 1) {
        dotted.append('.').append(arc);
      } else {
        long first = Math.min(arc / 40, 2);
        dotted.append(first).append('.').append(arc - first * 40);
      }
    } while (in.hasNext());
    return new ObjectIdentifier(dotted.toString());
  }

  private static long arc(DerReader in) {
    int octet = in.octet();
    if (octet == 0x80) throw new Asn1Exception("arc not minimal");
    long arc = octet & 0x7f;
    while (octet >= 0x80) {
      if (arc >= 1L << 48) throw new Asn1Exception("arc beyond 2^55");
      octet = in.octet();
      arc = arc << 7 | octet & 0x7f;
    }
    return arc;
  }

  private static void base128(DerWriter out, long arc) {
    out.octet((int) (arc & 0x7f));
    for (long rest = arc >>> 7; rest != 0; rest >>>= 7) out.octet((int) (rest & 0x7f | 0x80));
  }

  @Override
  public int compareTo(ObjectIdentifier other) {
    return dotted.compareTo(other.dotted);
  }

  @Override
  public String toString() {
    return dotted;
  }
}
