package openset.iso8583.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The data elements of one version of ISO 8583, read from a text resource once. */
public final class FieldTable {
  /** ISO 8583:1987; how its values are written is a {@link Variant}. */
  public static final FieldTable ISO_1987 = read("fields-1987.txt");

  private final FieldRule[] rules = new FieldRule[129];

  private FieldTable() {}

  private static FieldTable read(String resource) {
    try (InputStream in = FieldTable.class.getResourceAsStream(resource)) {
      if (in == null) throw new IllegalStateException("no resource " + resource);
      FieldTable table = new FieldTable();
      new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.isBlank() && line.charAt(0) != '#')
          .map(FieldTable::rule)
          .forEach(table::add);
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FieldRule rule(String line) {
    String[] part = line.strip().split("\\s+", 6);
    return new FieldRule(
        Integer.parseInt(part[0]),
        FieldRule.Content.valueOf(part[1].toUpperCase(Locale.ROOT)),
        part[2].equals("fixed") ? 0 : part[2].length(),
        Integer.parseInt(part[3]),
        FieldRule.Privacy.valueOf(part[4].toUpperCase(Locale.ROOT)),
        part[5]);
  }

  private void add(FieldRule rule) {
    if (rules[rule.number()] != null) throw new IllegalStateException("twice: " + rule);
    rules[rule.number()] = rule;
  }

  /** True when this version uses the element. */
  public boolean has(int field) {
    return field >= 2 && field <= 128 && rules[field] != null;
  }

  /** The rule of an element in use; asking for another is a bug. */
  public FieldRule rule(int field) {
    if (!has(field)) throw new IllegalArgumentException("no data element " + field);
    return rules[field];
  }
}
