package openset.ledger;

import static openset.ledger.Books.EUR;
import static openset.ledger.Books.NOW;
import static openset.ledger.Books.euro;
import static openset.ledger.Books.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import openset.ledger.Account.Kind;
import openset.ledger.LedgerRefused.Reason;
import openset.store.Database;
import openset.store.Transactions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database itself refuses, whoever writes to it, and what happens at the same time. */
class LedgerTablesTest {
  private static final Database DATABASE = Books.fresh();
  private static final Transactions STORE = DATABASE.transactions();

  private final AccountCode cardholder = Books.account("cardholder");
  private final AccountCode settlement = Books.account("settlement");

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void openAccounts() throws LedgerRefused {
    STORE.perform(
        tx -> {
          Ledger.in(tx, NOW).open(new Account(cardholder, EUR, Kind.ASSET));
          Ledger.in(tx, NOW).open(new Account(settlement, EUR, Kind.LIABILITY));
        });
  }

  @Test
  void refusesATransferThatDoesNotSumToZero() {
    refusedBySql(
        "sums to zero",
        transfer("u1"),
        entry(cardholder, "u1", 0, 100),
        entry(settlement, "u1", 1, -99));
  }

  @Test
  void refusesATransferOfOneEntryOrNone() {
    refusedBySql("two entries or more", transfer("n1"));
    refusedBySql("two entries or more", transfer("n2"), entry(cardholder, "n2", 0, 1));
  }

  @Test
  void refusesEntriesWithoutTheirTransfer() {
    refusedBySql(
        "come with their transfer",
        entry(cardholder, "none", 0, 100),
        entry(settlement, "none", 1, -100));
  }

  @Test
  void refusesBalancedEntriesAddedToAnOldTransfer() throws LedgerRefused {
    TransferId old = id("old");
    move(old, 100);
    refusedBySql(
        "come with their transfer",
        entry(cardholder, old.text(), 2, 100),
        entry(settlement, old.text(), 3, -100));
  }

  @Test
  void refusesAnEntryInAnotherCurrencyThanItsAccounts() {
    refusedBySql(
        "foreign key",
        transfer("c1"),
        "insert into ledger_entry values ('" + cardholder + "', 'c1', 0, 392, 100)");
  }

  @Test
  void refusesToChangeOrRemoveAnythingWritten() throws LedgerRefused {
    TransferId hold = id("h");
    move(id("t"), 100);
    hold(hold, 100);
    STORE.perform(tx -> Ledger.in(tx, NOW).release(hold));
    for (String table :
        List.of(
            "ledger_entry", "ledger_transfer", "ledger_hold", "ledger_hold_end",
            "ledger_account")) {
      for (String crime :
          List.of("delete from " + table, "truncate " + table + " cascade", update(table))) {
        assertThatThrownBy(() -> STORE.perform(tx -> tx.handle().execute(crime)))
            .as(crime)
            .hasMessageContaining("append-only");
      }
    }
  }

  @Test
  void oneOfManyEqualTransfersAtTheSameTimeIsWritten() throws Exception {
    TransferId id = id("same");
    assertThat(atTheSameTime(8, () -> move(id, 100))).containsOnlyOnce(true).hasSize(8);
    Money balance = STORE.inTransaction(tx -> Ledger.in(tx, NOW).balance(cardholder));
    assertThat(balance).isEqualTo(euro(100));
  }

  @Test
  void aHoldEndsOnceHoweverManyTryToEndIt() throws Exception {
    TransferId hold = id("h");
    hold(hold, 100);
    List<Boolean> ended =
        atTheSameTime(
            8,
            () -> {
              TransferId posting = id("p");
              try {
                return STORE.inTransaction(
                    tx -> Ledger.in(tx, NOW).post(hold, posting, "capture", euro(60)));
              } catch (LedgerRefused refused) {
                assertThat(refused.reason()).isEqualTo(Reason.HOLD_ENDED);
                return false;
              }
            });
    assertThat(ended).containsOnlyOnce(true).hasSize(8);
    Position position = STORE.inTransaction(tx -> Ledger.in(tx, NOW).position(cardholder));
    assertThat(position).isEqualTo(new Position(euro(60), euro(0)));
  }

