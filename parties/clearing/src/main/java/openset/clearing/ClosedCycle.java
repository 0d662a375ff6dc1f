package openset.clearing;

import java.time.LocalDate;
import java.util.List;
import openset.clearing.store.Position;

/**
 * A closed settlement cycle.
 *
 * @param name as on the host link
 * @param businessDate the day it counts for
 * @param positions of all banks with items in it, by currency and bank
 */
public record ClosedCycle(String name, LocalDate businessDate, List<Position> positions) {
  /** True when every bank agreed and has booked. */
  public boolean isSettled() {
    return positions.stream().allMatch(Position::acknowledged);
  }
}
