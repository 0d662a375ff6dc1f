package openset.gateway.batch;

import java.util.List;
import java.util.Optional;
import openset.set.data.CurrencyAmount;
import openset.set.data.CurrencyCode;
import openset.set.data.sale.BatchDetails;
import openset.set.data.sale.BatchTotals;
import openset.set.data.sale.BrandBatchDetails;

/** Totals, and whether two reckonings of a batch are the same. */
public final class Reckoning {
  private Reckoning() {}

  /** Totals of no items. */
  public static BatchTotals nothing(CurrencyCode currency) {
    CurrencyAmount zero = CurrencyAmount.zero(currency);
    return new BatchTotals(0, zero, 0, zero, Optional.empty());
  }

  /** Both together. */
  public static BatchTotals sum(BatchTotals one, BatchTotals other) {
    return new BatchTotals(
        one.transactionCountCredit() + other.transactionCountCredit(),
        one.transactionTotalAmtCredit().plus(other.transactionTotalAmtCredit()),
        one.transactionCountDebit() + other.transactionCountDebit(),
        one.transactionTotalAmtDebit().plus(other.transactionTotalAmtDebit()),
        Optional.empty());
  }

  /** Whether all is the same, and each brand of which {@code theirs} speaks. */
  static boolean same(BatchDetails theirs, BatchDetails ours) {
    if (!same(theirs.batchTotals(), ours.batchTotals())) return false;
    for (BrandBatchDetails brand : theirs.brandBatchDetailsSeq().orElse(List.of())) {
      BatchTotals own =
          ours.brandBatchDetailsSeq().orElse(List.of()).stream()
              .filter(one -> one.brandID().equals(brand.brandID()))
              .map(BrandBatchDetails::batchTotals)
              .findFirst()
              .orElse(nothing(ours.batchTotals().transactionTotalAmtDebit().currency()));
      if (!same(brand.batchTotals(), own)) return false;
    }
    return true;
  }

  private static boolean same(BatchTotals one, BatchTotals other) {
    return one.transactionCountCredit() == other.transactionCountCredit()
        && one.transactionCountDebit() == other.transactionCountDebit()
        && one.transactionTotalAmtCredit().equals(other.transactionTotalAmtCredit())
        && one.transactionTotalAmtDebit().equals(other.transactionTotalAmtDebit());
  }
}
