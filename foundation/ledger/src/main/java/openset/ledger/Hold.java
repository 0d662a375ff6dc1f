package openset.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Money set aside for a transfer that may come: it counts as held on both accounts until it is
 * posted, voided or expired, and changes no balance before.
 *
 * @param id chosen by the caller, of one name space with the other holds
 * @param debit the account a posting will debit, as the cardholder's
 * @param credit the account a posting will credit
 * @param amount the most that can be posted, positive
 * @param expires from when on it counts no more and cannot be posted; to the microsecond
 */
public record Hold(
    TransferId id, AccountCode debit, AccountCode credit, Money amount, Instant expires) {
  /** Refuses to hold nothing, or between an account and itself. */
  public Hold {
    expires = expires.truncatedTo(ChronoUnit.MICROS);
    if (!amount.isPositive() || debit.equals(credit)) {
      throw new IllegalArgumentException("a hold has a positive amount and two accounts");
    }
  }
}