  @Test
  void aLimitHoldsWhenManyPurchasesAskAtTheSameTime() throws Exception {
    Money limit = euro(500);
    List<Boolean> approved =
        atTheSameTime(
            12,
            () -> {
              TransferId purchase = id("h");
              return STORE.inTransaction(
                  tx -> {
                    Ledger ledger = Ledger.in(tx, NOW);
                    Money after = ledger.lockedPosition(cardholder).committed().plus(euro(100));
                    return after.compareTo(limit) <= 0 && ledger.hold(of(purchase, 100));
                  });
            });
    assertThat(approved.stream().filter(yes -> yes)).hasSize(5);
    Money held = STORE.inTransaction(tx -> Ledger.in(tx, NOW).heldOn(cardholder));
    assertThat(held).isEqualTo(limit);
  }

  /** What the second read before the first was done may not be so any more. */
  @Test
  void workThatMeetsItsOwnTransferAtTheSameTimeIsDoneAgainFromItsBegin() throws Exception {
    TransferId same = id("same");
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch waited = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> first =
          threads.submit(
              () ->
                  STORE.<Boolean, Exception>inTransaction(
                      tx -> {
                        boolean fresh = Ledger.in(tx, NOW).transfer(moving(same, 5));
                        written.countDown();
                        waited.await();
                        return fresh;
                      }));
      written.await();
      Future<Boolean> second =
          threads.submit(
              () ->
                  STORE.<Boolean, LedgerRefused>inTransaction(
                      tx -> {
                        begun.incrementAndGet();
                        return Ledger.in(tx, NOW).transfer(moving(same, 5));
                      }));
      while (!somebodyWaits()) Thread.onSpinWait();
      waited.countDown();
      assertThat(first.get()).isTrue();
      assertThat(second.get()).isFalse();
    }
    assertThat(begun).hasValue(2);
  }

  private static boolean somebodyWaits() {
    return STORE.inTransaction(
        tx ->
            tx.handle()
                .createQuery("select exists (select from pg_locks where not granted)")
                .mapTo(Boolean.class)
                .one());
  }

  private static <T> List<T> atTheSameTime(int times, Callable<T> call) throws Exception {
    List<T> results = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<T>> calls = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        calls.add(call);
      }
      for (Future<T> done : threads.invokeAll(calls)) {
        results.add(done.get());
      }
    }
    return results;
  }

  private boolean move(TransferId id, long cents) throws LedgerRefused {
    return STORE.inTransaction(tx -> Ledger.in(tx, NOW).transfer(moving(id, cents)));
  }

  private Transfer moving(TransferId id, long cents) {
    return Transfer.of(id, "x", cardholder, settlement, euro(cents));
  }

  private Hold of(TransferId id, long cents) {
    return new Hold(id, cardholder, settlement, euro(cents), NOW.plusSeconds(60));
  }

  private void hold(TransferId id, long cents) throws LedgerRefused {
    STORE.perform(tx -> Ledger.in(tx, NOW).hold(of(id, cents)));
  }

  private static void refusedBySql(String reason, String... statements) {
    assertThatThrownBy(
            () ->
                STORE.perform(
                    tx -> {
                      for (String statement : statements) {
                        tx.handle().execute(statement);
                      }
                    }))
        .hasStackTraceContaining(reason);
  }

  private static String transfer(String id) {
    return "insert into ledger_transfer (id, text, at) values ('" + id + "', 'x', now())";
  }

  private static String entry(AccountCode account, String transfer, int line, long amount) {
    return "insert into ledger_entry values ('%s', '%s', %d, 978, %d)"
        .formatted(account, transfer, line, amount);
  }

  private static String update(String table) {
    String column = table.equals("ledger_account") ? "kind" : table.equals("ledger_entry")
        ? "amount" : "at";
    return "update " + table + " set " + column + " = " + column;
  }
}
