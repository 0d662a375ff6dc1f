package openset.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CallTest {
  private static Call<Call.None> saying(String text) {
    return new Call<>(
        Peer.at("127.0.0.1"), Map.of(), Map.of("it", text), Call.None.NONE);
  }

  @Test
  void numbersAndDaysOfTheQueryAreRead() {
    assertThat(saying("0").number("it")).contains(0);
    assertThat(saying("999999999").number("it")).contains(999_999_999);
    assertThat(saying("2024-02-29").day("it")).contains(LocalDate.of(2024, 2, 29));
    assertThat(saying("9999-12-31").day("it")).contains(LocalDate.of(9999, 12, 31));
    assertThat(saying("1").number("other")).isEmpty();
    assertThat(saying("1").day("other")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "+1", "1.0", "1000000000", "0x1", "one", " 1"})
  void whatIsNoNumberIsRefused(String text) {
    assertThatThrownBy(() -> saying(text).number("it"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it is a number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "2025-02-29", "2025-2-1", "20250201", "0000-01-01", "-0001-01-01", "+10000-01-01",
        "+999999999-12-31", "2025-01-31T00:00"
      })
  void whatIsNoDayOfOurCalendarIsRefused(String text) {
    assertThatThrownBy(() -> saying(text).day("it"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it is a day");
  }
}
