package openset.iso8583.table;

/**
 * How one element is written in a {@link Variant}. Values are the element's characters, or octets
 * for content b; what is read is written again to the same octets.
 */
public final class Form {
  /** How lengths are written. */
  enum Lengths { CHARACTERS, BCD, OCTETS }

  /** How a value is written. */
  enum Layout {
    /** As it is. */
    PLAIN,
    /** Octets as hexadecimal digits. */
    HEX,
    /** Two digits to the octet, an odd one with 0 before it. */
    BCD,
    /** Two digits to the octet, an odd one with 0 behind it. */
    BCD_BEHIND,
    /** Two digits to the octet, an odd one with F behind it. */
    BCD_BEHIND_F,
    /** A character, then digits two to the octet. */
    SIGNED
  }

  private final FieldRule rule;
  private final Lengths lengths;
  private final Layout layout;
  private final int prefix;

  Form(FieldRule rule, Lengths lengths, Layout layout) {
    this.rule = rule;
    this.lengths = lengths;
    this.layout = layout;
    this.prefix =
        switch (lengths) {
          case CHARACTERS -> rule.prefix();
          case BCD, OCTETS -> rule.prefix() / 2 + rule.prefix() % 2;
        };
  }

  /** The element's line of the field table. */
  public FieldRule rule() {
    return rule;
  }

  /** Octets of its length; 0 for a fixed one. */
  public int prefix() {
    return prefix;
  }

  /** The length that is written there, in characters or octets; -1 where it is none. */
  public int length(byte[] in, int at) {
    return switch (lengths) {
      case CHARACTERS -> Digits.characters(in, at, prefix);
      case BCD -> Digits.bcd(in, at, prefix);
      case OCTETS -> prefix == 1 ? in[at] & 0xff : (in[at] & 0xff) << 8 | in[at + 1] & 0xff;
    };
  }

  /** Octets that a value of this length takes, without its length. */
  public int octets(int length) {
    return switch (layout) {
      case PLAIN -> length;
      case HEX -> 2 * length;
      case BCD, BCD_BEHIND, BCD_BEHIND_F -> (length + 1) / 2;
      case SIGNED -> 1 + length / 2;
    };
  }

  /** Reads a value of this length; null where octets are none of this form or content. */
  public byte[] read(byte[] in, int at, int length) {
    byte[] value = new byte[length];
    boolean good =
        switch (layout) {
          case PLAIN -> plain(in, at, value);
          case HEX -> hex(in, at, value);
          case BCD -> bcd(in, at, value, length & 1, 0);
          case BCD_BEHIND -> bcd(in, at, value, 0, 0);
          case BCD_BEHIND_F -> bcd(in, at, value, 0, 0xf);
          case SIGNED -> signed(in, at, value);
        };
    return good && rule.content().holds(value, 0, length) ? value : null;
  }

  private static boolean plain(byte[] in, int at, byte[] value) {
    System.arraycopy(in, at, value, 0, value.length);
    return true;
  }

  private static boolean hex(byte[] in, int at, byte[] value) {
    for (int i = 0; i < value.length; i++) {
      int high = Digits.hex(in[at + 2 * i]);
      int low = Digits.hex(in[at + 2 * i + 1]);
      if ((high | low) < 0) return false;
      value[i] = (byte) (high << 4 | low);
    }
    return true;
  }

  /** Nibbles beyond 9 become the characters after the digits: D is the separator = of track 2. */
  private static boolean bcd(byte[] in, int at, byte[] value, int skip, int behind) {
    int length = value.length;
    if (skip == 1 && in[at] >> 4 != 0) return false;
    for (int i = 0; i < length; i++) {
      int nibble = i + skip;
      int octet = in[at + (nibble >> 1)];
      value[i] = (byte) ('0' + ((nibble & 1) == 0 ? octet >> 4 & 0xf : octet & 0xf));
    }
    return skip == 1 || (length & 1) == 0 || (in[at + length / 2] & 0xf) == behind;
  }

  private static boolean signed(byte[] in, int at, byte[] value) {
    value[0] = in[at];
    for (int i = 1; i < value.length; i++) {
      int octet = in[at + 1 + (i - 1 >> 1)];
      value[i] = (byte) ('0' + ((i & 1) == 1 ? octet >> 4 & 0xf : octet & 0xf));
    }
    return true;
  }

  /** Writes a value with its length; gives the place after it. */
  public int write(byte[] value, byte[] out, int at) {
    int length = value.length;
    if (prefix != 0) putLength(length, out, at);
    int to = at + prefix;
    switch (layout) {
      case PLAIN -> System.arraycopy(value, 0, out, to, length);
      case HEX -> putHex(value, out, to);
      case BCD -> putBcd(value, out, to, length & 1);
      case BCD_BEHIND -> putBcd(value, out, to, 0);
      case BCD_BEHIND_F -> {
        putBcd(value, out, to, 0);
        if ((length & 1) == 1) out[to + length / 2] |= 0xf;
      }
      case SIGNED -> {
        out[to] = value[0];
        for (int i = 1; i < length; i++) {
          out[to + 1 + (i - 1 >> 1)] |= (byte) ((i & 1) == 1 ? value[i] << 4 : value[i] & 0xf);
        }
      }
    }
    return to + octets(length);
  }

  private void putLength(int length, byte[] out, int at) {
    switch (lengths) {
      case CHARACTERS -> Digits.putCharacters(length, out, at, prefix);
      case BCD -> Digits.putBcd(length, out, at, prefix);
      case OCTETS -> {
        out[at + prefix - 1] = (byte) length;
        if (prefix == 2) out[at] = (byte) (length >>> 8);
      }
    }
  }

  private static void putHex(byte[] value, byte[] out, int at) {
    for (int i = 0; i < value.length; i++) {
      out[at + 2 * i] = Digits.hexDigit(value[i] >> 4 & 0xf);
      out[at + 2 * i + 1] = Digits.hexDigit(value[i] & 0xf);
    }
  }

  private static void putBcd(byte[] value, byte[] out, int at, int skip) {
    for (int i = 0; i < value.length; i++) {
      int digit = value[i] == 'D' ? 0xd : value[i] & 0xf;
      int nibble = i + skip;
      out[at + (nibble >> 1)] |= (byte) ((nibble & 1) == 0 ? digit << 4 : digit);
    }
  }
}
