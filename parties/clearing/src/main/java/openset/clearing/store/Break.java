package openset.clearing.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that did not come out even.
 *
 * @param number its number
 * @param kind what it is
 * @param about what it is about
 * @param since when it was found
 * @param owner who sees to it
 * @param resolution why it is a break no more
 */
public record Break(
    long number,
    Kind kind,
    About about,
    Instant since,
    Optional<String> owner,
    Optional<Resolution> resolution) {
  /** What can fail to come out even. */
  public enum Kind {
    /** A receiver refused an item for good. */
    ITEM_REFUSED,
    /** An item of a file was refused by the house. */
    ITEM_REJECTED,
    /** A file was refused as a whole. */
    FILE_REFUSED,
    /** A bank has not answered the file of its items. */
    FILE_UNANSWERED,
    /** A file's items are not all booked or rejected. */
    FILE_INCOMPLETE,
    /** A bank does not agree to its position. */
    BANK_DISAGREES,
    /** The positions of a cycle are not the sums of its items. */
    POSITIONS_DIFFER,
    /** The ledger did not move what the positions say. */
    LEDGER_DIFFERS
  }

  /**
   * What a break is about.
   *
   * @param reference names it among its kind
   * @param cycle the cycle by its number
   * @param institution the bank whose business it is
   * @param amount minor units that are in question, 0 where it is not about an amount
   * @param currency ISO 4217 numeric, 0 without an amount
   */
  public record About(
      String reference, Optional<Long> cycle, String institution, long amount, int currency) {}

  /** Who resolved it, when and why. */
  public record Resolution(Instant at, String by, String reason) {}
}
