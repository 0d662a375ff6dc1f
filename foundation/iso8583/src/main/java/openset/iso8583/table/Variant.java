package openset.iso8583.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A way to write ISO 8583:1987 in octets, as two banks agree on it for a link: characters or BCD,
 * lengths, bitmaps. A line of the resource {@code variants.txt}; messages themselves know nothing
 * of it.
 */
public final class Variant {
  private static final int TYPE = 4;
  private static final Map<String, Variant> ALL = read("variants.txt");

  /** Characters and binary bitmaps: what {@code spec/host-link.md} says. */
  public static final Variant ASCII = ALL.get("ascii");

  private final String name;
  private final boolean bcd;
  private final boolean hexBitmaps;
  private final Form[] forms = new Form[129];

  private Variant(String name, Map<String, String> says) {
    this.name = name;
    this.bcd = either(says.get("digits"), "bcd", "characters");
    this.hexBitmaps = either(says.get("bitmaps"), "hex", "octets");
    boolean hex = either(says.get("octets"), "hex", "octets");
    Form.Lengths lengths =
        switch (says.get("lengths")) {
          case "characters" -> Form.Lengths.CHARACTERS;
          case "bcd" -> Form.Lengths.BCD;
          case "octets" -> Form.Lengths.OCTETS;
          default -> throw new IllegalStateException("lengths in " + name);
        };
    Set<String> text = Set.of(says.get("text").split(","));
    for (int field = 2; field <= 128; field++) {
      if (!FieldTable.ISO_1987.has(field)) continue;
      FieldRule rule = FieldTable.ISO_1987.rule(field);
      boolean packed = bcd && !text.contains(String.valueOf(field));
      forms[field] = new Form(rule, lengths, layout(rule, packed, hex, says.get("odd")));
    }
  }

  private static boolean either(String word, String yes, String no) {
    if (word.equals(yes)) return true;
    if (word.equals(no)) return false;
    throw new IllegalStateException(word + " is neither " + yes + " nor " + no);
  }

  private static Form.Layout layout(FieldRule rule, boolean packed, boolean hex, String odd) {
    return switch (rule.content()) {
      case B -> hex ? Form.Layout.HEX : Form.Layout.PLAIN;
      case N, Z -> {
        if (!packed) yield Form.Layout.PLAIN;
        yield rule.prefix() == 0 ? Form.Layout.BCD : behind(odd);
      }
      case X -> packed ? Form.Layout.SIGNED : Form.Layout.PLAIN;
      case A, AN, ANS -> Form.Layout.PLAIN;
    };
  }

  private static Form.Layout behind(String odd) {
    return switch (odd) {
      case "0-before" -> Form.Layout.BCD;
      case "0-behind" -> Form.Layout.BCD_BEHIND;
      case "f-behind" -> Form.Layout.BCD_BEHIND_F;
      default -> throw new IllegalStateException("odd=" + odd);
    };
  }

  private static Map<String, Variant> read(String resource) {
    try (InputStream in = Variant.class.getResourceAsStream(resource)) {
      if (in == null) throw new IllegalStateException("no resource " + resource);
      Map<String, Variant> all = new LinkedHashMap<>();
      new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.isBlank() && line.charAt(0) != '#')
          .map(Variant::line)
          .forEach(variant -> all.put(variant.name, variant));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Variant line(String line) {
    String[] words = line.strip().split(" +");
    Map<String, String> says =
        Arrays.stream(words)
            .skip(1)
            .map(word -> word.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    return new Variant(words[0], says);
  }

  /** The variant of that name, when there is one. */
  public static Optional<Variant> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** The names of all variants, the usual one first. */
  public static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /** Its name, as configurations say it. */
  public String name() {
    return name;
  }

  /** How that element is written, or null where this version has no such element. */
  public Form form(int field) {
    return forms[field];
  }

  /** Octets of the message type. */
  public int typeOctets() {
    return bcd ? TYPE / 2 : TYPE;
  }

  /** The four digits of the message type as a number, or -1 where they are none. */
  public int type(byte[] in, int at) {
    return bcd ? Digits.bcd(in, at, TYPE / 2) : Digits.characters(in, at, TYPE);
  }

  /** Writes a message type. */
  public void putType(int code, byte[] out, int at) {
    if (bcd) Digits.putBcd(code, out, at, TYPE / 2);
    else Digits.putCharacters(code, out, at, TYPE);
  }

  /** Octets of one bitmap. */
  public int bitmapOctets() {
    return hexBitmaps ? 16 : 8;
  }

  /** True when what is written there can be a bitmap. */
  public boolean isBitmap(byte[] in, int at) {
    if (!hexBitmaps) return true;
    int wrong = 0;
    for (int i = at; i < at + 16; i++) wrong |= Digits.hex(in[i]);
    return wrong >= 0;
  }

  /** The bitmap that is written there, its first bit the highest. */
  public long bitmap(byte[] in, int at) {
    long map = 0;
    if (hexBitmaps) {
      for (int i = at; i < at + 16; i++) map = map << 4 | Digits.hex(in[i]);
    } else {
      for (int i = at; i < at + 8; i++) map = map << 8 | in[i] & 0xff;
    }
    return map;
  }

  /** Writes a bitmap. */
  public void putBitmap(long map, byte[] out, int at) {
    if (hexBitmaps) {
      for (int i = 0; i < 16; i++) out[at + i] = Digits.hexDigit((int) (map >>> 60 - 4 * i) & 0xf);
    } else {
      for (int i = 0; i < 8; i++) out[at + i] = (byte) (map >>> 56 - 8 * i);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
