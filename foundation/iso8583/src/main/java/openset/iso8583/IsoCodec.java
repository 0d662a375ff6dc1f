package openset.iso8583;

/**
 * ISO 8583:1987 on the wire: message type and characters in ASCII, bitmaps in binary. Strict: what
 * is read is written again to the same octets, and octets after the last element are refused.
 */
final class IsoCodec {
  private static final int TYPE = 4;
  private static final int MAP = 8;

  private IsoCodec() {}

  static IsoMessage decode(byte[] in, int from, int to) throws MalformedMessage {
    if (to - from < TYPE + MAP) throw new MalformedMessage(0, "shorter than type and bitmap");
    Mti mti = mti(in, from);
    int at = from + TYPE;
    long first = map(in, at);
    at += MAP;
    long second = 0;
    if (first < 0) {
      if (to - at < MAP) throw new MalformedMessage(0, "secondary bitmap cut short");
      second = map(in, at);
      if (second == 0) throw new MalformedMessage(0, "secondary bitmap without elements");
      at += MAP;
      first &= Long.MAX_VALUE;
    }
    byte[][] values = new byte[Long.bitCount(first) + Long.bitCount(second)][];
    int count = 0;
    for (long left = first; left != 0; left &= ~Long.highestOneBit(left)) {
      at = element(in, at, to, Long.numberOfLeadingZeros(left) + 1, values, count++);
    }
    for (long left = second; left != 0; left &= ~Long.highestOneBit(left)) {
      at = element(in, at, to, Long.numberOfLeadingZeros(left) + 65, values, count++);
    }
    if (at != to) throw new MalformedMessage(0, "octets after the last element");
    return new IsoMessage(mti, first, second, values);
  }

  private static Mti mti(byte[] in, int from) throws MalformedMessage {
    int code = digits(in, from, TYPE);
    if (code < 0 || !Mti.valid(code)) throw new MalformedMessage(0, "not a 1987 message type");
    return new Mti(code);
  }

  private static int element(byte[] in, int at, int to, int field, byte[][] values, int slot)
      throws MalformedMessage {
    if (!FieldTable.ISO_1987.has(field)) throw new MalformedMessage(field, "not in use");
    FieldRule rule = FieldTable.ISO_1987.rule(field);
    int begin = at + rule.prefix();
    if (begin > to) throw new MalformedMessage(field, "length cut short");
    int length = rule.prefix() == 0 ? rule.most() : digits(in, at, rule.prefix());
    if (length < 0) throw new MalformedMessage(field, "length is not digits");
    if (!rule.lengthAllowed(length)) throw new MalformedMessage(field, "length out of bounds");
    if (length > to - begin) throw new MalformedMessage(field, "data cut short");
    if (!rule.content().holds(in, begin, begin + length)) {
      throw new MalformedMessage(field, "not " + rule.content());
    }
    byte[] value = new byte[length];
    System.arraycopy(in, begin, value, 0, length);
    values[slot] = value;
    return begin + length;
  }

  /** Writes the message after {@code room} free octets. */
  static byte[] encode(IsoMessage message, int room) {
    long first = message.first();
    long second = message.second();
    byte[][] values = message.values();
    int size = room + TYPE + (second == 0 ? MAP : 2 * MAP);
    for (byte[] value : values) size += value.length;
    size += prefixes(first, 1) + prefixes(second, 65);
    byte[] out = new byte[size];
    number(out, room, TYPE, message.mti().code());
    int at = room + TYPE;
    map(out, at, second == 0 ? first : first | Long.MIN_VALUE);
    at += MAP;
    if (second != 0) {
      map(out, at, second);
      at += MAP;
    }
    at = elements(out, at, first, 1, values, 0);
    elements(out, at, second, 65, values, Long.bitCount(first));
    return out;
  }

  private static int prefixes(long map, int base) {
    int size = 0;
    for (long left = map; left != 0; left &= ~Long.highestOneBit(left)) {
      size += FieldTable.ISO_1987.rule(Long.numberOfLeadingZeros(left) + base).prefix();
    }
    return size;
  }

  private static int elements(byte[] out, int from, long map, int base, byte[][] values, int slot) {
    int at = from;
    int next = slot;
    for (long left = map; left != 0; left &= ~Long.highestOneBit(left)) {
      int prefix = FieldTable.ISO_1987.rule(Long.numberOfLeadingZeros(left) + base).prefix();
      byte[] value = values[next++];
      number(out, at, prefix, value.length);
      System.arraycopy(value, 0, out, at + prefix, value.length);
      at += prefix + value.length;
    }
    return at;
  }

  private static int digits(byte[] in, int from, int count) {
    int number = 0;
    for (int i = from; i < from + count; i++) {
      int digit = in[i] - '0';
      if (digit < 0 || digit > 9) return -1;
      number = number * 10 + digit;
    }
    return number;
  }

  private static void number(byte[] out, int at, int digits, int number) {
    int left = number;
    for (int i = at + digits - 1; i >= at; i--) {
      out[i] = (byte) ('0' + left % 10);
      left /= 10;
    }
  }

  private static long map(byte[] in, int at) {
    long map = 0;
    for (int i = at; i < at + MAP; i++) map = map << 8 | in[i] & 0xff;
    return map;
  }

  private static void map(byte[] out, int at, long map) {
    for (int i = 0; i < MAP; i++) out[at + i] = (byte) (map >>> 56 - 8 * i);
  }
}
