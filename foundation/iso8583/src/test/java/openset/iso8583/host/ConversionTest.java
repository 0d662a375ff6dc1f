package openset.iso8583.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Mti;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionTest {
  private static final int EUR = 978;

  private static IsoMessage.Builder request() {
    return IsoMessage.of(Mti.ADVICE).put(4, 1594).put(49, EUR);
  }

  private static IsoMessage said(String rate, long minor, int currency) {
    IsoMessage.Builder message = request();
    new Conversion(new BigDecimal(rate), new Amount(minor, currency)).into(message);
    return message.build();
  }

  @ParameterizedTest
  @Tag("HL-121")
  @CsvSource({
    "1.0843, 40010843", "162.35, 20016235", "0.0021, 40000021", "9999999, 09999999",
    "0.000000001, 90000001", "1.50, 10000015", "7, 00000007"
  })
  void theFirstDigitOfARateSaysHowManyOfTheOthersAreDecimal(String rate, String element)
      throws Exception {
    IsoMessage message = IsoMessage.decode(said(rate, 1728, 840).encode());
    assertThat(message.text(10)).contains(element);
    assertThat(message.text(9)).contains(element);
    assertThat(Conversion.of(message))
        .contains(new Conversion(new BigDecimal(rate), new Amount(1728, 840)));
  }

  @ParameterizedTest
  @Tag("HL-121")
  @ValueSource(ints = {5, 6, 9, 10, 50, 51})
  void eachElementIsThereAndThatOfSettlementIsThatOfBilling(int element) {
    IsoMessage whole = said("1.0843", 1728, 840);
    IsoMessage other = whole.with().put(element, 7).build();
    assertThatThrownBy(() -> Conversion.of(other)).isInstanceOf(MalformedMessage.class);
    IsoMessage.Builder rest = request();
    for (int each : new int[] {5, 6, 9, 10, 50, 51}) {
      if (each != element) rest.put(each, whole.text(each).orElseThrow());
    }
    assertThatThrownBy(() -> Conversion.of(rest.build())).isInstanceOf(MalformedMessage.class);
  }

  @Test
  @Tag("HL-121")
  void noRateNoAmountAndTheSameCurrencyAreRefused() throws Exception {
    assertThat(Conversion.of(request().build())).isEmpty();
    IsoMessage whole = said("1.0843", 1728, 840);
    for (IsoMessage.Builder bad :
        new IsoMessage.Builder[] {
          whole.with().put(9, "40000000").put(10, "40000000"),
          whole.with().put(5, 0).put(6, 0),
          whole.with().put(50, EUR).put(51, EUR),
          whole.with().put(50, 0).put(51, 0)
        }) {
      IsoMessage message = bad.build();
      assertThatThrownBy(() -> Conversion.of(message)).isInstanceOf(MalformedMessage.class);
    }
  }

  @Test
  @Tag("HL-121")
  void onlyAChargebackSaysItInTheItemItself() {
    assertThatThrownBy(() -> ClearingItem.of(said("1.0843", 1728, 840).with().put(3, "000000")
            .build()))
        .isInstanceOf(MalformedMessage.class)
        .hasMessageContaining("the issuer's to say");
  }

  @Test
  @Tag("HL-121")
  void anAnswerCarriesItThereAndBack() throws Exception {
    Conversion conversion = new Conversion(new BigDecimal("162.35"), new Amount(2588, 392));
    AdviceAnswer answer =
        new AdviceAnswer(ResponseCode.APPROVED, Optional.empty(), Optional.of(conversion));
    IsoMessage sent = answer.answer(request().put(3, "000000").build());
    assertThat(AdviceAnswer.of(IsoMessage.decode(sent.encode()))).isEqualTo(answer);
  }
}
