package openset.iso8583;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StansTest {
  private final AtomicLong kept = new AtomicLong();

  @Test
  void givesEachNumberOfItsRangeOnceBeforeAnyComesAgain() {
    Stans stans = Stans.of(kept::getAndAdd, 7, 1006);
    Set<Integer> given = new HashSet<>();
    for (int i = 0; i < 1000; i++) given.add(stans.next());
    assertThat(given).hasSize(1000).allMatch(stan -> stan >= 7 && stan <= 1006);
    assertThat(stans.next()).isEqualTo(7);
  }

  @Test
  void repeatsNoNumberAfterARestart() {
    int before = Stans.of(kept::getAndAdd).next();
    int after = Stans.of(kept::getAndAdd).next();
    assertThat(after).isGreaterThan(before);
  }

  @Test
  void staysWithinSixDigitsHoweverLongItRuns() {
    kept.set(Long.MAX_VALUE / 2);
    Stans stans = Stans.of(kept::getAndAdd);
    for (int i = 0; i < 2000; i++) assertThat(stans.next()).isBetween(1, 999_999);
  }

  @Test
  @Tag("H17")
  @Tag("HL-06")
  void twoNodesWithRangesOfTheirOwnNeverShareANumber() {
    Stans one = Stans.of(new AtomicLong()::getAndAdd, 1, 500);
    Stans other = Stans.of(new AtomicLong()::getAndAdd, 501, 1000);
    Set<Integer> given = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      assertThat(given.add(one.next())).isTrue();
      assertThat(given.add(other.next())).isTrue();
    }
  }

  @Test
  @Tag("HL-120")
  void passesOverNumbersInUseWhenTheRangeBeginsAnew() {
    Stans stans = Stans.of(kept::getAndAdd, 1, 4);
    Set<Integer> used = new HashSet<>(Set.of(1, 3));
    stans.avoid(used::contains);
    assertThat(List.of(stans.next(), stans.next(), stans.next())).containsExactly(2, 4, 2);
    used.addAll(Set.of(2, 4));
    assertThatThrownBy(stans::next).isInstanceOf(IllegalStateException.class);
    used.remove(3);
    assertThat(stans.next()).isEqualTo(3);
  }
}
