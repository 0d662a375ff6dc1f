package openset.merchant.order;

import java.time.Instant;
import java.util.List;

/**
 * What was shipped or handed out together.
 *
 * @param number of the parcel in its order, from 1
 * @param tracking the carrier's number, or how a digital good is fetched
 * @param lines numbers of the lines in it
 */
public record Parcel(int number, String tracking, Instant shippedAt, List<Integer> lines) {
  public Parcel {
    lines = List.copyOf(lines);
  }
}
