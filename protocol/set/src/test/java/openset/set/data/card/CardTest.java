package openset.set.data.card;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import openset.asn1.Asn1;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.set.data.Nonce;
import openset.set.data.XID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardTest {
  private static final PAN CARD = PAN.completing("999001123456789");
  private static final CardExpiry EXPIRY = CardExpiry.of("203009");
  private static final CardSecret SECRET = new CardSecret(secret(1));
  private static final Nonce NONCE = Nonce.of(new byte[20]);

  @Test
  @Tag("ACC-01")
  void completesAndChecksTheLuhnDigit() {
    assertThat(PAN.isValid(CARD.digits())).isTrue();
    assertThat(CARD.digits()).hasSize(16).startsWith("999001123456789");
    for (char last = '0'; last <= '9'; last++) {
      String digits = "999001123456789" + last;
      assertThat(PAN.isValid(digits)).isEqualTo(digits.equals(CARD.digits()));
    }
    assertThat(PAN.isValid("999001123456" + "987")).isEqualTo(luhn("999001123456987"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "99900112345", "99900112345678901234", "9990011234567890a", "１２"})
  @Tag("ACC-01")
  void refusesWhatIsNoPan(String digits) {
    assertThatThrownBy(() -> PAN.of(digits)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Tag("V03")
  void showsBinAndLastFourDigitsOnly() {
    String hidden = "999001******" + CARD.lastFour();
    assertThat(CARD).hasToString(hidden);
    PANSecret panSecret = PANSecret.derive(SECRET, NONCE, CARD, EXPIRY);
    assertThat(new PANData(CARD, EXPIRY, panSecret, NONCE)).hasToString("PANData[" + hidden + "]");
    assertThat(new PANData0(CARD, EXPIRY, SECRET, NONCE)).hasToString("PANData0[" + hidden + "]");
    assertThat(new PANToken(CARD, EXPIRY, NONCE)).hasToString("PANToken[" + hidden + "]");
    assertThat(new PANOnly(CARD, NONCE)).hasToString("PANOnly[" + hidden + "]");
    assertThat(panSecret.toString() + SECRET + new BackKeyData(secret(7)))
        .contains("redacted")
        .doesNotContain("0101")
        .doesNotContain("0707");
  }

  @Test
  @Tag("V03")
  void refusesAPanWithoutTellingIt() {
    byte[] wrong = Asn1.NUMERIC_STRING.encode("9990011234567890");
    assertThatThrownBy(() -> PAN.TYPE.decode(wrong))
        .isInstanceOf(Asn1Exception.class)
        .message()
        .doesNotContain("999001")
        .doesNotContain("7890");
  }

  @Test
  void knowsWhenACardEnds() {
    assertThat(EXPIRY.month()).isEqualTo(YearMonth.of(2030, 9));
    assertThat(EXPIRY.isPast(Instant.parse("2030-09-30T23:59:59Z"))).isFalse();
    assertThat(EXPIRY.isPast(Instant.parse("2030-10-01T00:00:00Z"))).isTrue();
    for (String wrong : new String[] {"203013", "203000", "20309", "2030-9", "000001"}) {
      assertThatThrownBy(() -> CardExpiry.of(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  @Tag("R04")
  void dependsOnBothHalvesOfPanSecretAndOnTheAccount() {
    PANSecret base = PANSecret.derive(SECRET, NONCE, CARD, EXPIRY);
    PAN other = PAN.completing("999001123456780");
    assertThat(PANSecret.derive(SECRET, NONCE, CARD, EXPIRY)).isEqualTo(base);
    assertThat(PANSecret.derive(new CardSecret(secret(2)), NONCE, CARD, EXPIRY)).isNotEqualTo(base);
    Nonce another = Nonce.of("another nonce of 20o".getBytes(US_ASCII));
    assertThat(PANSecret.derive(SECRET, another, CARD, EXPIRY)).isNotEqualTo(base);
    assertThat(PANSecret.derive(SECRET, NONCE, other, EXPIRY)).isNotEqualTo(base);
    assertThat(PANSecret.derive(SECRET, NONCE, CARD, CardExpiry.of("203010"))).isNotEqualTo(base);
    assertThat(base).isNotEqualTo(PANSecret.NONE);
  }

  @Test
  @Tag("R04")
  void refusesACardSecretOfZeros() {
    byte[] zeros = Asn1.OCTET_STRING.encode(Der.of(new byte[CardSecret.OCTETS]));
    assertThatThrownBy(() -> CardSecret.TYPE.decode(zeros)).isInstanceOf(Asn1Exception.class);
  }

  @Test
  @Tag("K13")
  void hidesOneAccountDifferentlyUnderEverySecret() {
    PANSecret one = PANSecret.derive(SECRET, NONCE, CARD, EXPIRY);
    PANSecret two = PANSecret.derive(new CardSecret(secret(2)), NONCE, CARD, EXPIRY);
    String hidden = one.cardholderId(CARD, EXPIRY);
    assertThat(hidden).hasSize(44).isEqualTo(one.cardholderId(CARD, EXPIRY));
    assertThat(hidden).isNotEqualTo(two.cardholderId(CARD, EXPIRY));
  }

  @Test
  @Tag("K13")
  void stainsEveryPurchaseDifferently() {
    XID first = XID.random(Randomness.secure());
    XID second = XID.random(Randomness.secure());
    assertThat(SECRET.stain(first)).isEqualTo(SECRET.stain(first));
    assertThat(SECRET.stain(first)).isNotEqualTo(SECRET.stain(second));
    assertThat(SECRET.stain(first)).isNotEqualTo(CardSecret.NONE.stain(first));
  }

  private static SecretBytes secret(int octet) {
    byte[] octets = new byte[32];
    Arrays.fill(octets, (byte) octet);
    return SecretBytes.of(octets);
  }

  /** The definition of ISO/IEC 7812-1 annex B, from the left. */
  private static boolean luhn(String digits) {
    int sum = 0;
    byte[] ascii = digits.getBytes(US_ASCII);
    for (int i = 0; i < ascii.length; i++) {
      int digit = ascii[i] - '0';
      if ((ascii.length - i) % 2 == 0) digit = digit * 2 / 10 + digit * 2 % 10;
      sum += digit;
    }
    return sum % 10 == 0;
  }
}
