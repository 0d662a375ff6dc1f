package openset.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import openset.ledger.LedgerRefused.Reason;
import openset.store.Conflict;
import org.jdbi.v3.core.Handle;

/**
 * Many transfers written by one statement, however many they are. Only where that writes nothing is
 * it asked why: they are there already, or their accounts are not as they say.
 */
final class TransferSet {
  private final Handle handle;
  private final Instant now;

  TransferSet(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  int write(List<Transfer> transfers) throws LedgerRefused {
    Map<String, Transfer> wanted = new LinkedHashMap<>();
    for (Transfer transfer : transfers) {
      Transfer other = wanted.put(transfer.id().text(), transfer);
      if (other != null && !other.equals(transfer)) throw taken(transfer);
    }
    if (wanted.isEmpty() || addAll(wanted.values())) return wanted.size();
    leaveOutKnown(wanted);
    if (wanted.isEmpty()) return 0;
    requireAccounts(wanted.values());
    if (!addAll(wanted.values())) {
      throw new Conflict("ledger: the same transfer at the same time");
    }
    return wanted.size();
  }

  private static LedgerRefused taken(Transfer transfer) {
    return new LedgerRefused(Reason.ID_TAKEN, "transfer " + transfer.id());
  }

  private void leaveOutKnown(Map<String, Transfer> wanted) throws LedgerRefused {
    String[] ids = wanted.keySet().toArray(String[]::new);
    Map<String, String> texts = new HashMap<>();
    handle
        .createQuery("select id, text from ledger_transfer where id = any(:ids)")
        .bindArray("ids", String.class, (Object[]) ids)
        .map((row, context) -> texts.put(row.getString(1), row.getString(2)))
        .list();
    if (texts.isEmpty()) return;
    Map<String, List<Entry>> entries = entries(texts.keySet());
    for (Map.Entry<String, String> known : texts.entrySet()) {
      Transfer again = wanted.remove(known.getKey());
      boolean same =
          again.text().equals(known.getValue())
              && again.entries().equals(entries.get(known.getKey()));
      if (!same) throw taken(again);
    }
  }

  private Map<String, List<Entry>> entries(Set<String> ids) {
    Map<String, List<Entry>> entries = new HashMap<>();
    handle
        .createQuery(
            """
            select transfer, account, currency, amount from ledger_entry
            where transfer = any(:ids) order by transfer, line
            """)
        .bindArray("ids", String.class, ids.toArray())
        .map(
            (row, context) ->
                entries
                    .computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                    .add(
                        new Entry(
                            AccountCode.of(row.getString(2)),
                            new Money(row.getInt(3), row.getLong(4)))))
        .list();
    return entries;
  }

  private void requireAccounts(Collection<Transfer> transfers) throws LedgerRefused {
    Set<String> codes = new HashSet<>();
    for (Transfer transfer : transfers) {
      for (Entry entry : transfer.entries()) codes.add(entry.account().text());
    }
    Map<String, Integer> currencies = new HashMap<>();
    handle
        .createQuery("select code, currency from ledger_account where code = any(:codes)")
        .bindArray("codes", String.class, codes.toArray())
        .map((row, context) -> currencies.put(row.getString(1), row.getInt(2)))
        .list();
    for (Transfer transfer : transfers) {
      for (Entry entry : transfer.entries()) require(entry, currencies);
    }
  }

  private static void require(Entry entry, Map<String, Integer> currencies)
      throws LedgerRefused {
    String code = entry.account().text();
    if (!currencies.containsKey(code)) {
      throw new LedgerRefused(Reason.NO_SUCH_ACCOUNT, code);
    }
    if (currencies.get(code) != entry.amount().currency()) {
      throw new LedgerRefused(Reason.WRONG_CURRENCY, "account " + code);
    }
  }

  /**
   * Writes all of them or none: none where one is known, or one of their accounts is not. Where
   * another transaction writes one of them at the same time, this one is to be done again (SQLSTATE
   * 40001): what it read before may not be so any more.
   *
   * @return whether they are written
   */
  private boolean addAll(Collection<Transfer> transfers) {
    List<String> accounts = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    List<Integer> currencies = new ArrayList<>();
    List<Long> amounts = new ArrayList<>();
    for (Transfer transfer : transfers) {
      for (int line = 0; line < transfer.entries().size(); line++) {
        Entry entry = transfer.entries().get(line);
        accounts.add(entry.account().text());
        ids.add(transfer.id().text());
        lines.add(line);
        currencies.add(entry.amount().currency());
        amounts.add(entry.amount().minorUnits());
      }
    }
    int added =
        handle
            .createQuery(
                """
                select ledger_write(:at, :ids, :texts, :accounts, :entered, :lines, :currencies,
                                    :amounts)
                """)
            .bind("at", now.atOffset(ZoneOffset.UTC))
            .bindArray("ids", String.class, transfers.stream().map(t -> t.id().text()).toArray())
            .bindArray("texts", String.class, transfers.stream().map(Transfer::text).toArray())
            .bindArray("accounts", String.class, accounts)
            .bindArray("entered", String.class, ids)
            .bindArray("lines", Integer.class, lines)
            .bindArray("currencies", Integer.class, currencies)
            .bindArray("amounts", Long.class, amounts)
            .mapTo(Integer.class)
            .one();
    return added > 0;
  }
}
