package openset.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The specification against the tests: every numbered rule has a test that names it, and no test
 * names a rule that is not there. Read from the sources as text.
 */
final class SpecCoverageTest {
  /** Rows of the list of attacks: a letter for the group, and the highest number in it. */
  private static final Map<String, Integer> ATTACKS =
      Map.ofEntries(
          Map.entry("P", 36),
          Map.entry("K", 22),
          Map.entry("C", 25),
          Map.entry("R", 13),
          Map.entry("D", 15),
          Map.entry("L", 19),
          Map.entry("H", 18),
          Map.entry("S", 10),
          Map.entry("W", 17),
          Map.entry("V", 10),
          Map.entry("F", 16),
          Map.entry("O", 8));

  private static final Pattern RULE =
      Pattern.compile("^- \\*\\*([A-Za-z]+(?:-[A-Za-z]+)*-\\d+)\\*\\*", Pattern.MULTILINE);
  private static final Pattern TAG = Pattern.compile("@Tag\\(\"([^\"]+)\"\\)");
  private static final Pattern ATTACK = Pattern.compile("([A-Z])(\\d\\d)");

  /** Rule to page, and tag to a test that has it. */
  private static final Map<String, String> RULES = new TreeMap<>();

  private static final Map<String, String> TAGS = new TreeMap<>();

  @BeforeAll
  static void readSpecificationAndTests() throws IOException {
    Path house = house();
    try (var pages = Files.list(house.resolve("spec"))) {
      pages.filter(page -> page.toString().endsWith(".md")).forEach(SpecCoverageTest::page);
    }
    Files.walkFileTree(
        house,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes of) {
            String name = folder.getFileName().toString();
            boolean built = name.equals("target") || name.startsWith(".") && !name.equals(".");
            return built ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes of) {
            if (file.toString().matches(".*/src/test/.*Test[A-Za-z]*\\.java")) test(file);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** The repository's root: the first folder upwards that has a specification. */
  private static Path house() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("spec"))) folder = folder.getParent();
    return folder;
  }

  private static void page(Path page) {
    Matcher rules = RULE.matcher(text(page));
    while (rules.find()) {
      String before = RULES.put(rules.group(1), page.getFileName().toString());
      assertThat(before).as("%s stands twice", rules.group(1)).isNull();
    }
  }

  private static void test(Path file) {
    Matcher tags = TAG.matcher(text(file));
    while (tags.find()) TAGS.put(tags.group(1), file.getFileName().toString());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theDetectorSeesPagesRulesAndTags() {
    assertThat(new TreeSet<>(RULES.values()))
        .contains("conventions.md", "certificates.md", "host-link.md", "wallet.md");
    assertThat(RULES).containsKeys("PReq-M-03", "W-05", "ERR-01", "AuthReq-P-16");
    assertThat(TAGS).containsKeys("PReq-M-03", "P33", "HL-11");
  }

  @Test
  void everyRuleHasATest() {
    TreeSet<String> untested = new TreeSet<>(RULES.keySet());
    untested.removeAll(TAGS.keySet());
    assertThat(untested).isEmpty();
  }

  @Test
  void everyTagNamesARuleOrAnAttack() {
    Map<String, String> strange = new TreeMap<>(TAGS);
    strange.keySet().removeAll(RULES.keySet());
    strange.keySet().removeIf(SpecCoverageTest::attack);
    assertThat(strange).isEmpty();
  }

  private static boolean attack(String tag) {
    Matcher row = ATTACK.matcher(tag);
    return row.matches()
        && Integer.parseInt(row.group(2)) >= 1
        && Integer.parseInt(row.group(2)) <= ATTACKS.getOrDefault(row.group(1), 0);
  }
}
