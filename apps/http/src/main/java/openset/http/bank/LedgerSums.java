package openset.http.bank;

import java.util.List;
import openset.ledger.CurrencySum;

/** The sums over all accounts of a ledger, one for each currency, as JSON. */
public record LedgerSums(List<Sum> sums) {
  /** Debits less credits of a currency, in minor units: 0, or something is wrong. */
  public record Sum(int currency, long minor) {}

  /** The sums of a bank's books. */
  public static LedgerSums of(List<CurrencySum> sums) {
    return new LedgerSums(
        sums.stream()
            .map(
                sum ->
                    new Sum(
                        sum.currency(), sum.debits().subtract(sum.credits()).longValueExact()))
            .toList());
  }
}
