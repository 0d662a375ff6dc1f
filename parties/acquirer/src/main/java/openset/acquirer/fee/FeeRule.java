package openset.acquirer.fee;

import java.time.Instant;
import openset.ledger.Money;

/**
 * One line of a fee table. A line is never changed: another of the same kind, scope and currency
 * with a later date takes its place from then on.
 *
 * @param kind whom it is for
 * @param scope what it is for
 * @param currency ISO 4217 numeric; its amounts are in the minor units of this currency
 * @param rate how much
 * @param since from when on it counts for what is authorized
 */
public record FeeRule(FeeKind kind, FeeScope scope, int currency, FeeRate rate, Instant since) {
  /** Refuses a currency that is none. */
  public FeeRule {
    if (!Money.isCurrency(currency)) throw new IllegalArgumentException("currency");
  }
}
