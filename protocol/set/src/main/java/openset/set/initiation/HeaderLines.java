package openset.set.initiation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openset.set.ErrorCode;
import openset.set.Refused;

/**
 * Lines of {@code Name: value}, then an empty line, then a body (INIT-01, INIT-02). Lines within
 * the body end with a line feed, whatever they came with.
 *
 * @param values by name in lower case
 */
record HeaderLines(Map<String, List<String>> values, String body) {
  private static final int TEXT_MAX = 512 * 1024;
  private static final int LINE_MAX = 1024;
  private static final int LINES_MAX = 64;
  private static final Pattern LINE =
      Pattern.compile("([A-Za-z][A-Za-z0-9-]{0,63}):[ ]?(.*)", Pattern.DOTALL);

  static HeaderLines of(String text) throws Refused {
    // INIT-01: bounded, no controls but line ends.
    if (text.length() > TEXT_MAX) throw new Refused(ErrorCode.messageTooBig, "INIT-01");
    String lines = text.replace("\r\n", "\n");
    if (!lines.codePoints().allMatch(c -> c == '\n' || !Character.isISOControl(c))) {
      throw broken("INIT-01");
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    int from = 0;
    for (int count = 0; count <= LINES_MAX; count++) {
      int end = lines.indexOf('\n', from);
      // INIT-02: an empty line ends the names.
      if (end < 0 || end - from > LINE_MAX) throw broken("INIT-02");
      if (end == from) return new HeaderLines(values, lines.substring(end + 1));
      put(values, lines.substring(from, end));
      from = end + 1;
    }
    throw broken("INIT-02");
  }

  private static void put(Map<String, List<String>> values, String line) throws Refused {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) throw broken("INIT-02");
    String name = parts.group(1).toLowerCase(Locale.ROOT);
    values.computeIfAbsent(name, n -> new ArrayList<>()).add(parts.group(2));
  }

  /** INIT-03: what must be there is there once. */
  String one(String name) throws Refused {
    return maybe(name).orElseThrow(() -> broken("INIT-03"));
  }

  Optional<String> maybe(String name) throws Refused {
    List<String> found = all(name);
    if (found.size() > 1) throw broken("INIT-03");
    return found.stream().findFirst();
  }

  List<String> all(String name) {
    return values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  private static Refused broken(String rule) {
    return new Refused(ErrorCode.decodingFailure, rule);
  }
}
