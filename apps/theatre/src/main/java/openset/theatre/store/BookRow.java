package openset.theatre.store;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * One line of a ledger.
 *
 * @param kind a posting, or a hold that was made
 * @param transfer the id of the transfer or hold
 * @param text what it is for
 * @param at when it was booked
 * @param account the code of the account
 * @param currency ISO 4217 number
 * @param amount minor units, debits positive
 */
public record BookRow(
    Kind kind,
    String transfer,
    String text,
    Instant at,
    String account,
    int currency,
    long amount) {
  /** What a line is. */
  public enum Kind {
    /** Part of a balanced transfer. */
    POSTING,
    /** An amount that is held. */
    HOLD;

    /** How it is called in JSON. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
