package openset.merchant.shop;

import java.time.Instant;
import java.util.Set;

/**
 * Goods that left the shop, or were handed out.
 *
 * @param number 1 for the first of an order
 * @param tracking the parcel's number, or how a digital good is fetched
 * @param lines numbers of the order's lines that went with it
 */
public record Shipment(int number, String tracking, Instant at, Set<Integer> lines) {
  /** A shipment of copies. */
  public Shipment {
    lines = Set.copyOf(lines);
  }
}
