package openset.gateway.operation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import openset.set.data.CurrencyAmount;

/**
 * What the gateway approved in an issuer's place.
 *
 * @param card so much of the keyed hash of the card that rows of one card can be told
 * @param reason {@code standInTimeOut} or {@code standInIssuerUnavailable}
 */
public record StoodIn(
    String card, CurrencyAmount amount, String reason, Origin origin, Told told) {
  /**
   * By which the acquirer knows it.
   *
   * @param code the gateway's own approval code
   */
  public record Origin(
      String acquirer, String merchant, String retrieval, String code, Instant at) {}

  /**
   * Whether the acquirer has the advice.
   *
   * @param answer element 39 of its last word; empty while there is none
   */
  public record Told(Optional<String> answer, Optional<Instant> at) {
    private static final String TAKEN = "00";

    /** How it stands. */
    public Standing standing() {
      if (answer.isEmpty()) return Standing.OPEN;
      return answer.get().equals(TAKEN) ? Standing.TOLD : Standing.BREAK;
    }
  }

  /** How an advice stands. */
  public enum Standing {
    /** Not answered yet: it is told again. */
    OPEN,
    /** The acquirer has it. */
    TOLD,
    /** Refused for good: to be reconciled, the acquirer's risk. */
    BREAK
  }

  /**
   * A day of UTC at one acquirer in one currency.
   *
   * @param approved all of that day
   * @param mostOfACard the most that was approved for one card
   * @param open how many are not told yet
   * @param breaks what was refused for good
   */
  public record Day(
      LocalDate day, String acquirer, long count, CurrencyAmount approved,
      CurrencyAmount mostOfACard, Rest rest) {}

  /** What is not well of a day. */
  public record Rest(long open, long breaks, CurrencyAmount broken) {}
}
