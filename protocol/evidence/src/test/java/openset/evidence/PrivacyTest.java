package openset.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import openset.set.data.card.PANSecret;
import openset.set.message.AuthRes;
import openset.set.message.MessageWrapper;
import openset.set.message.PReqDualSigned;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No account number, no secret and nothing that was sealed stands in a bundle. */
final class PrivacyTest {
  private static Bought bought;

  @BeforeAll
  static void buy() throws Exception {
    bought = new Bought(new Market(), 2);
  }

  private static List<byte[]> bundles() {
    return List.of(
        bought.merchants().der(),
        bought.cardholders().der(),
        bought.merchants().showing(List.of(1)).der());
  }

  private static boolean holds(byte[] bundle, byte[] octets) {
    String all = new String(bundle, StandardCharsets.ISO_8859_1);
    return all.contains(new String(octets, StandardCharsets.ISO_8859_1));
  }

  @Test
  @Tag("EVID-03")
  void theAccountNumberStandsNowhere() {
    String pan = Market.PAN_DIGITS;
    for (byte[] bundle : bundles()) {
      assertThat(holds(bundle, "Volume 1".getBytes(StandardCharsets.US_ASCII))).isTrue();
      assertThat(holds(bundle, pan.getBytes(StandardCharsets.US_ASCII))).isFalse();
      assertThat(holds(bundle, pan.getBytes(StandardCharsets.UTF_16BE))).isFalse();
      assertThat(holds(bundle, HexFormat.of().parseHex(pan))).isFalse();
      String base64 = Base64.getEncoder().encodeToString(pan.getBytes(StandardCharsets.US_ASCII));
      assertThat(holds(bundle, base64.substring(0, 18).getBytes(StandardCharsets.US_ASCII)))
          .isFalse();
    }
  }

  @Test
  @Tag("EVID-03")
  void noSecretOfTheCardStandsInIt() {
    PANSecret panSecret = bought.market.card.panSecret();
    byte[] back = bought.asked.acqBackKey().backKey().use(byte[]::clone);
    byte[] cardSecret = bought.market.card.cardSecret().secret().use(byte[]::clone);
    for (byte[] bundle : bundles()) {
      assertThat(holds(bundle, panSecret.secret().use(byte[]::clone))).isFalse();
      assertThat(holds(bundle, cardSecret)).isFalse();
      assertThat(holds(bundle, back)).isFalse();
    }
  }

  @Test
  @Tag("EVID-03")
  void whatWasSealedToTheGatewayStaysWithTheMerchant() {
    byte[] payment = null;
    byte[] capToken = null;
    for (MessageWrapper wrapper : bought.messages) {
      switch (wrapper.message()) {
        case PReqDualSigned request ->
            payment = request.piDualSigned().exPIData().cms().encrypted().octets().bytes();
        case AuthRes answer ->
            capToken =
                answer.encB().baggage().value().capToken().orElseThrow()
                    .sealed().cms().encrypted().octets().bytes();
        default -> { }
      }
    }
    for (byte[] bundle : bundles()) {
      assertThat(holds(bundle, payment)).isFalse();
      assertThat(holds(bundle, capToken)).isFalse();
    }
  }
}
