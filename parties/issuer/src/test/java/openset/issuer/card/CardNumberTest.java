package openset.issuer.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import openset.crypto.Randomness;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CardNumberTest {
  private static final Bin AURORA = new Bin("999001");

  @Test
  void issuesSixteenDigitsOfTheBinWithAValidCheckDigit() {
    Set<CardNumber> issued = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      CardNumber number = CardNumber.random(AURORA, Randomness.secure());
      assertThat(number.digits()).hasSize(16).startsWith("999001");
      assertThat(CardNumber.parse(number.digits())).contains(number);
      issued.add(number);
    }
    assertThat(issued).hasSizeGreaterThan(1_990);
  }

  @Test
  void drawsEveryDigitAboutEquallyOften() {
    String digits = RandomDigits.of(100_000, Randomness.secure());
    for (char digit = '0'; digit <= '9'; digit++) {
      char wanted = digit;
      assertThat(digits.chars().filter(c -> c == wanted).count()).isBetween(9_500L, 10_500L);
    }
  }

  @Test
  void skipsBytesThatWouldFavourLowDigits() {
    byte[] drawn = {(byte) 250, (byte) 255, (byte) 249, 10, 7};
    assertThat(RandomDigits.of(3, n -> drawn)).isEqualTo("907");
  }

  @Test
  void refusesEveryChangeOfOneDigit() {
    String digits = CardNumber.random(AURORA, Randomness.secure()).digits();
    for (int i = 0; i < digits.length(); i++) {
      for (char other = '0'; other <= '9'; other++) {
        String changed = digits.substring(0, i) + other + digits.substring(i + 1);
        assertThat(CardNumber.parse(changed).isPresent()).isEqualTo(other == digits.charAt(i));
      }
    }
  }

  @Test
  void refusesWhatIsNoCardNumber() {
    for (String text :
        new String[] {"", "0", "123456789012", "99900100000000000000", "9990 0100 0000 0004",
          "９９９００１００００００００００", "-999001000000000"}) {
      assertThat(CardNumber.parse(text)).isEmpty();
    }
  }

  @Test
  @Tag("V03")
  void printsAsBinAndLastFourOnly() {
    CardNumber number = CardNumber.random(AURORA, Randomness.secure());
    String shown = "" + number;
    assertThat(shown).isEqualTo("999001******" + number.digits().substring(12));
    assertThat(shown).doesNotContain(number.digits().substring(6, 12));
  }

  @Test
  void aBinHasSixOrEightDigits() {
    assertThat(new Bin("99950200").toString()).isEqualTo("99950200");
    assertThatThrownBy(() -> new Bin("99900")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Bin("99900a")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCardIsGoodThroughTheLastDayOfItsMonth() {
    CardExpiry expiry = CardExpiry.parse("202802").orElseThrow();
    assertThat(expiry.isPast(LocalDate.of(2028, 2, 29))).isFalse();
    assertThat(expiry.isPast(LocalDate.of(2028, 3, 1))).isTrue();
    assertThat(expiry.shortText()).isEqualTo("2802");
    assertThat(CardExpiry.parseShort("2802")).contains(expiry);
  }

  @Test
  @Tag("H10")
  void refusesMonthsThatDoNotExist() {
    for (String text : new String[] {"209913", "202800", "20280", "2028-1", "199912", ""}) {
      assertThat(CardExpiry.parse(text)).isEmpty();
    }
    assertThat(CardExpiry.parseShort("9913")).isEmpty();
  }

  @Test
  void aLostCardStaysLost() {
    assertThat(CardStatus.LOST.mayBecome(CardStatus.ACTIVE)).isFalse();
    assertThat(CardStatus.LOST.mayBecome(CardStatus.LOST)).isTrue();
    assertThat(CardStatus.FROZEN.mayBecome(CardStatus.ACTIVE)).isTrue();
  }
}
