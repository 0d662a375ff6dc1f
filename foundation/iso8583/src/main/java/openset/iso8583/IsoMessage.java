package openset.iso8583;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import openset.iso8583.table.FieldRule;
import openset.iso8583.table.FieldTable;
import openset.iso8583.table.Variant;

/**
 * One ISO 8583:1987 message, immutable: a type and data elements 2 to 128, each proved against
 * {@link FieldTable#ISO_1987}. Holds the octets of the elements; text is made when asked for.
 * {@link #toString} shows a PAN as BIN and last four and nothing of secret elements.
 */
public final class IsoMessage {
  /** Elements an answer repeats from its request (spec/host-link.md, "Answers"). */
  private static final int[] ECHOED = {
    3, 4, 7, 11, 12, 13, 15, 32, 33, 37, 41, 42, 49, 50, 66, 70, 97, 99, 100
  };

  private final Mti mti;
  private final long first;
  private final long second;
  private final byte[][] values;

  IsoMessage(Mti mti, long first, long second, byte[][] values) {
    this.mti = mti;
    this.first = first;
    this.second = second;
    this.values = values;
  }

  /** A new message of this type, without elements yet. */
  public static Builder of(Mti mti) {
    return new Builder(mti);
  }

  /** Reads one whole message (without length header); errors name field and rule. */
  public static IsoMessage decode(byte[] octets) throws MalformedMessage {
    return decode(Variant.ASCII, octets);
  }

  /** As {@link #decode(byte[])}, of octets in that variant. */
  public static IsoMessage decode(Variant variant, byte[] octets) throws MalformedMessage {
    return IsoCodec.decode(variant, octets, 0, octets.length);
  }

  /** The octets of this message, without length header. */
  public byte[] encode() {
    return encode(Variant.ASCII);
  }

  /** The octets of this message in that variant, without length header. */
  public byte[] encode(Variant variant) {
    return IsoCodec.encode(variant, this, 0);
  }

  /** The message type. */
  public Mti mti() {
    return mti;
  }

  /** True when the element is present. */
  public boolean has(int field) {
    return index(field) >= 0;
  }

  /** The element as text, when present. */
  public Optional<String> text(int field) {
    int index = index(field);
    return index < 0 ? Optional.empty() : Optional.of(string(values[index]));
  }

  /** The element as text; a message without it is malformed. */
  public String need(int field) throws MalformedMessage {
    int index = index(field);
    if (index < 0) throw new MalformedMessage(field, "required in " + mti);
    return string(values[index]);
  }

  /** The element as a number (type n, up to 18 digits), when present. */
  public OptionalLong number(int field) {
    int index = index(field);
    if (index < 0) return OptionalLong.empty();
    return OptionalLong.of(Long.parseLong(string(values[index])));
  }

  /** A copy of the element's octets, when present. */
  public Optional<byte[]> octets(int field) {
    int index = index(field);
    return index < 0 ? Optional.empty() : Optional.of(values[index].clone());
  }

  /** True when both have the element with equal content, or both have it not. */
  public boolean sameAs(IsoMessage other, int field) {
    int mine = index(field);
    int theirs = other.index(field);
    if (mine < 0 || theirs < 0) return mine == theirs;
    return Arrays.equals(values[mine], other.values[theirs]);
  }

  /** A builder that starts with every element of this message. */
  public Builder with() {
    Builder builder = new Builder(mti);
    for (int field = 2; field <= 128; field++) builder.values[field] = at(field);
    return builder;
  }

  /** The same elements under another message type. */
  public IsoMessage as(Mti other) {
    return new IsoMessage(other, first, second, values);
  }

  /** The answer to this request, with the elements an answer repeats. */
  public Builder answer() {
    Builder builder = new Builder(mti.answer());
    for (int field : ECHOED) builder.values[field] = at(field);
    return builder;
  }

  /** The answer to this request with this response code (element 39, two characters). */
  public IsoMessage answer(String responseCode) {
    return answer().put(39, responseCode).build();
  }

  /** The element that holds its authentication code: 128, or 64 where there is no second bitmap. */
  int macField() {
    return second == 0 ? 64 : 128;
  }

  /** The same without its last element, which is {@link #macField}. */
  IsoMessage withoutMac() {
    boolean one = second == 0;
    byte[][] others = Arrays.copyOf(values, values.length - 1);
    return new IsoMessage(mti, one ? first & -2L : first, one ? 0 : second & -2L, others);
  }

  long first() {
    return first;
  }

  long second() {
    return second;
  }

  byte[][] values() {
    return values;
  }

  /** Octets of an element, or null: for this package, which does not change them. */
  byte[] at(int field) {
    int index = index(field);
    return index < 0 ? null : values[index];
  }

  private int index(int field) {
    if (field < 2 || field > 128) return -1;
    long bit = 1L << (64 - field);
    long map = field <= 64 ? first : second;
    if ((map & bit) == 0) return -1;
    int before = Long.bitCount(map & -(bit << 1));
    return field <= 64 ? before : before + Long.bitCount(first);
  }

  private static String string(byte[] octets) {
    return new String(octets, StandardCharsets.ISO_8859_1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IsoMessage that
        && mti.equals(that.mti)
        && first == that.first
        && second == that.second
        && Arrays.deepEquals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * mti.hashCode() + Arrays.deepHashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(mti.toString()).append('{');
    for (int field = 2; field <= 128; field++) {
      if (has(field)) text.append(field).append('=').append(Shown.of(this, field)).append(' ');
    }
    return text.append('}').toString();
  }

  /** Collects elements; each is proved when put, and a wrong one is a bug of the caller. */
  public static final class Builder {
    private final Mti mti;
    private final byte[][] values = new byte[129][];

    private Builder(Mti mti) {
      this.mti = mti;
    }

    /** Puts text as it is. */
    public Builder put(int field, String text) {
      byte[] octets = new byte[text.length()];
      for (int i = 0; i < octets.length; i++) {
        char c = text.charAt(i);
        octets[i] = c < 128 ? (byte) c : -1;
      }
      return set(field, octets);
    }

    /** Puts a number of type n, with zeros before it when the element has a fixed length. */
    public Builder put(int field, long number) {
      FieldRule rule = FieldTable.ISO_1987.rule(field);
      String digits = Long.toString(number);
      int missing = rule.prefix() == 0 ? rule.most() - digits.length() : 0;
      return put(field, missing > 0 ? "0".repeat(missing) + digits : digits);
    }

    /** Puts text with spaces after it up to the element's fixed length. */
    public Builder padded(int field, String text) {
      int missing = FieldTable.ISO_1987.rule(field).most() - text.length();
      return put(field, missing > 0 ? text + " ".repeat(missing) : text);
    }

    /** Puts octets. */
    public Builder put(int field, byte[] octets) {
      return set(field, octets.clone());
    }

    /** Takes the element out again. */
    public Builder without(int field) {
      values[field] = null;
      return this;
    }

    private Builder set(int field, byte[] octets) {
      if (!FieldTable.ISO_1987.rule(field).allows(octets)) {
        throw new IllegalArgumentException("field " + field + " breaks its rule in the table");
      }
      values[field] = octets;
      return this;
    }

    /** The message. */
    public IsoMessage build() {
      long first = 0;
      long second = 0;
      int count = 0;
      byte[][] present = new byte[128][];
      for (int field = 2; field <= 128; field++) {
        if (values[field] == null) continue;
        present[count++] = values[field];
        if (field <= 64) first |= 1L << (64 - field);
        else second |= 1L << (64 - field);
      }
      return new IsoMessage(mti, first, second, Arrays.copyOf(present, count));
    }
  }
}
