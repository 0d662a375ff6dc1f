package openset.clearing;

import java.time.LocalDate;
import java.util.List;
import openset.clearing.store.Position;

/**
 * A settlement cycle that takes no more items.
 *
 * @param name as on the host link
 * @param businessDate the day it counts for
 * @param isNetted false while an issuer has still to speak about one of its items
 * @param positions of all banks with items in it, by currency and bank; none before it is netted
 */
public record ClosedCycle(
    String name, LocalDate businessDate, boolean isNetted, List<Position> positions) {
  public ClosedCycle {
    positions = List.copyOf(positions);
  }

  /** True when every bank agreed and has booked. */
  public boolean isSettled() {
    return isNetted && positions.stream().allMatch(Position::acknowledged);
  }
}
