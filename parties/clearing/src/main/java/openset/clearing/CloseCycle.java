package openset.clearing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import openset.clearing.store.Cycles;
import openset.clearing.store.Position;
import openset.ledger.Account;
import openset.ledger.AccountCode;
import openset.ledger.Entry;
import openset.ledger.Ledger;
import openset.ledger.LedgerRefused;
import openset.ledger.Money;
import openset.ledger.Transfer;
import openset.ledger.TransferId;
import openset.store.ConversationKey;
import openset.store.Effect;
import openset.store.Tx;

/**
 * Closes the open cycle in one transaction: nets the positions, moves them between the settlement
 * accounts, stores what each bank is to be told, and opens the next cycle (HL-60).
 */
final class CloseCycle {
  static final String SETTLEMENT = "settlement";

  private final Means means;

  CloseCycle(Means means) {
    this.means = means;
  }

  /** What the clearing house owes a bank; debit when the bank owes. */
  static AccountCode settlementAccount(String institution, int currency) {
    return AccountCode.of("bank/" + institution + "/" + currency);
  }

  /** Closes the open cycle; empty, and nothing changed, when it has no items. */
  Optional<Long> close() {
    try {
      return means.transactions().inTransaction(this::close);
    } catch (LedgerRefused e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<Long> close(Tx tx) throws LedgerRefused {
    Cycles cycles = Cycles.in(tx);
    long number = cycles.openForClosing();
    List<Position> positions = cycles.net(number);
    if (positions.isEmpty()) return Optional.empty();
    cycles.close(number, LocalDate.ofInstant(means.now(), ZoneOffset.UTC), means.now());
    Map<Integer, List<Position>> byCurrency = new TreeMap<>();
    for (Position position : positions) {
      cycles.add(position);
      tell(tx, position);
      byCurrency.computeIfAbsent(position.currency(), _ -> new ArrayList<>()).add(position);
    }
    for (List<Position> each : byCurrency.values()) move(tx, number, each);
    return Optional.of(number);
  }

  private void tell(Tx tx, Position position) {
    byte[] conversation =
        ByteBuffer.allocate(12).putLong(position.cycle()).putInt(position.currency()).array();
    tx.outbox()
        .add(
            new Effect(
                ConversationKey.of(conversation),
                SETTLEMENT,
                position.institution(),
                position.institution().getBytes(StandardCharsets.US_ASCII)),
            means.now());
  }

  /** One balanced transfer for all banks of a currency: what some pay is what the others get. */
  private void move(Tx tx, long number, List<Position> positions) throws LedgerRefused {
    Ledger ledger = Ledger.in(tx, means.now());
    List<Entry> entries = new ArrayList<>();
    int currency = positions.getFirst().currency();
    for (Position position : positions) {
      AccountCode account = settlementAccount(position.institution(), currency);
      ledger.open(new Account(account, currency, Account.Kind.LIABILITY));
      long net = position.totals().net();
      if (net != 0) entries.add(new Entry(account, new Money(currency, -net)));
    }
    if (entries.isEmpty()) return;
    String name = Means.name(number);
    ledger.transfer(
        new Transfer(
            TransferId.of("cycle/" + name + "/" + currency), "Settlement of " + name, entries));
  }
}
