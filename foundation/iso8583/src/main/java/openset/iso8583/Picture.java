package openset.iso8583;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import openset.iso8583.table.FieldRule;
import openset.iso8583.table.FieldTable;

/**
 * A message as people may look at it, octet by octet: the middle digits of a PAN and all of a
 * secret element are overwritten with asterisks, so that a picture can be kept and sent where the
 * message may not go. Everything else, types, bitmaps and lengths, is as it was. Of element 127,
 * whose tags spec/host-link.md fixes, only the values of those that are for the issuer alone are
 * overwritten.
 */
public final class Picture {
  private static final int TYPE = 4;
  private static final int MAP = 8;
  private static final int BIN = 6;
  private static final int LAST = 4;
  private static final int LINK_DATA = 127;
  /** The billing address, and the code printed on the card. */
  private static final Set<Integer> SECRET_TAGS = Set.of(13, 14);

  private final byte[] octets;
  private final List<Element> elements = new ArrayList<>();

  private Picture(byte[] octets) {
    this.octets = octets;
  }

  /**
   * One data element in its place.
   *
   * @param rule its line of the field table
   * @param start of its first octet, its length prefix included
   * @param value of the first octet of its value
   * @param end of the octet after its last
   * @param hidden the ranges of octets that were overwritten, in rising order
   * @param text as people read it, card numbers masked, octets and secrets as their number
   */
  public record Element(
      FieldRule rule, int start, int value, int end, List<Range> hidden, String text) {}

  /** Octets from a place up to another. */
  public record Range(int from, int to) {}

  /** The picture of a message. */
  public static Picture of(IsoMessage message) {
    try {
      return of(message.encode());
    } catch (MalformedMessage e) {
      throw new IllegalStateException("a message that cannot be read", e);
    }
  }

  /**
   * The picture of a message's octets, or the picture whose octets these are.
   *
   * @throws MalformedMessage where its type, bitmaps or lengths are not those of a message
   */
  public static Picture of(byte[] message) throws MalformedMessage {
    if (message.length < TYPE + MAP) throw new MalformedMessage(0, "shorter than type and bitmap");
    Picture picture = new Picture(message.clone());
    int maps = (message[TYPE] & 0x80) != 0 ? 2 : 1;
    int at = TYPE + MAP * maps;
    if (message.length < at) throw new MalformedMessage(0, "secondary bitmap cut short");
    for (int field = 2; field <= 64 * maps; field++) {
      if (picture.has(field)) at = picture.element(field, at);
    }
    if (at != message.length) throw new MalformedMessage(0, "octets after the last element");
    return picture;
  }

  private boolean has(int field) {
    int bit = field - 1;
    return (octets[TYPE + bit / 8] & 0x80 >> bit % 8) != 0;
  }

  private int element(int field, int at) throws MalformedMessage {
    if (!FieldTable.ISO_1987.has(field)) throw new MalformedMessage(field, "not in use");
    FieldRule rule = FieldTable.ISO_1987.rule(field);
    int value = at + rule.prefix();
    if (value > octets.length) throw new MalformedMessage(field, "length cut short");
    int length = rule.prefix() == 0 ? rule.most() : length(field, at, value);
    if (!rule.lengthAllowed(length)) throw new MalformedMessage(field, "length out of bounds");
    int end = value + length;
    if (end > octets.length) throw new MalformedMessage(field, "data cut short");
    List<Range> hidden = hidden(rule, value, end);
    for (Range each : hidden) Arrays.fill(octets, each.from(), each.to(), (byte) '*');
    elements.add(new Element(rule, at, value, end, hidden, text(rule, value, end)));
    return end;
  }

  private int length(int field, int from, int to) throws MalformedMessage {
    int length = 0;
    for (int i = from; i < to; i++) {
      int digit = octets[i] - '0';
      if (digit < 0 || digit > 9) throw new MalformedMessage(field, "length is not digits");
      length = length * 10 + digit;
    }
    return length;
  }

  private List<Range> hidden(FieldRule rule, int value, int end) {
    if (rule.number() == LINK_DATA) return secretTags(value, end);
    return switch (rule.privacy()) {
      case OPEN -> List.of();
      case SECRET -> List.of(new Range(value, end));
      case PAN ->
          List.of(
              end - value > BIN + LAST
                  ? new Range(value + BIN, end - LAST)
                  : new Range(value, end));
    };
  }

  /** Where the tags cannot be told apart, all of them are secret. */
  private List<Range> secretTags(int value, int end) {
    List<Range> secret = new ArrayList<>();
    int at = value;
    while (at < end) {
      int next = at + 2 <= end ? at + 2 + (octets[at + 1] & 0xff) : end + 1;
      if (next > end) return List.of(new Range(value, end));
      if (SECRET_TAGS.contains(octets[at] & 0xff)) secret.add(new Range(at + 2, next));
      at = next;
    }
    return secret;
  }

  private String text(FieldRule rule, int value, int end) {
    boolean counted =
        rule.content() == FieldRule.Content.B || rule.privacy() == FieldRule.Privacy.SECRET;
    if (counted) return "[" + (end - value) + "]";
    return new String(octets, value, end - value, StandardCharsets.US_ASCII);
  }

  /** The four digits of its type. */
  public String type() {
    return new String(octets, 0, TYPE, StandardCharsets.US_ASCII);
  }

  /** A copy of all octets, without length header. */
  public byte[] octets() {
    return octets.clone();
  }

  /** How many bitmaps of eight octets follow the type: one or two. */
  public int maps() {
    return (octets[TYPE] & 0x80) != 0 ? 2 : 1;
  }

  /** The elements in their order. */
  public List<Element> elements() {
    return List.copyOf(elements);
  }
}
