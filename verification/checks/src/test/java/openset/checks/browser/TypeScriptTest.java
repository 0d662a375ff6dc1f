package openset.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import openset.checks.tidy.Repository;
import openset.crypto.Suite;
import openset.testkit.world.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A second implementation says what ours says, and each reads what the other writes. */
@EnabledIf(value = "hasChromium", disabledReason = "needs Chromium: apt-get install chromium")
final class TypeScriptTest {
  /** In CI its absence is a failure. */
  static boolean hasChromium() {
    return Page.chromium().isPresent() || System.getenv("CI") != null;
  }

  private static Map<String, String> vectors() {
    Repository house = Repository.here();
    Path folder = Path.of("vectors");
    Map<String, String> texts = new TreeMap<>();
    house
        .files(".txt")
        .filter(file -> file.startsWith(folder))
        .forEach(
            file ->
                texts.put(
                    folder.relativize(file).toString().replace('\\', '/'),
                    house.text(file).orElseThrow()));
    return texts;
  }

  @Test
  @Tag("D01")
  @Tag("D02")
  @Tag("D03")
  @Tag("D07")
  @Tag("D08")
  @Tag("D09")
  @Tag("R02")
  @Tag("R05")
  @Tag("R06")
  void itSaysOfEveryVectorWhatTheVectorSays() throws Exception {
    JsonNode report = Page.run("readVectors", vectors(), Map.of());
    assertThat(report.path("wrong")).isEmpty();
    assertThat(report.path("aside").asInt(-1)).isZero();
    assertThat(report.path("read").path("malformed").asInt()).isGreaterThan(30);
    assertThat(report.path("read").path("mismatch").asInt()).isGreaterThan(8);
    assertThat(report.path("read").path("purchase/edwards").asInt()).isGreaterThan(8);
  }

  @Test
  void whatItDecodesItEncodesToTheSameOctetsOrRefuses() throws Exception {
    JsonNode report = Page.run("holdLaws", vectors(), Map.of());
    assertThat(report.path("wrong")).isEmpty();
    assertThat(report.path("tried").path("values").asInt()).isGreaterThan(2000);
    assertThat(report.path("tried").path("changes").asInt()).isGreaterThan(5000);
  }

  @Test
  void anAnswerWithoutEndIsReadAsFarAsItMayBeLong() throws Exception {
    JsonNode report = Page.run("holdBounds", Map.of(), Map.of());
    assertThat(report.path("wrong")).isEmpty();
    assertThat(report.path("tried").path("bodies").asInt()).isEqualTo(5);
  }

  /** The passkey is one of Chromium's own authenticator, and each signature a gesture. */
  @Test
  @Tag("PK-01")
  @Tag("PK-06")
  void aPasskeyOfTheBrowserIsCertifiedAndPays() throws Exception {
    Counterpart counterpart = new Counterpart(new World(Suite.CLASSICAL, "passkey"));
    JsonNode report =
        Page.run("exchangeByPasskey", counterpart.given(), counterpart.peers());
    assertThat(report.path("wrong")).isEmpty();
    assertThat(report.path("outcome").asText()).isEqualTo("confirmed");
    assertThat(counterpart.read())
        .contains("PReq", "InqReq")
        .anyMatch(read -> read.matches("proof of possession from http://localhost:[0-9]+"));
  }

  static Stream<Suite> suites() {
    return Stream.of(Suite.CLASSICAL, Suite.EDWARDS);
  }

  /** It writes PInitReq, PReq, InqReq, RegFormReq, CertReq, CertInqReq and reads the answers. */
  @ParameterizedTest
  @MethodSource("suites")
  @Tag("PReq-C-07")
  void eachReadsVerifiesAndOpensWhatTheOtherWrites(Suite suite) throws Exception {
    World world = new World(suite, "typescript " + suite.name());
    Counterpart counterpart = new Counterpart(world);
    JsonNode report = Page.run("exchange", counterpart.given(), counterpart.peers());
    assertThat(report.path("wrong")).isEmpty();
    assertThat(report.path("outcome").asText()).isEqualTo("confirmed");
    assertThat(counterpart.read())
        .containsExactlyInAnyOrder(
            "PInitReq", "CardChecks", "PReq", "InqReq", "RegFormReq", "CertReq", "CertInqReq");
    assertThat(report.path("milliseconds").path("PReq made").asDouble()).isLessThan(100);
    assertThat(report.path("milliseconds").path("PInitRes checked").asDouble()).isLessThan(400);
  }
}
