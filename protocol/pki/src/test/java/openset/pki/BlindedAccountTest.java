package openset.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import openset.crypto.SecretBytes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The common name of a cardholder's certificate. */
class BlindedAccountTest {
  private static final byte[] SECRET = "twenty octets secret".getBytes(StandardCharsets.US_ASCII);

  @Test
  @Tag("CERT-33")
  void isTheHmacOfTheDerOfAccountAndExpiry() throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
    mac.update(new byte[] {0x30, 0x1a, 0x12, 0x10});
    mac.update("9990010000000005".getBytes(StandardCharsets.US_ASCII));
    mac.update(new byte[] {0x12, 0x06});
    mac.update("203012".getBytes(StandardCharsets.US_ASCII));
    assertThat(BlindedAccount.of("9990010000000005", "203012", SecretBytes.of(SECRET)))
        .isEqualTo(Base64.getEncoder().encodeToString(mac.doFinal()))
        .hasSize(44);
  }

  @Test
  @Tag("K11")
  void cannotBeLinkedWithoutTheSecret() {
    byte[] other = SECRET.clone();
    other[0]++;
    assertThat(BlindedAccount.of("9990010000000005", "203012", SecretBytes.of(SECRET)))
        .isNotEqualTo(BlindedAccount.of("9990010000000005", "203012", SecretBytes.of(other)));
  }
}
