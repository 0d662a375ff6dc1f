package openset.merchant.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import openset.set.data.CurrencyAmount;
import openset.set.data.LocalID;

/**
 * Something that happened to an order.
 *
 * @param id of this event, by which it is known again when it is told twice
 * @param lidM of the order
 * @param orderNumber of the order, for people
 * @param reference the order's number in the merchant's own shop system
 * @param sequence its place among the events of the order, from 1 without gaps
 */
public record OrderEvent(
    UUID id,
    LocalID lidM,
    String orderNumber,
    Optional<String> reference,
    int sequence,
    Happened happened) {
  /** What can happen. */
  public enum Kind {
    /** The order was placed; nothing is paid. */
    placed,
    /** It was not paid in time; what it took is on the shelves again. */
    expired,
    /** The cardholder signed another order or amount; it may order again. */
    rejected,
    /** No money; the code says what the gateway or bank said. */
    declined,
    /** The money is held. */
    authorized,
    /** Less is held; the amount says how much still is. */
    authorization_reduced,
    /** Lines were shipped or handed out. */
    shipped,
    /** Money was taken; the amount says how much. */
    captured,
    /** A capture was taken back, all of it; the amount says how much. */
    capture_reversed,
    /** The money is held no more. */
    voided,
    /** Money was given back; the amount says how much. */
    refunded,
    /** A refund was taken back, all of it; the amount says how much. */
    refund_reversed,
    /** A payment of a plan is due and is asked for; the amount says how much. */
    payment_due,
    /** A payment of a plan was given; the amount says how much. */
    payment_made,
    /** A payment of a plan was not given; the code says what the gateway said. */
    payment_declined,
    /** No more is asked for by a plan; the code says finished, stopped or ended. */
    plan_ended
  }

  /**
   * What happened.
   *
   * @param amount of money, where it is about money
   * @param lines numbers of the lines that were shipped or refunded
   * @param tracking the parcel's number
   * @param code what the gateway said
   */
  public record Happened(
      Kind kind,
      Instant at,
      Optional<CurrencyAmount> amount,
      List<Integer> lines,
      Optional<String> tracking,
      Optional<String> code) {
    public Happened {
      lines = List.copyOf(lines);
    }

    /** About nothing but the order. */
    public static Happened of(Kind kind, Instant at) {
      return new Happened(
          kind, at, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    /** About money. */
    public Happened with(CurrencyAmount money) {
      return new Happened(kind, at, Optional.of(money), lines, tracking, code);
    }

    /** About lines. */
    public Happened of(List<Integer> numbers) {
      return new Happened(kind, at, amount, numbers, tracking, code);
    }

    /** With what the gateway said. */
    public Happened saying(String said) {
      return new Happened(kind, at, amount, lines, tracking, Optional.of(said));
    }

    /** About a parcel. */
    public Happened with(List<Integer> shipped, String parcel) {
      return new Happened(kind, at, amount, shipped, Optional.of(parcel), code);
    }
  }
}
