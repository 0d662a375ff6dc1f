package openset.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openset.checks.tidy.Repository;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The specification against the tests: every numbered rule has a test that names it, and no test
 * names a rule that is not there. Read from the sources as text.
 */
final class SpecCoverageTest {
  private static final Pattern RULE =
      Pattern.compile("^- \\*\\*([A-Za-z]+(?:-[A-Za-z]+)*-\\d+)\\*\\*", Pattern.MULTILINE);

  /** Rule to page. */
  private static final Map<String, String> RULES = new TreeMap<>();

  private static final TestTags TAGS = TestTags.read();

  @BeforeAll
  static void readSpecification() {
    Repository house = Repository.here();
    house
        .files(".md")
        .filter(page -> page.startsWith("spec"))
        .forEach(page -> page(page, house.text(page).orElseThrow()));
  }

  private static void page(Path page, String text) {
    Matcher rules = RULE.matcher(text);
    while (rules.find()) {
      String before = RULES.put(rules.group(1), page.getFileName().toString());
      assertThat(before).as("%s stands twice", rules.group(1)).isNull();
    }
  }

  @Test
  void theDetectorSeesPagesRulesAndTags() {
    assertThat(new TreeSet<>(RULES.values()))
        .contains("conventions.md", "certificates.md", "host-link.md", "wallet.md");
    assertThat(RULES).containsKeys("PReq-M-03", "W-05", "ERR-01", "AuthReq-P-16");
    assertThat(TAGS.all()).contains("PReq-M-03", "P33", "HL-11");
  }

  @Test
  void everyRuleHasATest() {
    TreeSet<String> untested = new TreeSet<>(RULES.keySet());
    untested.removeAll(TAGS.all());
    assertThat(untested).isEmpty();
  }

  @Test
  void everyTagNamesARuleOrAnAttack() {
    Set<String> strange = new TreeSet<>(TAGS.all());
    strange.removeAll(RULES.keySet());
    strange.removeIf(AttackPage.read()::holds);
    assertThat(strange).isEmpty();
  }
}
