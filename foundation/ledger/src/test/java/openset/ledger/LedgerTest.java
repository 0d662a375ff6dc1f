package openset.ledger;

import static openset.ledger.Books.EUR;
import static openset.ledger.Books.JPY;
import static openset.ledger.Books.NOW;
import static openset.ledger.Books.euro;
import static openset.ledger.Books.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.ledger.Account.Kind;
import openset.ledger.LedgerRefused.Reason;
import openset.store.Database;
import openset.store.Transactions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final Database DATABASE = Books.fresh();
  private static final Transactions STORE = DATABASE.transactions();
  private static final Instant EXPIRES = NOW.plus(Duration.ofDays(7));

  private final AccountCode cardholder = Books.account("cardholder");
  private final AccountCode settlement = Books.account("settlement");
  private final AccountCode yen = Books.account("yen");

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void openAccounts() throws LedgerRefused {
    change(ledger -> {
      ledger.open(new Account(cardholder, EUR, Kind.ASSET));
      ledger.open(new Account(settlement, EUR, Kind.LIABILITY));
      ledger.open(new Account(yen, JPY, Kind.ASSET));
      return true;
    });
  }

  @AfterEach
  void everyCurrencySumsToZero() {
    List<CurrencySum> sums = STORE.inTransaction(tx -> Ledger.in(tx, NOW).checkSums());
    assertThat(sums).allMatch(CurrencySum::isBalanced);
  }

  @Test
  void movesMoneyBetweenTwoAccounts() throws LedgerRefused {
    assertThat(does(l -> l.transfer(purchase(id("t"), 1230)))).isTrue();
    assertThat(balance(cardholder)).isEqualTo(euro(1230));
    assertThat(balance(settlement)).isEqualTo(euro(-1230));
    Account liability = change(l -> l.account(settlement)).orElseThrow();
    assertThat(liability.natural(balance(settlement))).isEqualTo(euro(1230));
  }

  @Test
  void doesNothingWhenTheSameTransferComesAgain() throws LedgerRefused {
    Transfer transfer = purchase(id("t"), 500);
    assertThat(does(l -> l.transfer(transfer))).isTrue();
    assertThat(does(l -> l.transfer(transfer))).isFalse();
    assertThat(balance(cardholder)).isEqualTo(euro(500));
  }

  @Test
  void refusesATransferThatReusesAnId() throws LedgerRefused {
    TransferId id = id("t");
    change(l -> l.transfer(purchase(id, 500)));
    refused(Reason.ID_TAKEN, () -> change(l -> l.transfer(purchase(id, 501))));
    assertThat(balance(cardholder)).isEqualTo(euro(500));
  }

  @Test
  void refusesAccountsThatAreMissingOrOfAnotherCurrency() {
    AccountCode missing = Books.account("missing");
    refused(
        Reason.NO_SUCH_ACCOUNT,
        () -> change(l -> l.transfer(Transfer.of(id("t"), "x", missing, settlement, euro(1)))));
    refused(
        Reason.WRONG_CURRENCY,
        () -> change(l -> l.transfer(Transfer.of(id("t"), "x", yen, settlement, euro(1)))));
    refused(Reason.NO_SUCH_ACCOUNT, () -> change(l -> l.balance(missing)));
  }

  @Test
  void refusesToOpenAnAccountAgainAsAnother() {
    refused(
        Reason.ID_TAKEN,
        () -> change(l -> {
          l.open(new Account(cardholder, JPY, Kind.ASSET));
          return true;
        }));
  }

  @Test
  void cannotMakeATransferThatDoesNotBalance() {
    List<Entry> entries =
        List.of(Entry.debit(cardholder, euro(100)), Entry.credit(settlement, euro(99)));
    assertThatThrownBy(() -> new Transfer(id("t"), "x", entries))
        .isInstanceOf(IllegalArgumentException.class);
    List<Entry> mixed =
        List.of(
            Entry.debit(cardholder, euro(100)), Entry.credit(yen, new Money(JPY, 100)));
    assertThatThrownBy(() -> new Transfer(id("t"), "x", mixed))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsSeveralEntriesInOneTransfer() throws LedgerRefused {
    AccountCode fees = Books.account("fees");
    change(l -> {
      l.open(new Account(fees, EUR, Kind.INCOME));
      return true;
    });
    Transfer transfer =
        new Transfer(
            id("t"),
            "capture less fee",
            List.of(
                Entry.debit(settlement, euro(1000)),
                Entry.credit(cardholder, euro(975)),
                Entry.credit(fees, euro(25))));
    change(l -> l.transfer(transfer));
    Optional<Transfer> stored = change(l -> l.transfer(transfer.id()));
    assertThat(stored).hasValue(transfer);
    assertThat(balance(fees)).isEqualTo(euro(-25));
  }

  @Test
  void holdsMoneyWithoutMovingItAndPostsLess() throws LedgerRefused {
    TransferId hold = id("h");
    change(l -> l.hold(hold(hold, 1000)));
    assertThat(position(cardholder)).isEqualTo(new Position(euro(0), euro(1000)));
    assertThat(position(settlement)).isEqualTo(new Position(euro(0), euro(-1000)));

    TransferId posting = id("p");
    assertThat(does(l -> l.post(hold, posting, "capture", euro(700)))).isTrue();
    assertThat(position(cardholder)).isEqualTo(new Position(euro(700), euro(0)));
    assertThat(does(l -> l.post(hold, posting, "capture", euro(700)))).isFalse();
    assertThat(position(cardholder).committed()).isEqualTo(euro(700));

    refused(Reason.HOLD_ENDED, () -> change(l -> l.post(hold, id("p"), "more", euro(300))));
    refused(Reason.HOLD_ENDED, () -> change(l -> l.release(hold)));
    refused(Reason.ID_TAKEN, () -> change(l -> l.post(hold, posting, "capture", euro(701))));
  }

  @Test
  void givesAHoldBackOnce() throws LedgerRefused {
    TransferId hold = id("h");
    change(l -> l.hold(hold(hold, 1000)));
    assertThat(does(l -> l.release(hold))).isTrue();
    assertThat(does(l -> l.release(hold))).isFalse();
    assertThat(position(cardholder)).isEqualTo(new Position(euro(0), euro(0)));
    refused(Reason.HOLD_ENDED, () -> change(l -> l.post(hold, id("p"), "late", euro(1000))));
    assertThat(does(l -> l.hold(hold(hold, 1000)))).isFalse();
    assertThat(position(cardholder).held()).isEqualTo(euro(0));
  }

  @Test
  void refusesToPostBeyondAHold() throws LedgerRefused {
    TransferId hold = id("h");
    change(l -> l.hold(hold(hold, 1000)));
    refused(Reason.BEYOND_HOLD, () -> change(l -> l.post(hold, id("p"), "x", euro(1001))));
    refused(Reason.BEYOND_HOLD, () -> change(l -> l.post(hold, id("p"), "x", euro(0))));
    refused(Reason.BEYOND_HOLD, () -> change(l -> l.post(hold, id("p"), "x", euro(-1))));
    refused(
        Reason.WRONG_CURRENCY,
        () -> change(l -> l.post(hold, id("p"), "x", new Money(JPY, 1000))));
    refused(Reason.NO_SUCH_HOLD, () -> change(l -> l.post(id("h"), id("p"), "x", euro(1))));
    assertThat(position(cardholder)).isEqualTo(new Position(euro(0), euro(1000)));
  }

  @Test
  void anExpiredHoldCountsNoMoreAndCannotBePosted() throws LedgerRefused {
    TransferId hold = id("h");
    change(l -> l.hold(hold(hold, 1000)));
    Instant before = EXPIRES.minusMillis(1);
    assertThat(heldAt(before)).isEqualTo(euro(1000));
    assertThat(heldAt(EXPIRES)).isEqualTo(euro(0));
    refused(
        Reason.HOLD_EXPIRED,
        () ->
            STORE.inTransaction(
                tx -> Ledger.in(tx, EXPIRES).post(hold, id("p"), "late", euro(1000))));
  }

  @Test
  void aPostingMadeInTimeIsRepeatedAfterTheExpiry() throws LedgerRefused {
    TransferId hold = id("h");
    TransferId posting = id("p");
    change(l -> l.hold(hold(hold, 1000)));
    change(l -> l.post(hold, posting, "capture", euro(1000)));
    boolean fresh =
        STORE.inTransaction(
            tx -> Ledger.in(tx, EXPIRES).post(hold, posting, "capture", euro(1000)));
    assertThat(fresh).isFalse();
  }

  @Test
  void aRefusalThatIsCaughtLeavesNothingBehind() throws LedgerRefused {
    TransferId hold = id("h");
    TransferId taken = id("t");
    change(l -> l.hold(hold(hold, 1000)));
    change(l -> l.transfer(purchase(taken, 1)));
    STORE.perform(
        tx -> {
          Ledger ledger = Ledger.in(tx, NOW);
          refused(Reason.ID_TAKEN, () -> ledger.post(hold, taken, "x", euro(1000)));
          refused(
              Reason.NO_SUCH_ACCOUNT,
              () ->
                  ledger.transfer(
                      Transfer.of(id("t"), "x", settlement, Books.account("no"), euro(1))));
        });
    assertThat(position(cardholder)).isEqualTo(new Position(euro(1), euro(1000)));
    assertThat(does(l -> l.post(hold, id("p"), "capture", euro(1000)))).isTrue();
  }

  @Test
  void refusesAHoldThatReusesAnId() throws LedgerRefused {
    TransferId hold = id("h");
    change(l -> l.hold(hold(hold, 1000)));
    refused(Reason.ID_TAKEN, () -> change(l -> l.hold(hold(hold, 999))));
  }

  @Test
  void showsAStatementWithARunningBalance() throws LedgerRefused {
    Transfer first = purchase(id("a"), 1000);
    Transfer second = Transfer.of(id("b"), "payment", settlement, cardholder, euro(400));
    change(l -> l.transfer(first));
    STORE.inTransaction(tx -> Ledger.in(tx, NOW.plusSeconds(1)).transfer(second));
    List<StatementLine> statement = change(l -> l.statement(cardholder));
    assertThat(statement)
        .containsExactly(
            new StatementLine(first.id(), NOW, "purchase", euro(1000), euro(1000)),
            new StatementLine(
                second.id(), NOW.plusSeconds(1), "payment", euro(-400), euro(600)));
  }

  private Transfer purchase(TransferId id, long cents) {
    return Transfer.of(id, "purchase", cardholder, settlement, euro(cents));
  }

  private Hold hold(TransferId id, long cents) {
    return new Hold(id, cardholder, settlement, euro(cents), EXPIRES);
  }

  private Money balance(AccountCode account) throws LedgerRefused {
    return change(l -> l.balance(account));
  }

  private Position position(AccountCode account) throws LedgerRefused {
    return change(l -> l.position(account));
  }

  private Money heldAt(Instant when) throws LedgerRefused {
    return STORE.inTransaction(tx -> Ledger.in(tx, when).heldOn(cardholder));
  }

  private static boolean does(Change<Boolean> change) throws LedgerRefused {
    return change(change);
  }

  private interface Change<T> {
    T in(Ledger ledger) throws LedgerRefused;
  }

  private static <T> T change(Change<T> change) throws LedgerRefused {
    return STORE.inTransaction(tx -> change.in(Ledger.in(tx, NOW)));
  }

  private static void refused(Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            LedgerRefused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
