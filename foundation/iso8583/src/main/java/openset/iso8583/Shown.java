package openset.iso8583;

import java.nio.charset.StandardCharsets;
import openset.iso8583.table.FieldRule;
import openset.iso8583.table.FieldTable;

/** What of an element may be shown to people: never a whole PAN, nothing of a secret. */
public final class Shown {
  private Shown() {}

  /** The element of the message as it may be shown; it must be present. */
  public static String of(IsoMessage message, int field) {
    byte[] octets = message.at(field);
    if (octets == null) throw new IllegalArgumentException("no field " + field);
    FieldRule rule = FieldTable.ISO_1987.rule(field);
    return switch (rule.privacy()) {
      case OPEN -> rule.content() == FieldRule.Content.B ? size(octets) : text(octets);
      case PAN -> pan(text(octets));
      case SECRET -> size(octets);
    };
  }

  /** A card number as its first six and last four digits. */
  public static String pan(String digits) {
    if (digits.length() < 13) return "*".repeat(digits.length());
    int hidden = digits.length() - 10;
    return digits.substring(0, 6) + "*".repeat(hidden) + digits.substring(6 + hidden);
  }

  private static String size(byte[] octets) {
    return "[" + octets.length + "]";
  }

  private static String text(byte[] octets) {
    return new String(octets, StandardCharsets.US_ASCII);
  }
}
