package openset.iso8583.host;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Shown;
import openset.iso8583.table.FieldTable;

/**
 * A message as lines for people, with the standard's names: two spaces more for each level, card
 * numbers masked, secrets as their length.
 */
public final class MessageTree {
  private static final int LINK_DATA = 127;

  private MessageTree() {}

  /** The lines of a message. */
  public static List<String> lines(IsoMessage message) {
    List<String> lines = new ArrayList<>();
    lines.add(message.mti() + " " + name(message));
    for (int field = 2; field <= 128; field++) {
      if (!message.has(field)) continue;
      String name = FieldTable.ISO_1987.rule(field).name();
      lines.add(String.format("  %3d %s: %s", field, name, Shown.of(message, field)));
      if (field == LINK_DATA) addTags(lines, message);
    }
    return List.copyOf(lines);
  }

  private static String name(IsoMessage message) {
    String kind =
        switch (message.mti().kind()) {
          case 1 -> "authorization";
          case 2 -> "financial";
          case 4 -> "reversal";
          case 5 -> "settlement";
          case 8 -> "network management";
          default -> "other";
        };
    return kind + (message.mti().wantsAnswer() ? " request or advice" : " answer");
  }

  private static void addTags(List<String> lines, IsoMessage message) {
    try {
      LinkData data = LinkData.of(message);
      for (LinkData.Tag tag : LinkData.Tag.values()) {
        data.value(tag).ifPresent(value -> lines.add("        " + tag + ": " + shown(tag, value)));
      }
    } catch (MalformedMessage e) {
      lines.add("        not tagged data of the host link: " + e.rule());
    }
  }

  private static String shown(LinkData.Tag tag, Octets value) {
    return switch (tag) {
      case MERCHANT_ID,
          CYCLE,
          DISPUTE,
          DISPUTE_REASON,
          ADDRESS_RESULT,
          SECURITY_CODE_RESULT,
          UNTIL ->
          new String(value.bytes(), US_ASCII);
      case ADDRESS, SECURITY_CODE -> "[" + value.size() + "]";
      default -> value.hex();
    };
  }
}
