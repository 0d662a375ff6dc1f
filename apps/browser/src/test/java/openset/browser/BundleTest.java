package openset.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BundleTest {
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

  @ParameterizedTest
  @CsvSource({"wallet.js, 48000", "theatre.js, 20000"})
  void scriptsStaySmall(String name, int limit) throws IOException {
    assertThat(gzip(Bundle.of(name).octets())).isLessThan(limit);
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
