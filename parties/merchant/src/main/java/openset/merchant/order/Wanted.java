package openset.merchant.order;

import java.time.Instant;
import java.util.Optional;

/**
 * Which orders are looked for; each part narrows the search.
 *
 * @param text of order number or reference, in part
 * @param standing of the payment
 * @param before placed earlier than this
 * @param most so many, the newest first
 */
public record Wanted(
    Optional<String> text, Optional<String> standing, Optional<Instant> before, int most) {
  /** The longest list. */
  public static final int MOST = 100;

  /** Bounds the list. */
  public Wanted {
    most = Math.clamp(most, 1, MOST);
  }
}
