package openset.asn1;

import java.util.Arrays;

/**
 * A cursor over DER. It never looks past the end of the value it stands in, and refuses indefinite
 * and non-minimal lengths (X.690 10.1) and tag numbers beyond 16,383.
 *
 * <p>A tag is known by its identifier octets read as one number: {@code 30} for SEQUENCE, {@code
 * bf1f} for a constructed [31] (X.690 8.1.2).
 */
public final class DerReader {
  private static final int LONG_FORM = 0x1f;
  private static final int LONG_FORM_OCTETS = 2;

  private final byte[] data;
  private final Limits limits;
  private int at;
  private int end;
  private int depth;
  private Trace trace = Trace.NONE;

  /** A reader that tells {@code trace} of every named part it reads. */
  public DerReader(byte[] data, Limits limits, Trace trace) {
    this(data, limits);
    this.trace = trace;
  }

  /** A reader over the whole of {@code data}, which must not change while it is read. */
  public DerReader(byte[] data, Limits limits) {
    if (data.length > limits.bytesMax()) {
      throw new Asn1Exception("longer than " + limits.bytesMax());
    }
    this.data = data;
    this.limits = limits;
    this.end = data.length;
  }

  /** The bounds that hold for this read. */
  public Limits limits() {
    return limits;
  }

  /** Whether the value the cursor stands in has more. */
  public boolean hasNext() {
    return at < end;
  }

  /** The tag of the next value, or -1 at the end. */
  public int peekTag() {
    if (at >= end) return -1;
    int first = data[at] & 0xff;
    return (first & LONG_FORM) == LONG_FORM ? peekLongTag(first) : first;
  }

  /** How many octets the value the cursor stands in has left. */
  public int remaining() {
    return end - at;
  }

  /**
   * Steps into the next value, which must carry {@code tag}.
   *
   * @return the end of the value around it, for {@link #leave}
   */
  public int enter(int tag) {
    int found = peekTag();
    if (found < 0) throw new Asn1Exception("ran out of bytes, expected tag %02x".formatted(tag));
    if (found != tag) throw new Asn1Exception("expected tag %02x, got %02x".formatted(tag, found));
    if (++depth > limits.depthMax()) {
      throw new Asn1Exception("nested deeper than " + limits.depthMax());
    }
    at += octets(tag);
    int length = length();
    int outer = end;
    end = at + length;
    return outer;
  }

  /** Steps out of a value, which must have been read to its end. */
  public void leave(int outer) {
    if (at != end) throw new Asn1Exception((end - at) + " bytes left over");
    end = outer;
    depth--;
  }

  /** The next value whole, tag and length included; the cursor moves behind it. */
  public byte[] whole() {
    int start = at;
    skip();
    return Arrays.copyOfRange(data, start, at);
  }

  /** The next value whole, tag and length included, without moving the cursor. */
  public byte[] peekWhole() {
    int start = at;
    byte[] whole = whole();
    at = start;
    return whole;
  }

  /** Moves the cursor behind the next value. */
  public void skip() {
    int tag = peekTag();
    if (tag < 0) throw new Asn1Exception("ran out of bytes");
    at += octets(tag);
    int length = length();
    at += length;
  }

  /** The next octet of the content the cursor stands in. */
  public int octet() {
    if (at >= end) throw new Asn1Exception("ran out of bytes");
    return data[at++] & 0xff;
  }

  /** All that is left of the content the cursor stands in. */
  public byte[] rest() {
    byte[] rest = Arrays.copyOfRange(data, at, end);
    at = end;
    return rest;
  }

  /** Tells the trace that a part called {@code name} begins here. */
  void begin(String name, Asn1Type<?> type) {
    if (trace != Trace.NONE) trace.begin(name, type.name(), at, peekTag());
  }

  /** Tells the trace that the element of that index begins here. */
  void begin(int index, Asn1Type<?> type) {
    if (trace != Trace.NONE) trace.begin("[" + index + "]", type.name(), at, peekTag());
  }

  /** Where the cursor stands. */
  int at() {
    return at;
  }

  /** Compares the octets between two places with those from {@code next} to the cursor. */
  int compare(int from, int to, int next) {
    return Arrays.compareUnsigned(data, from, to, data, next, at);
  }

  /** Tells the trace that the part begun last ends here. */
  void end(Object value) {
    if (trace != Trace.NONE) trace.end(at, value);
  }

  private int peekLongTag(int first) {
    int tag = first;
    int number = 0;
    for (int i = 1; i <= LONG_FORM_OCTETS; i++) {
      if (at + i >= end) throw new Asn1Exception("ran out of bytes in a tag");
      int octet = data[at + i] & 0xff;
      tag = tag << 8 | octet;
      number = number << 7 | octet & 0x7f;
      if (number == 0) throw new Asn1Exception("tag not minimal");
      if (octet < 0x80) {
        if (number < LONG_FORM) throw new Asn1Exception("tag not minimal");
        return tag;
      }
    }
    throw new Asn1Exception("tag number beyond 16383");
  }

  private static int octets(int tag) {
    return tag > 0xffff ? 3 : tag > 0xff ? 2 : 1;
  }

  private int length() {
    int first = octet();
    if (first < 0x80) return within(first);
    int count = first & 0x7f;
    if (count == 0) throw new Asn1Exception("indefinite length");
    if (count > 4) throw new Asn1Exception("length of " + count + " octets");
    long length = 0;
    for (int i = 0; i < count; i++) length = length << 8 | octet();
    if (length < 0x80 || length >>> 8 * (count - 1) == 0) {
      throw new Asn1Exception("length not minimal");
    }
    return within(length);
  }

  private int within(long length) {
    if (length > end - at) throw new Asn1Exception("length runs past the end");
    return (int) length;
  }
}
