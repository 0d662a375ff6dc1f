package openset.testkit.vector;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.asn1.Asn1Type;

/**
 * One scenario: what is known before, the octets, and what must come of them. {@code
 * vectors/README.md} says how it looks as a file.
 *
 * @param path below {@code vectors/}, with slashes
 * @param header in order
 */
public record Vector(String path, Map<String, String> header, byte[] body) {
  private static final HexFormat HEX = HexFormat.of();
  private static final int LINE = 64;
  private static final List<String> FIRST = List.of("expect", "rule", "type", "comment");

  /** A vector without header yet. */
  static Vector of(String path, byte[] body) {
    return new Vector(path, Map.of(), body.clone());
  }

  /** The same with one more header line. */
  Vector with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(header);
    more.put(name, value);
    return new Vector(path, more, body);
  }

  /** The same with a value as hex in its header. */
  <T> Vector with(String name, Asn1Type<T> type, T value) {
    return with(name, HEX.formatHex(type.encode(value)));
  }

  /** What must come of it. */
  Vector expect(String verdict) {
    return with("expect", verdict);
  }

  /** What must come of it, and the rule of {@code spec/} that says so. */
  Vector expect(String verdict, String rule) {
    return with("expect", verdict).with("rule", rule);
  }

  /** A header line. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(header.get(name));
  }

  /** A header line that must be there. */
  public String need(String name) {
    return get(name).orElseThrow(() -> new IllegalStateException(path + " has no " + name));
  }

  /** The value whose hex is in a header line. */
  <T> T need(String name, Asn1Type<T> type) {
    return type.decode(HEX.parseHex(need(name)));
  }

  /** As a file. */
  public String text() {
    StringBuilder text = new StringBuilder();
    Map<String, String> left = new LinkedHashMap<>(header);
    for (String name : FIRST) {
      if (left.containsKey(name)) line(name, left.remove(name), text);
    }
    left.forEach((name, value) -> line(name, value, text));
    text.append('\n');
    String hex = HEX.formatHex(body);
    for (int at = 0; at < hex.length(); at += LINE) {
      text.append(hex, at, Math.min(hex.length(), at + LINE)).append('\n');
    }
    return text.toString();
  }

  private static void line(String name, String value, StringBuilder to) {
    to.append(name).append(": ").append(value).append('\n');
  }

  /** A file as a vector. */
  public static Vector parse(String path, String text) {
    int blank = text.startsWith("\n") ? 0 : text.indexOf("\n\n") + 1;
    Map<String, String> header = new LinkedHashMap<>();
    for (String line : text.substring(0, blank).lines().toList()) {
      String[] parts = line.split(": ", 2);
      if (parts.length != 2 || header.put(parts[0], parts[1]) != null) {
        throw new IllegalStateException(path + ": header line " + line);
      }
    }
    String hex = text.substring(blank).replace("\n", "");
    return new Vector(path, header, HEX.parseHex(hex));
  }
}
