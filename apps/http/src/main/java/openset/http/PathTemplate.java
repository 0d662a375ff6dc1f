package openset.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path whose segments are literal or named: {@code /orders/{order}/shipments}.
 *
 * <p>A named segment takes 1 to 128 unreserved characters (RFC 3986 2.3) other than a dot segment,
 * so that percent-encoding, slashes and traversal never reach a route; all else does not match.
 */
public final class PathTemplate {
  private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9._~-]{1,128}");
  private static final Pattern NAME = Pattern.compile("\\{[a-z][A-Za-z0-9]*}");

  /** Fits no path: where what is said of all that lead nowhere is mounted. */
  static final PathTemplate LOST = new PathTemplate("", List.of(""));

  private final List<String> segments;
  private final String text;

  private PathTemplate(String text, List<String> segments) {
    this.text = text;
    this.segments = segments;
  }

  /** Reads a template; anything but literals and {@code {name}} between slashes is a bug. */
  public static PathTemplate of(String text) {
    List<String> segments = split(text).orElseThrow(() -> malformed(text));
    for (String segment : segments) {
      if (!isLiteral(segment) && !NAME.matcher(segment).matches()) {
        throw malformed(text);
      }
    }
    return new PathTemplate(text, segments);
  }

  /**
   * The named parts of a path that fits this template.
   *
   * @param path the raw path of a request, still percent-encoded
   */
  public Optional<Map<String, String>> match(String path) {
    Optional<List<String>> split = split(path);
    if (split.isEmpty() || split.get().size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String expected = segments.get(i);
      String actual = split.get().get(i);
      if (expected.startsWith("{") && isLiteral(actual)) {
        names.put(expected.substring(1, expected.length() - 1), actual);
      } else if (!expected.equals(actual)) {
        return Optional.empty();
      }
    }
    return Optional.of(Map.copyOf(names));
  }

  private static boolean isLiteral(String segment) {
    return LITERAL.matcher(segment).matches() && !segment.equals(".") && !segment.equals("..");
  }

  private static Optional<List<String>> split(String path) {
    if (!path.startsWith("/")) {
      return Optional.empty();
    }
    return path.equals("/")
        ? Optional.of(List.of())
        : Optional.of(new ArrayList<>(List.of(path.substring(1).split("/", -1))));
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException("not a path template: " + text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathTemplate template && template.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
