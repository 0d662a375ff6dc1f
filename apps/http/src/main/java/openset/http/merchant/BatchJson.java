package openset.http.merchant;

import java.util.List;
import java.util.Optional;
import openset.merchant.batch.BatchLine;
import openset.merchant.batch.BatchRow;

/** Batches as JSON, for the merchant's own programs; described in {@code openapi.json}. */
public final class BatchJson {
  private BatchJson() {}

  /** Batches, the newest first. */
  public record Batches(List<Batch> batches) {}

  /** A batch: our reckoning, the gateway's, and where they differ. */
  public record Batch(
      String batch,
      String brand,
      String openedAt,
      String standing,
      Optional<String> closedAt,
      Optional<String> comparedAt,
      Optional<String> note,
      Totals ours,
      Optional<Totals> theirs,
      List<Difference> differences,
      List<String> next) {
    static Batch of(BatchRow row, List<openset.merchant.batch.Difference> differences) {
      return new Batch(
          row.name().word(),
          row.brandID().name(),
          row.openedAt().toString(),
          row.standing(),
          row.closedAt().map(Object::toString),
          row.comparedAt().map(Object::toString),
          row.note(),
          Totals.of(row.ours()),
          row.theirs().map(Totals::of),
          differences.stream().map(Difference::of).toList(),
          next(row));
    }

    private static List<String> next(BatchRow row) {
      if (row.standing().equals("asking")) return List.of();
      return row.isOpen() ? List.of("compare", "close") : List.of("compare");
    }
  }

  /** What items add up to. */
  public record Totals(int debits, ShopJson.Amount debited, int credits, ShopJson.Amount credited) {
    static Totals of(BatchRow.Totals totals) {
      return new Totals(
          totals.debits(),
          ShopJson.Amount.of(totals.debited()),
          totals.credits(),
          ShopJson.Amount.of(totals.credited()));
    }
  }

  /**
   * An item that the gateway lists otherwise. Minor units, below 0 where money went back; absent
   * where there is no such item.
   */
  public record Difference(int item, Optional<Long> ours, Optional<Long> theirs) {
    static Difference of(openset.merchant.batch.Difference one) {
      return new Difference(one.sequence(), one.ours(), one.theirs());
    }
  }

  /** Items of a batch, in order. */
  public record BatchItems(List<BatchItem> items, Optional<Integer> next) {}

  /** One item of a batch. */
  public record BatchItem(
      int item,
      String order,
      String orderNumber,
      String type,
      ShopJson.Amount amount,
      boolean booked,
      String at) {
    static BatchItem of(BatchLine line) {
      return new BatchItem(
          line.sequence(),
          line.lidM().toString(),
          line.orderNumber(),
          line.debit() ? "debit" : "credit",
          ShopJson.Amount.of(line.amount()),
          line.booked(),
          line.at().toString());
    }
  }

  /** For which brand a batch is opened. */
  public record NewBatch(String brand) {}

  /** How a batch is closed. */
  public record BatchClosing(boolean anyway) {}
}
