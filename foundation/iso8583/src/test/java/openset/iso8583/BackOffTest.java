package openset.iso8583;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import openset.iso8583.pace.BackOff;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("HL-120")
class BackOffTest {
  private static BackOff backOff(long seed) {
    return new BackOff(Duration.ofMillis(50), Duration.ofSeconds(5), new Random(seed));
  }

  private static List<Duration> pauses(BackOff backOff) {
    return IntStream.range(0, 12).mapToObj(_ -> backOff.pause()).toList();
  }

  @Test
  void pausesDoubleUpToTheLongestAndAreShortenedByAtMostAHalf() {
    List<Duration> pauses = pauses(backOff(1));
    long whole = 50;
    for (Duration pause : pauses) {
      assertThat(pause).isBetween(Duration.ofMillis(whole / 2), Duration.ofMillis(whole));
      whole = Math.min(2 * whole, 5_000);
    }
  }

  @Test
  void twoWhoLostTheSamePeerComeBackAtOtherInstants() {
    assertThat(pauses(backOff(1))).doesNotContainAnyElementsOf(pauses(backOff(2)));
  }

  @Test
  void beginsAgainAfterASuccess() {
    BackOff backOff = backOff(3);
    pauses(backOff);
    backOff.reset();
    assertThat(backOff.pause()).isLessThanOrEqualTo(Duration.ofMillis(50));
  }
}
