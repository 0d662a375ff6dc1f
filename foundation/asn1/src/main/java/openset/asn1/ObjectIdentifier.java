package openset.asn1;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * An OBJECT IDENTIFIER such as {@code 2.23.42.0.3}: at most 32 arcs, each below 2^55. It keeps the
 * content octets, for most are only compared.
 */
public final class ObjectIdentifier implements Comparable<ObjectIdentifier> {
  private static final int ARCS_MAX = 32;
  private static final long ARC_LIMIT = 1L << 55;
  private static final Pattern ARC = Pattern.compile("0|[1-9][0-9]{0,16}");

  private final byte[] content;

  private ObjectIdentifier(byte[] content) {
    this.content = content;
  }

  /**
   * The identifier that {@code dotted} spells.
   *
   * @throws IllegalArgumentException where it spells none
   */
  public static ObjectIdentifier of(String dotted) {
    String[] parts = dotted.split("\\.", -1);
    long[] arcs = Arrays.stream(parts).mapToLong(part -> number(dotted, part)).toArray();
    if (arcs.length < 2 || arcs.length > ARCS_MAX || arcs[0] > 2 || arcs[0] < 2 && arcs[1] > 39) {
      throw new IllegalArgumentException("no object identifier: " + dotted);
    }
    DerWriter out = new DerWriter(16);
    for (int i = arcs.length - 1; i > 1; i--) base128(out, arcs[i]);
    base128(out, number(dotted, Long.toString(arcs[0] * 40 + arcs[1])));
    return new ObjectIdentifier(out.bytes());
  }

  /** The identifier one arc below this one. */
  public ObjectIdentifier arc(int number) {
    return of(dotted() + "." + number);
  }

  /** Its arcs in decimal, with dots between them. */
  public String dotted() {
    StringBuilder dotted = new StringBuilder();
    for (int at = 0; at < content.length; ) {
      long arc = 0;
      int octet;
      do {
        octet = content[at++];
        arc = arc << 7 | octet & 0x7f;
      } while (octet < 0);
      if (dotted.isEmpty()) {
        long first = Math.min(arc / 40, 2);
        dotted.append(first).append('.').append(arc - first * 40);
      } else {
        dotted.append('.').append(arc);
      }
    }
    return dotted.toString();
  }

  /** The content octets (X.690 8.19), which must not be changed. */
  byte[] content() {
    return content;
  }

  static ObjectIdentifier read(DerReader in) {
    byte[] content = in.rest();
    if (content.length == 0) throw new Asn1Exception("empty OBJECT IDENTIFIER");
    int arcs = 1;
    for (int at = 0; at < content.length; arcs++) {
      if (arcs == ARCS_MAX) throw new Asn1Exception("more than " + ARCS_MAX + " arcs");
      at = endOfArc(content, at);
    }
    return new ObjectIdentifier(content);
  }

  private static int endOfArc(byte[] content, int start) {
    if (content[start] == (byte) 0x80) throw new Asn1Exception("arc not minimal");
    long arc = 0;
    for (int at = start; at < content.length; at++) {
      arc = arc << 7 | content[at] & 0x7f;
      if (arc >= ARC_LIMIT) throw new Asn1Exception("arc beyond 2^55");
      if (content[at] >= 0) return at + 1;
    }
    throw new Asn1Exception("ran out of bytes in an arc");
  }

  private static long number(String dotted, String part) {
    long number = ARC.matcher(part).matches() ? Long.parseLong(part) : ARC_LIMIT;
    if (number >= ARC_LIMIT) throw new IllegalArgumentException("no object identifier: " + dotted);
    return number;
  }

  private static void base128(DerWriter out, long arc) {
    out.octet((int) (arc & 0x7f));
    for (long rest = arc >>> 7; rest != 0; rest >>>= 7) out.octet((int) (rest & 0x7f | 0x80));
  }

  @Override
  public int compareTo(ObjectIdentifier other) {
    return Arrays.compareUnsigned(content, other.content);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ObjectIdentifier that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return dotted();
  }
}
