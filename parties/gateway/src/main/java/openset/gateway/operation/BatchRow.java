package openset.gateway.operation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.gateway.batch.Account;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.CurrencyCode;
import openset.set.data.sale.BatchID;
import openset.set.data.sale.CloseStatus;

/**
 * A batch of a merchant as the gateway's people see it.
 *
 * @param key by which it is found here
 * @param brands whose items it takes; empty for all
 */
public record BatchRow(
    long key, Account account, BatchID batchID, List<String> brands, Life life, Sums sums) {
  /** A copy. */
  public BatchRow {
    brands = List.copyOf(brands);
  }

  /** The same with these sums. */
  public BatchRow with(Sums other) {
    return new BatchRow(key, account, batchID, brands, life, other);
  }

  /**
   * When it was opened and closed, and whether its merchant agrees.
   *
   * @param closed who closed it; empty while it is open
   * @param differed when the merchant's totals were last found to differ; empty where its last
   *     comparison came out even, or it never compared
   */
  public record Life(
      Instant openedAt,
      Optional<Instant> closedAt,
      Optional<CloseStatus> closed,
      Optional<Instant> differed) {
    /** Whether it takes items. */
    public boolean isOpen() {
      return closedAt.isEmpty();
    }
  }

  /**
   * What lies in it.
   *
   * @param debited what was captured and booked; credited what went back
   * @param failed how many items no bank booked, those set aside left out
   * @param aside how many of them were set aside
   */
  public record Sums(
      long debits, CurrencyAmount debited, long credits, CurrencyAmount credited, Not not) {
    /** Nothing. */
    public static Sums none(CurrencyCode currency) {
      CurrencyAmount zero = CurrencyAmount.zero(currency);
      return new Sums(0, zero, 0, zero, new Not(0, 0));
    }
  }

  /** What was not booked. */
  public record Not(long failed, long aside) {}

  /** Which batches. */
  public enum Which {
    OPEN,
    CLOSED,
    /** With items that no bank booked. */
    FAILED,
    /** Whose merchant reckons otherwise. */
    DIFFERS
  }

  /** An item of it. */
  public record Item(
      int sequence, BrandID brand, CurrencyAmount amount, boolean debit, Booked booked) {}

  /** Whether and when a bank booked an item. */
  public record Booked(boolean booked, boolean aside, Instant at) {}

  /** Who asked for what of it, and what came of it. */
  public record Asked(Instant at, String signer, String what, String outcome) {}
}
