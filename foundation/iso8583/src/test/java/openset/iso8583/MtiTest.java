package openset.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MtiTest {
  @ParameterizedTest
  @CsvSource({
    "100, 101, 110", "120, 121, 130", "200, 201, 210", "220, 221, 230", "400, 401, 410",
    "420, 421, 430", "422, 423, 432", "500, 501, 510", "800, 801, 810"
  })
  void everyTypeHasItsRepeatAndOneAnswerToBoth(int code, int repeat, int answer) {
    Mti type = new Mti(code);
    assertThat(type.wantsAnswer()).isTrue();
    assertThat(type.repeat()).isEqualTo(new Mti(repeat));
    assertThat(type.repeat().original()).isEqualTo(type);
    assertThat(type.repeat().repeat()).isEqualTo(new Mti(repeat));
    assertThat(type.answer()).isEqualTo(new Mti(answer));
    assertThat(type.repeat().answer()).isEqualTo(new Mti(answer));
    assertThat(type.answer().wantsAnswer()).isFalse();
  }

  @Test
  void anAnswerHasNoAnswerAndOtherVersionsAreNoTypes() {
    assertThatThrownBy(Mti.AUTHORIZATION_ANSWER::answer)
        .isInstanceOf(IllegalStateException.class);
    for (int code : new int[] {-1, 0, 99, 150, 106, 900, 1100, 9999}) {
      assertThatThrownBy(() -> new Mti(code)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
