package openset.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import openset.crypto.Randomness;
import openset.iso8583.LinkTerms;
import openset.iso8583.secure.LinkKeys;
import openset.iso8583.table.LengthHeader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a configuration says about a host link. */
@Tag("HL-110")
class AgreedTermsTest {
  private static final String KEY = "00112233445566778899aabbccddeeff".repeat(2);

  @TempDir private Path folder;

  private LinkTerms terms(String link) throws Exception {
    Path file = folder.resolve("listener.json");
    Files.writeString(file, "{\"host\": \"127.0.0.1\", \"port\": 8201" + link + "}");
    Host host = ConfigFile.read(file, Host.class);
    return AgreedTerms.of(host, folder, Randomness.secure());
  }

  private void secret(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private void refuses(String link, String words) {
    assertThatThrownBy(() -> terms(link)).isInstanceOf(BadConfig.class).hasMessageContaining(words);
  }

  @Test
  void withoutAgreementALinkIsAsTheSpecificationSays() throws Exception {
    assertThat(terms("")).isEqualTo(LinkTerms.USUAL);
    assertThat(terms(", \"link\": {}")).isEqualTo(LinkTerms.USUAL);
  }

  @Test
  void readsVariantHeaderAndKeys() throws Exception {
    secret("link.key", KEY);
    LinkTerms terms =
        terms(
            ", \"link\": {\"variant\": \"binary\", \"header\": \"four-octets\","
                + " \"keys\": {\"999800\": {\"file\": \"link.key\"}}}");
    assertThat(terms.variant().name()).isEqualTo("binary");
    assertThat(terms.header()).isEqualTo(LengthHeader.FOUR_OCTETS);
    LinkKeys keys = terms.keys().orElseThrow();
    assertThat(keys.master("999800")).isPresent();
    assertThat(keys.master("999801")).isEmpty();
  }

  @Test
  void saysWhatIsWrongAndShowsNoKey() throws Exception {
    refuses(", \"link\": {\"variant\": \"morse\"}", "ascii, ascii-hex");
    refuses(", \"link\": {\"header\": \"three\"}", "two-octets, four-octets and four-digits");
    refuses(", \"link\": {\"mac\": true}", "mac");
    secret("short.key", KEY.substring(2));
    assertThatThrownBy(
            () -> terms(", \"link\": {\"keys\": {\"999800\": {\"file\": \"short.key\"}}}"))
        .hasMessage("The link master key of 999800 is not 64 hexadecimal digits.");
    String tls = ", \"link\": {\"tls\": {\"identity\": \"own.pem\", \"authorities\": \"ca.pem\"";
    refuses(tls + "}}", "\"key\" (PEM) or \"password\" (PKCS#12)");
    refuses(tls + ", \"key\": \"own.key\"}}", "Cannot read");
    Files.writeString(folder.resolve("own.key"), "no key");
    Files.writeString(folder.resolve("own.pem"), "no certificate");
    refuses(tls + ", \"key\": \"own.key\"}}", "TLS of the host link");
  }
}
