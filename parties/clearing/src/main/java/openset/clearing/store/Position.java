package openset.clearing.store;

import openset.iso8583.host.SettlementAdvice.Totals;

/**
 * Where a bank stands in a closed cycle.
 *
 * @param cycle the cycle's number
 * @param currency ISO 4217 numeric
 * @param institution the bank
 * @param totals what it gets and owes
 * @param acknowledged true when the bank agreed; the house's own, of what it converted, needs
 *     nobody's word
 */
public record Position(
    long cycle, int currency, String institution, Totals totals, boolean acknowledged) {
  /** The same before the bank agreed, to be compared. */
  public Position unacknowledged() {
    return new Position(cycle, currency, institution, totals, false);
  }
}
