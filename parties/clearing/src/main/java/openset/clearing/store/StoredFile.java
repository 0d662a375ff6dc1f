package openset.clearing.store;

import java.util.Optional;
import openset.iso8583.host.Octets;

/**
 * A clearing file, whole or on its way.
 *
 * @param number its number in the house
 * @param name whose it is and what it is called
 * @param state how far it has come
 * @param octets how many have come, or were written
 * @param content what was found in it; absent before it was read
 * @param refusal why it was refused as a whole
 */
public record StoredFile(
    long number,
    Name name,
    State state,
    long octets,
    Optional<Content> content,
    Optional<Refusal> refusal) {

  /**
   * Names a file.
   *
   * @param bank the other end, an institution code
   * @param way from the bank or to it
   * @param answers whether it answers another of the same name
   * @param text what it is called
   */
  public record Name(String bank, Way way, boolean answers, String text) {}

  /** From a bank, or to it. */
  public enum Way {
    /** From a bank. */
    IN,
    /** To a bank. */
    OUT
  }

  /** How far a file has come. */
  public enum State {
    /** Not all octets are here. */
    ARRIVING,
    /** Read as a whole and found right; its items are being booked. */
    TAKEN,
    /** All its items are booked, or rejected one by one. */
    BOOKED,
    /** Refused as a whole. */
    REFUSED,
    /** For the bank to fetch. */
    WRITTEN
  }

  /**
   * What is in a file.
   *
   * @param digest SHA-256 of all its octets
   * @param sequence its number among its sender's
   * @param items how many
   * @param done how many of them are booked or rejected
   * @param cycle number of the cycle of its items
   */
  public record Content(Octets digest, int sequence, long items, long done, long cycle) {}

  /** The line that was wrong, and why. */
  public record Refusal(long line, String reason) {}
}
