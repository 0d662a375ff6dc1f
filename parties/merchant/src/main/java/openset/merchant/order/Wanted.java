package openset.merchant.order;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import openset.asn1.Der;
import openset.set.data.LocalID;

/**
 * Which orders are looked for; each part narrows the search.
 *
 * @param text of order number or reference, in part
 * @param standing of the payment
 * @param after those that come after this one in the list
 * @param most so many, the newest first
 */
public record Wanted(
    Optional<String> text, Optional<String> standing, Optional<Place> after, int most) {
  /** The longest list. */
  public static final int MOST = 100;

  /**
   * A place in the list, which is in the order of time and, where that is the same, of labels.
   *
   * @param placedAt of the order there
   * @param lidM of the order there
   */
  public record Place(Instant placedAt, LocalID lidM) {
    /** The place of an order. */
    public static Place of(OrderRow row) {
      return new Place(row.placedAt(), row.lidM());
    }

    /** The place that {@link #toString} wrote; empty where it is none. */
    public static Optional<Place> read(String text) {
      String[] parts = text.split("_", 3);
      if (parts.length != 2 || !parts[1].matches("[0-9a-f]{40}")) return Optional.empty();
      try {
        return Optional.of(
            new Place(Instant.parse(parts[0]), new LocalID(Der.ofHex(parts[1]))));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return placedAt + "_" + lidM;
    }
  }

  /** Bounds the list. */
  public Wanted {
    most = Math.clamp(most, 1, MOST);
  }
}
