package openset.client;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order with its payment.
 *
 * @param order its name in the API
 * @param orderNumber its number for people
 * @param reference your number of it
 * @param standing {@code placed}, {@code opened}, {@code rejected}, {@code authorizing}, {@code
 *     declined}, {@code authorized}, {@code captured} or {@code reversed}
 * @param next what may be done now: {@code ship}, {@code claim}, {@code void}
 * @param authCode what the gateway said
 * @param payUrl the page on which it is paid: send your customer there
 * @param initiation wakes a wallet, for shops that show the wallet themselves
 */
public record Order(
    String order,
    String orderNumber,
    Optional<String> reference,
    Instant placedAt,
    String standing,
    List<String> next,
    Optional<String> authCode,
    List<Line> lines,
    List<Parcel> parcels,
    Amount total,
    Optional<Amount> authorized,
    Optional<Amount> captured,
    URI payUrl,
    String initiation) {
  /**
   * An amount.
   *
   * @param minor minor units, such as cents
   * @param text as people write it
   */
  public record Amount(String currency, long minor, String text) {}

  /** One line. */
  public record Line(
      int line, String article, String description, int quantity, boolean digital,
      boolean shipped) {}

  /** What was shipped or handed out together. */
  public record Parcel(int number, String tracking, Instant shippedAt, List<Integer> lines) {}
}
