package openset.checks.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What must be true of every text of the repository, whatever its language. */
final class TextsTest {
  private static final long OCTETS_MAX = 200_000;
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
  private static final Pattern CARD_NUMBER =
      Pattern.compile("(?<![0-9A-Za-z])[0-9](?:[ -]?[0-9]){15}(?![0-9A-Za-z])");

  /** No bank has these first digits: 9 is for national use, 999 for nobody. */
  private static final String FICTIONAL = "999";

  private static final Pattern MACHINE =
      Pattern.compile(
          "(?<![\\w.])/(home|Users|root|work)/[\\w.-]+|[A-Z]:\\\\+Users"
              + "|repo1?\\.maven\\.|regis"
              + "try\\.npmjs|jf"
              + "rog|/artifact" + "ory/|/nex" + "us/");

  /** Numbers that pass for a card's and are none, and what they are. */
  private static final Map<String, String> OTHERS =
      Map.of("30060201" + "01020101", "the DER of an ECDSA signature in a test");

  private static final Repository HOUSE = Repository.here();

  private static String text(Path file) {
    return HOUSE.text(file).orElse("");
  }

  @Test
  void everyLinkLeadsSomewhere() {
    List<String> broken =
        HOUSE.files(".md").flatMap(file -> broken(file, text(file))).toList();
    assertThat(broken).isEmpty();
    Path readme = Path.of("README.md");
    assertThat(broken(readme, "[a](ARCHITECTURE.md) [b](https://example.org/b)")).isEmpty();
    assertThat(broken(readme, "[a](NOWHERE.md) [b](#nothing)")).hasSize(2);
  }

  private static Stream<String> broken(Path file, String text) {
    return LINK.matcher(text)
        .results()
        .map(link -> link.group(1))
        .filter(link -> !link.matches("[a-z]+:.*"))
        .filter(link -> !resolves(file, text, link))
        .map(link -> file + ": " + link);
  }

  private static boolean resolves(Path file, String text, String link) {
    String[] parts = link.split("#", 2);
    if (parts[0].isEmpty()) return hasHeading(text, parts[1]);
    Path target = HOUSE.at(file).resolveSibling(parts[0]).normalize();
    if (!Files.exists(target)) return false;
    Path relative = HOUSE.at(Path.of("")).relativize(target);
    return parts.length == 1 || hasHeading(text(relative), parts[1]);
  }

  private static boolean hasHeading(String text, String anchor) {
    return HEADING.matcher(text).results().map(h -> anchor(h.group(1))).anyMatch(anchor::equals);
  }

  private static String anchor(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  @Test
  void filesAreSmall() {
    assertThat(HOUSE.files().stream().filter(file -> HOUSE.size(file) > OCTETS_MAX)).isEmpty();
  }

  @Test
  void nothingNamesAMachineOrWhereItsPackagesComeFrom() {
    assertThat(
            HOUSE.files().stream()
                .flatMap(
                    file ->
                        MACHINE.matcher(text(file)).results().map(m -> file + ": " + m.group())))
        .isEmpty();
    assertThat(MACHINE.matcher("see /ho" + "me/ada/keys").find()).isTrue();
    assertThat(MACHINE.matcher("https://example.org/home/page").find()).isFalse();
  }

  @Test
  @Tag("V10")
  void everyCardNumberIsOfARangeThatNoBankHas() {
    assertThat(HOUSE.files().stream().flatMap(f -> live(text(f)).map(n -> f + ": " + n)))
        .isEmpty();
    assertThat(HOUSE.files().stream().flatMap(file -> cardNumbers(text(file))))
        .hasSizeGreaterThan(5);
    String planted = "55" + "55 5555 5555 4444 and 41" + "11111111111111";
    assertThat(live(planted)).hasSize(2);
  }

  private static Stream<String> live(String text) {
    return cardNumbers(text)
        .filter(number -> !number.startsWith(FICTIONAL) && !OTHERS.containsKey(number));
  }

  private static Stream<String> cardNumbers(String text) {
    return CARD_NUMBER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(number -> number.replaceAll("[ -]", ""))
        .filter(TextsTest::luhn);
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : 2 * digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }
}
