package openset.checks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openset.checks.tidy.Repository;

/** The tags of all tests, read from the sources as text, each with the tests that carry it. */
final class TestTags {
  private static final Pattern TAG = Pattern.compile("@Tag\\(\"([^\"]+)\"\\)");
  private static final Pattern METHOD = Pattern.compile("^  (?![/*]).*?\\bvoid (\\w+)\\(");
  private static final Pattern CLASS = Pattern.compile("^[^/*]*\\bclass (\\w+)");

  private final Map<String, Set<String>> tests = new TreeMap<>();

  private TestTags() {}

  /** The tags of this repository. */
  static TestTags read() {
    TestTags tags = new TestTags();
    Repository house = Repository.here();
    house
        .files(".java")
        .filter(TestTags::test)
        .forEach(file -> tags.read(house.text(file).orElseThrow()));
    return tags;
  }

  private static boolean test(Path file) {
    return file.toString().matches(".*/src/test/.*Test[A-Za-z]*\\.java");
  }

  private void read(String text) {
    String type = "";
    List<String> pending = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher tag = TAG.matcher(line);
      while (tag.find()) pending.add(tag.group(1));
      Matcher of = CLASS.matcher(line);
      Matcher method = METHOD.matcher(line);
      if (type.isEmpty() && of.find()) {
        type = of.group(1);
        carry(pending, type);
      } else if (method.find()) {
        carry(pending, type + "." + method.group(1));
      }
    }
  }

  private void carry(List<String> pending, String test) {
    for (String tag : pending) tests.computeIfAbsent(tag, t -> new TreeSet<>()).add(test);
    pending.clear();
  }

  /** All tags. */
  Set<String> all() {
    return tests.keySet();
  }

  /** The tests with {@code tag}: a class, or a class, a point and a method. */
  Set<String> tests(String tag) {
    return tests.getOrDefault(tag, Set.of());
  }
}
