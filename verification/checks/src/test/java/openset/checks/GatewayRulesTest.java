package openset.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openset.checks.tidy.Repository;
import openset.pages.gatewaydesk.Rule;
import org.junit.jupiter.api.Test;

/**
 * The gateway's office says of each rule that the gateway can refuse by what was wrong, and on
 * which page of the specification the rule stands. Read from the sources as text.
 */
final class GatewayRulesTest {
  private static final Pattern NAMED = Pattern.compile("\"([A-Za-z]+(?:-[A-Z])?-\\d{2,3})\"");
  private static final Set<String> WHOLE =
      Set.of(
          "parties/gateway/src/main",
          "protocol/set/src/main/java/openset/set/operator",
          "protocol/set/src/main/java/openset/set/treatment/gateway");
  private static final Set<String> FOLDERS =
      Set.of(
          "parties/conduct/src/main/java/openset/conduct",
          "protocol/set/src/main/java/openset/set/treatment");

  private static boolean isGateways(Path file) {
    String folder = file.getParent().toString();
    return FOLDERS.contains(folder) || WHOLE.stream().anyMatch(folder::startsWith);
  }

  private static TreeMap<String, Path> refused() {
    Repository house = Repository.here();
    TreeMap<String, Path> rules = new TreeMap<>();
    house
        .files(".java")
        .filter(GatewayRulesTest::isGateways)
        .forEach(
            file -> {
              Matcher named = NAMED.matcher(house.text(file).orElseThrow());
              while (named.find()) rules.put(named.group(1), file);
            });
    return rules;
  }

  @Test
  void theDetectorSeesRulesOfEachKind() {
    assertThat(refused())
        .containsKeys("AuthReq-P-10", "CapReq-P-07", "Batch-04", "W-01", "OP-17", "HL-08");
  }

  @Test
  void eachRuleThatTheGatewayRefusesByIsSaidInWords() {
    TreeMap<String, Path> unsaid = refused();
    unsaid.keySet().removeIf(id -> Rule.named(id).isPresent());
    assertThat(unsaid).isEmpty();
  }

  @Test
  void eachRuleStandsOnItsPageOfTheSpecification() {
    Repository house = Repository.here();
    TreeSet<String> astray = new TreeSet<>();
    for (Rule rule : Rule.all()) {
      String page = house.text(Path.of("spec", rule.page())).orElse("");
      if (!page.contains("\n- **" + rule.id() + "**")) astray.add(rule.id());
    }
    assertThat(astray).isEmpty();
  }
}
