package openset.clearing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import openset.clearing.calendar.Calendar;
import openset.clearing.store.Cleared;
import openset.clearing.store.Cycles;
import openset.clearing.store.Position;
import openset.clearing.store.Items;
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
 * Ends cycles. First the cut-off: the open one takes no more items and the next is opened. Then,
 * when each of its items is decided, one transaction nets the positions, moves them between the
 * settlement accounts and stores what each bank is to be told (HL-60).
 */
final class CloseCycle {
  static final String SETTLEMENT = "settlement";

  private static final int ASKED_AGAIN = 256;

  private final Means means;
  private final AskReceiver askReceiver;
  private final String house;
  private final Optional<Calendar> calendar;

  CloseCycle(
      Means means, AskReceiver askReceiver, String house, Optional<Calendar> calendar) {
    this.house = house;
    this.calendar = calendar;
    this.means = means;
    this.askReceiver = askReceiver;
  }

  /** What the clearing house owes a bank; debit when the bank owes. */
  static AccountCode settlementAccount(String institution, int currency) {
    return AccountCode.of("bank/" + institution + "/" + currency);
  }

  /**
   * Ends the open cycle for items; empty, and nothing changed, when there is nothing in it.
   *
   * @param by who wants it, absent for a program
   */
  Optional<Long> cutOff(Optional<String> by) {
    LocalDate today =
        calendar
            .map(each -> each.after(means.now()).businessDate())
            .orElseGet(() -> LocalDate.ofInstant(means.now(), ZoneOffset.UTC));
    return means
        .transactions()
        .inTransaction(tx -> Cycles.in(tx).cutOff(today, means.now(), by));
  }

  /**
   * Ends the open cycle where a cut-off of the calendar has passed. What came in while the house
   * stood still after a cut-off, or before it, counts for the first that passed: there was nobody
   * to tell one from the other.
   *
   * @param since what passed before is not looked at
   */
  void cutOffByCalendar(Instant since) {
    if (calendar.isEmpty()) return;
    while (true) {
      Optional<Instant> last =
          means.transactions().inTransaction(tx -> Cycles.in(tx).lastCutOff());
      Calendar.CutOff due = calendar.get().after(last.orElse(since));
      if (due.at().isAfter(means.now())) return;
      means
          .transactions()
          .perform(
              tx -> {
                Cycles cycles = Cycles.in(tx);
                if (!cycles.pass(due.at(), due.businessDate())) return;
                cycles
                    .cutOff(due.businessDate(), means.now(), Optional.empty())
                    .ifPresent(number -> cycles.ended(due.at(), number));
              });
    }
  }

  /** Asks issuers again about what is undecided in cycles cut off, and closes those that can be. */
  void finish() {
    List<Long> closing = means.transactions().inTransaction(tx -> Cycles.in(tx).closing());
    for (long number : closing) {
      askAgain(number);
      close(number);
    }
  }

  private void askAgain(long number) {
    List<Cleared> pending = means.transactions().inTransaction(tx -> pending(tx, number));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Cleared each : pending) threads.submit(() -> askReceiver.about(each));
    }
  }

  private List<Cleared> pending(Tx tx, long number) {
    List<Cleared> pending = new ArrayList<>();
    for (String bank : Items.in(tx).awaited(number)) {
      if (!means.banks().takesFiles(bank)) {
        pending.addAll(Items.in(tx).pending(number, bank, ASKED_AGAIN));
      }
    }
    return pending;
  }

  private void close(long number) {
    try {
      means.transactions().perform(tx -> close(tx, number));
    } catch (LedgerRefused e) {
      throw new IllegalStateException(e);
    }
  }

  private void close(Tx tx, long number) throws LedgerRefused {
    Cycles cycles = Cycles.in(tx);
    if (!cycles.close(number, means.now())) return;
    Map<Integer, List<Position>> byCurrency = new TreeMap<>();
    for (Position position : cycles.net(number, house)) {
      cycles.add(position);
      if (!position.acknowledged()) tell(tx, position);
      byCurrency.computeIfAbsent(position.currency(), _ -> new ArrayList<>()).add(position);
    }
    for (List<Position> each : byCurrency.values()) move(tx, number, each);
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
    String name = Cycles.name(number);
    ledger.transfer(
        new Transfer(
            TransferId.of("cycle/" + name + "/" + currency), "Settlement of " + name, entries));
  }
}
