package openset.iso8583;

import openset.iso8583.table.FieldRule;
import openset.iso8583.table.Form;
import openset.iso8583.table.Variant;

/**
 * ISO 8583:1987 on the wire, in any {@link Variant}. Strict: what is read is written again to the
 * same octets, and octets after the last element are refused.
 */
final class IsoCodec {
  private IsoCodec() {}

  static IsoMessage decode(Variant variant, byte[] in, int from, int to) throws MalformedMessage {
    int map = variant.bitmapOctets();
    int at = from + variant.typeOctets();
    if (to - at < map) throw new MalformedMessage(0, "shorter than type and bitmap");
    Mti mti = mti(variant, in, from);
    long first = bitmap(variant, in, at);
    at += map;
    long second = 0;
    if (first < 0) {
      if (to - at < map) throw new MalformedMessage(0, "secondary bitmap cut short");
      second = bitmap(variant, in, at);
      if (second == 0) throw new MalformedMessage(0, "secondary bitmap without elements");
      at += map;
      first &= Long.MAX_VALUE;
    }
    byte[][] values = new byte[Long.bitCount(first) + Long.bitCount(second)][];
    int count = 0;
    for (long left = first; left != 0; left &= ~Long.highestOneBit(left)) {
      Form form = form(variant, Long.numberOfLeadingZeros(left) + 1);
      byte[] value = element(form, in, at, to);
      at += form.prefix() + form.octets(value.length);
      values[count++] = value;
    }
    for (long left = second; left != 0; left &= ~Long.highestOneBit(left)) {
      Form form = form(variant, Long.numberOfLeadingZeros(left) + 65);
      byte[] value = element(form, in, at, to);
      at += form.prefix() + form.octets(value.length);
      values[count++] = value;
    }
    if (at != to) throw new MalformedMessage(0, "octets after the last element");
    return new IsoMessage(mti, first, second, values);
  }

  private static Mti mti(Variant variant, byte[] in, int from) throws MalformedMessage {
    int code = variant.type(in, from);
    if (code < 0 || !Mti.valid(code)) throw new MalformedMessage(0, "not a 1987 message type");
    return new Mti(code);
  }

  private static long bitmap(Variant variant, byte[] in, int at) throws MalformedMessage {
    if (!variant.isBitmap(in, at)) throw new MalformedMessage(0, "bitmap is not hexadecimal");
    return variant.bitmap(in, at);
  }

  private static Form form(Variant variant, int field) throws MalformedMessage {
    Form form = variant.form(field);
    if (form == null) throw new MalformedMessage(field, "not in use");
    return form;
  }

  private static byte[] element(Form form, byte[] in, int at, int to) throws MalformedMessage {
    FieldRule rule = form.rule();
    int begin = at + form.prefix();
    if (begin > to) throw new MalformedMessage(rule.number(), "length cut short");
    int length = rule.prefix() == 0 ? rule.most() : form.length(in, at);
    if (length < 0) throw new MalformedMessage(rule.number(), "length is not digits");
    if (!rule.lengthAllowed(length)) {
      throw new MalformedMessage(rule.number(), "length out of bounds");
    }
    if (form.octets(length) > to - begin) {
      throw new MalformedMessage(rule.number(), "data cut short");
    }
    byte[] value = form.read(in, begin, length);
    if (value == null) throw new MalformedMessage(rule.number(), "not " + rule.content());
    return value;
  }

  /** Writes the message after {@code room} free octets. */
  static byte[] encode(Variant variant, IsoMessage message, int room) {
    long first = message.first();
    long second = message.second();
    byte[][] values = message.values();
    int type = variant.typeOctets();
    int map = variant.bitmapOctets();
    int size = room + type + (second == 0 ? map : 2 * map);
    size += octets(variant, first, 1, values, 0);
    size += octets(variant, second, 65, values, Long.bitCount(first));
    byte[] out = new byte[size];
    variant.putType(message.mti().code(), out, room);
    int at = room + type;
    variant.putBitmap(second == 0 ? first : first | Long.MIN_VALUE, out, at);
    at += map;
    int slot = 0;
    if (second != 0) {
      variant.putBitmap(second, out, at);
      at += map;
    }
    for (long left = first; left != 0; left &= ~Long.highestOneBit(left)) {
      at = variant.form(Long.numberOfLeadingZeros(left) + 1).write(values[slot++], out, at);
    }
    for (long left = second; left != 0; left &= ~Long.highestOneBit(left)) {
      at = variant.form(Long.numberOfLeadingZeros(left) + 65).write(values[slot++], out, at);
    }
    return out;
  }

  private static int octets(Variant variant, long map, int base, byte[][] values, int slot) {
    int size = 0;
    int next = slot;
    for (long left = map; left != 0; left &= ~Long.highestOneBit(left)) {
      Form form = variant.form(Long.numberOfLeadingZeros(left) + base);
      size += form.prefix() + form.octets(values[next++].length);
    }
    return size;
  }
}
