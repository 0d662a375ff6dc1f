package openset.theatre.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Picture;
import openset.iso8583.table.FieldRule;
import openset.theatre.cast.Lane;

/** One message of a host link as a segment; element 127 with its tags (spec/host-link.md). */
final class HostTree {
  private static final int TYPE = 4;
  private static final int MAP = 8;
  private static final int LINK_DATA = 127;
  private static final List<String> TAGS =
      List.of(
          "key", "original key", "XID", "TransStain", "certificate", "MerchantID", "cycle", "item",
          "stand-in", "dispute", "dispute reason", "dispute stage", "address", "security code",
          "address result", "security code result", "recurrence", "until", "cardholder");
  private static final Set<Integer> TEXTS = Set.of(6, 7, 10, 11, 15, 16, 18);

  private HostTree() {}

  /** The segment of a picture's octets. */
  static Segment of(byte[] octets, Lane from, Lane to) {
    try {
      return of(Picture.of(octets), from, to);
    } catch (MalformedMessage e) {
      throw new IllegalStateException("what was kept is no picture", e);
    }
  }

  private static Segment of(Picture picture, Lane from, Lane to) {
    byte[] octets = picture.octets();
    List<Node> parts = new ArrayList<>();
    parts.add(Node.leaf(new Node.Place("MTI", "n 4", 0, TYPE), picture.type()));
    for (int map = 0; map < picture.maps(); map++) {
      int at = TYPE + MAP * map;
      String hex = HexFormat.of().formatHex(octets, at, at + MAP);
      String type = map == 0 ? "primary" : "secondary";
      parts.add(Node.leaf(new Node.Place("bitmap", type, at, MAP), hex).is(NodeKind.BITMAP));
    }
    List<List<Integer>> hidden = new ArrayList<>();
    for (Picture.Element element : picture.elements()) {
      parts.add(node(element, octets));
      for (Picture.Range each : element.hidden()) hidden.add(List.of(each.from(), each.to()));
    }
    Node root =
        Node.of(new Node.Place(picture.type(), "ISO 8583:1987", 0, octets.length), parts);
    return new Segment(
        HexFormat.of().formatHex(octets),
        hidden,
        EnumSet.of(from, to),
        Optional.empty(),
        root);
  }

  private static Node node(Picture.Element element, byte[] octets) {
    FieldRule rule = element.rule();
    Node.Place place =
        new Node.Place(
            Integer.toString(rule.number()),
            rule.name(),
            element.start(),
            element.end() - element.start());
    if (rule.number() == LINK_DATA) return Node.of(place, tags(element, octets));
    boolean binary = rule.content() == FieldRule.Content.B;
    Node leaf =
        Node.leaf(
            place,
            binary
                ? HexFormat.of().formatHex(octets, element.value(), element.end())
                : element.text());
    return switch (rule.privacy()) {
      case OPEN -> leaf;
      case PAN -> leaf.is(NodeKind.ACCOUNT);
      case SECRET -> leaf.saying(element.text()).is(NodeKind.SECRET);
    };
  }

  private static List<Node> tags(Picture.Element element, byte[] octets) {
    List<Node> tags = new ArrayList<>();
    int at = element.value();
    while (at + 2 <= element.end()) {
      int tag = octets[at] & 0xff;
      int length = octets[at + 1] & 0xff;
      int end = Math.min(at + 2 + length, element.end());
      String name = tag >= 1 && tag <= TAGS.size() ? TAGS.get(tag - 1) : "unknown";
      byte[] value = Arrays.copyOfRange(octets, at + 2, end);
      String text =
          TEXTS.contains(tag)
              ? new String(value, StandardCharsets.US_ASCII)
              : HexFormat.of().formatHex(value);
      Node leaf = Node.leaf(new Node.Place("tag " + tag, name, at, end - at), text);
      boolean secret = element.hidden().contains(new Picture.Range(at + 2, end));
      tags.add(secret ? leaf.saying("[" + length + "]").is(NodeKind.SECRET) : leaf);
      at = end;
    }
    return tags;
  }
}
