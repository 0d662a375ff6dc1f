package openset.checks;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openset.checks.tidy.Repository;

/**
 * The rows of docs/threats.md.
 *
 * @param tests row to the test that it names
 * @param later row to why there is no test yet
 */
record AttackPage(Map<String, String> tests, Map<String, String> later) {
  private static final Pattern ROW =
      Pattern.compile("^\\| ([A-Z]\\d\\d) \\| [^|]+ \\| [^|]+ \\| `([\\w.]+)` \\|$");
  private static final Pattern LATER =
      Pattern.compile("^\\| ([A-Z]\\d\\d) \\| [^|]+ \\| ([^|]+) \\|$");

  /** The page of this repository; a row that stands twice is refused. */
  static AttackPage read() {
    AttackPage page = new AttackPage(new TreeMap<>(), new TreeMap<>());
    Repository.here()
        .text(Path.of("docs/threats.md"))
        .orElseThrow()
        .lines()
        .filter(line -> line.matches("\\| [A-Z]\\d\\d .*"))
        .forEach(page::row);
    return page;
  }

  private void row(String line) {
    Matcher row = ROW.matcher(line);
    Matcher not = LATER.matcher(line);
    if (row.matches() && !holds(row.group(1))) {
      tests.put(row.group(1), row.group(2));
    } else if (not.matches() && !holds(not.group(1))) {
      later.put(not.group(1), not.group(2));
    } else {
      throw new IllegalStateException("docs/threats.md: " + line);
    }
  }

  /** Whether there is a row of that id. */
  boolean holds(String id) {
    return tests.containsKey(id) || later.containsKey(id);
  }
}
