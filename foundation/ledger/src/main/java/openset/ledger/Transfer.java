package openset.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A balanced movement of money, never changed once it is in the ledger.
 *
 * @param id chosen by the caller; the same id with the same content does nothing a second time
 * @param text what a statement shows, without secrets
 * @param entries two or more, that sum to zero in each currency
 */
public record Transfer(TransferId id, String text, List<Entry> entries) {
  /** Refuses entries that do not balance: that is a bug of whoever made them. */
  public Transfer {
    entries = List.copyOf(entries);
    Map<Integer, Money> sums = new HashMap<>();
    for (Entry entry : entries) {
      sums.merge(entry.amount().currency(), entry.amount(), Money::plus);
    }
    if (entries.size() < 2 || !sums.values().stream().allMatch(Money::isZero)) {
      throw new IllegalArgumentException("the entries of a transfer sum to zero: " + id);
    }
  }

  /** Moves an amount: one account is debited, another credited. */
  public static Transfer of(
      TransferId id, String text, AccountCode debit, AccountCode credit, Money amount) {
    return new Transfer(
        id, text, List.of(Entry.debit(debit, amount), Entry.credit(credit, amount)));
  }
}
