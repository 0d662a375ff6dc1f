package openset.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BundleTest {
  private static final Pattern STATIC_IMPORT =
      Pattern.compile("(?:from|import)\"\\./(part-[^\"]+)\"");

  @ParameterizedTest
  @ValueSource(strings = {"wallet", "shop", "office", "theatre"})
  void everyPageHasItsScriptAndItsStyle(String page) {
    Bundle script = Bundle.of(page + ".js");
    assertThat(script.octets()).isNotEmpty();
    assertThat(script.mediaType()).isEqualTo("text/javascript; charset=utf-8");
    assertThat(script.address()).matches(page + "-[0-9a-f]{16}\\.js");
    Bundle style = Bundle.of(page + ".css");
    assertThat(style.octets()).isNotEmpty();
    assertThat(style.mediaType()).isEqualTo("text/css; charset=utf-8");
    assertThat(style.address()).startsWith(page + "-" + style.sha256().substring(0, 16));
  }

  @Test
  void theTheatreIsSmall() throws IOException {
    assertThat(gzip(Bundle.of("theatre.js").octets())).isLessThan(20_000);
  }

  /** What a page of the wallet loads before it shows anything: the script and what it imports. */
  @Test
  void theWalletsFirstPageIsSmall() throws IOException {
    int first = gzip(Bundle.of("wallet.js").octets());
    for (Bundle part : imported(Bundle.of("wallet.js"))) first += gzip(part.octets());
    assertThat(first).isLessThan(25_000);
  }

  @Test
  void partsKeepTheNameByWhichTheyAreLoaded() {
    assertThat(Bundle.of("wallet.js").parts())
        .isNotEmpty()
        .allSatisfy(part -> assertThat(part.address()).isEqualTo(part.name()))
        .allSatisfy(part -> assertThat(part.name()).matches("part-[a-z-]+-[0-9A-Z]{8}\\.js"));
    assertThat(Bundle.of("shop.js").parts()).isEmpty();
  }

  private static Set<Bundle> imported(Bundle script) {
    Set<Bundle> all = new LinkedHashSet<>();
    Matcher names = STATIC_IMPORT.matcher(new String(script.octets(), StandardCharsets.UTF_8));
    while (names.find()) {
      Bundle part = Bundle.of(names.group(1));
      if (all.add(part)) all.addAll(imported(part));
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"wallet.js", "shop.js", "office.js", "theatre.js"})
  void noScriptPointsToItsSourceMap(String name) {
    assertThat(new String(Bundle.of(name).octets(), StandardCharsets.UTF_8))
        .doesNotContain("sourceMappingURL");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bundle.of("mint.js"))
        .withMessageContaining("mint.js");
    assertThatIllegalArgumentException().isThrownBy(() -> Bundle.of("/openset/browser/wallet.js"));
  }

  private static int gzip(byte[] octets) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
      stream.write(octets);
    }
    return packed.size();
  }
}
