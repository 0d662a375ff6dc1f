package openset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The demo as its user meets it: one command, a world in a folder, eleven steps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DemoCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Path folder;
  private int base;
  private List<JsonNode> first;

  private record Ran(int status, String out, String err) {}

  @BeforeAll
  void carriesAPurchaseThroughAllElevenStepsInAWorldThatItMakes(@TempDir Path empty)
      throws IOException {
    folder = empty;
    base = 20_000 + 100 * new Random().nextInt(100);
    Ran ran = demo("--once", "--json");
    assertThat(ran.status()).as(ran.err()).isZero();
    first = steps(ran);
  }

  private Ran demo(String... more) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> words =
        new ArrayList<>(
            List.of("demo", "--data", folder.toString(), "--port", Integer.toString(base)));
    words.addAll(List.of(more));
    int status =
        new CommandLine(new Main())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(words.toArray(String[]::new));
    return new Ran(status, out.toString(), err.toString());
  }

  /** Every line of the output is one JSON object, or this fails. */
  private static List<JsonNode> steps(Ran ran) throws JsonProcessingException {
    List<JsonNode> steps = new ArrayList<>();
    for (String line : ran.out().lines().toList()) steps.add(JSON.readTree(line));
    return steps;
  }

  private static JsonNode facts(List<JsonNode> steps, int number) {
    return steps.get(number - 1).get("facts");
  }

  private static Set<String> messages(List<JsonNode> steps) {
    Set<String> names = new TreeSet<>();
    for (JsonNode step : steps) {
      for (JsonNode message : step.get("messages")) names.add(message.get("name").asText());
    }
    return names;
  }

  @Test
  void tellsElevenStepsInTheirOrderEachWithItsTitleTimeAndFacts() {
    assertThat(first).hasSize(11);
    for (int i = 0; i < 11; i++) {
      JsonNode step = first.get(i);
      assertThat(step.get("step").asInt()).isEqualTo(i + 1);
      assertThat(step.get("title").asText()).isNotBlank();
      assertThat(step.get("ok").asBoolean()).isTrue();
      assertThat(step.get("ms").asDouble()).isNotNegative();
      assertThat(step.get("facts").isEmpty()).as(step.toString()).isFalse();
    }
  }

  @Test
  void showsEveryMessageOfAPurchaseWithItsEndsAndBytes() {
    assertThat(messages(first))
        .contains(
            "CardCInitReq", "CardCInitRes", "RegFormReq", "RegFormRes", "CertReq", "CertRes",
            "Me-AqCInitReq", "Me-AqCInitRes", "PInitReq", "PInitRes", "PReq", "AuthReq", "0100",
            "0110", "AuthRes", "PRes", "CapReq", "CapRes");
    for (JsonNode step : first) {
      for (JsonNode message : step.get("messages")) {
        assertThat(message.get("bytes").asInt()).isPositive();
        assertThat(message.get("from").asText()).isNotEqualTo(message.get("to").asText());
      }
    }
  }

  @Test
  void whatWasOrderedIsWhatWasAuthorizedCapturedAndBilled() {
    String total = facts(first, 4).get("total").asText();
    assertThat(facts(first, 5).get("total").asText()).isEqualTo(total);
    assertThat(facts(first, 9).get("authorized").asText()).isEqualTo(total);
    assertThat(facts(first, 11).get("captured").asText()).isEqualTo(total);
    assertThat(facts(first, 9).get("wallet").asText()).isEqualTo("confirmed");
    assertThat(facts(first, 8).get("authorizationCode").asText()).matches("[0-9A-Z]{6}");
    facts(first, 11)
        .properties()
        .forEach(
            fact -> {
              if (fact.getKey().startsWith("sum of ")) {
                assertThat(fact.getValue().asLong()).as(fact.getKey()).isZero();
              }
            });
  }

  @Test
  void aSecondRunGoesOnWithTheSameWorld() throws IOException {
    Ran again = demo("--once", "--json");
    assertThat(again.status()).as(again.err()).isZero();
    List<JsonNode> second = steps(again);
    for (int same : new int[] {1, 2, 3}) {
      JsonNode before = facts(first, same);
      List<String> stable =
          same == 1 ? List.of("account", "card", "cardExpiry") : names(before);
      for (String name : stable) {
        assertThat(facts(second, same).get(name)).as(name).isEqualTo(before.get(name));
      }
    }
    assertThat(facts(second, 4).get("orderNumber"))
        .isNotEqualTo(facts(first, 4).get("orderNumber"));
    assertThat(facts(second, 9).get("wallet").asText()).isEqualTo("confirmed");
  }

  private static List<String> names(JsonNode facts) {
    List<String> names = new ArrayList<>();
    facts.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @ParameterizedTest
  @CsvSource({"limit, 51, declined", "expired, 54, expiredCard", "unknown-card, 14, declined"})
  void aDeclinedPurchaseRunsToItsEndWithItsReasonAtIssuerMerchantAndWallet(
      String why, String response, String authCode) throws IOException {
    Ran ran = demo("--once", "--json", "--decline", why);
    assertThat(ran.status()).as(ran.err()).isZero();
    List<JsonNode> steps = steps(ran);
    assertThat(steps).hasSize(11);
    assertThat(facts(steps, 9).get("wallet").asText()).isEqualTo("declined");
    assertThat(facts(steps, 9).get("receipt").asText()).isEqualTo(authCode);
    assertThat(facts(steps, 9).get("authCode").asText()).isEqualTo(authCode);
    assertThat(facts(steps, 8).get("responseCode").asText()).isEqualTo(response);
    assertThat(facts(steps, 8).get("reason").asText()).isNotBlank();
    assertThat(facts(steps, 8).get("held").asText()).isEqualTo("EUR 0.00");
  }

  @Test
  void aPortThatIsTakenIsASentenceThatNamesTheParticipant() throws IOException {
    try (ServerSocket taken =
        new ServerSocket(base + 11, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThat(taken.isBound()).isTrue();
      Ran ran = demo("--once");
      assertThat(ran.status()).isEqualTo(1);
      assertThat(ran.err()).contains("lantern").contains(Integer.toString(base + 11));
    }
  }
}
