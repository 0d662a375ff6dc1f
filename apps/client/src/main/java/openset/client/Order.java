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
 *     declined}, {@code authorized}, {@code captured}, {@code reversed} or {@code
 *     expired}
 * @param next what may be done now: {@code ship}, {@code claim}, {@code void}, {@code reduce},
 *     {@code refund}, {@code payment}, {@code end}
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
    Optional<Amount> refunded,
    List<Capture> captures,
    List<Refund> refunds,
    Optional<NotBooked> notBooked,
    Optional<Plan> plan,
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

  /** A capture that was booked; {@code reversedAt} when it was taken back. */
  public record Capture(
      String capture, Amount amount, Instant at, Optional<Instant> reversedAt) {}

  /** A refund that was booked; {@code reversedAt} when it was taken back. */
  public record Refund(
      String refund,
      Amount amount,
      List<Integer> lines,
      Instant at,
      Optional<Instant> reversedAt) {}

  /** What the gateway would not book last: a request of SET, and what the gateway said. */
  public record NotBooked(String request, String code) {}

  /**
   * The plan by which it is paid.
   *
   * @param standing {@code offered}, {@code waiting}, {@code asking}, {@code finished}, {@code
   *     stopped} where a payment was not given as often as it was asked for, {@code ended} by you
   * @param payments those that were given, and the one that follows
   * @param askedAt when the next payment is asked for by itself
   * @param tries how often the next payment was asked for and not given
   * @param refused what the gateway said last, where a payment was not given
   */
  public record Plan(
      String standing,
      int everyDays,
      Optional<Integer> instalments,
      Optional<Instant> until,
      List<Payment> payments,
      Optional<Instant> askedAt,
      int tries,
      Optional<String> refused) {}

  /**
   * A payment of a plan.
   *
   * @param number from 1
   * @param standing {@code due}, {@code held} or {@code captured}
   * @param at when it was given, or is due
   */
  public record Payment(
      int number, Amount amount, String standing, Instant at, Optional<Amount> captured) {}

  /** What was shipped or handed out together. */
  public record Parcel(int number, String tracking, Instant shippedAt, List<Integer> lines) {}
}
