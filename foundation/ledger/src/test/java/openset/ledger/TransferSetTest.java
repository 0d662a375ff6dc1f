package openset.ledger;

import static openset.ledger.Books.EUR;
import static openset.ledger.Books.JPY;
import static openset.ledger.Books.NOW;
import static openset.ledger.Books.euro;
import static openset.ledger.Books.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.ledger.Account.Kind;
import openset.ledger.LedgerRefused.Reason;
import openset.store.Database;
import openset.store.Transactions;
import openset.store.Tx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many transfers at once. */
class TransferSetTest {
  private static final Database DATABASE = Books.fresh();
  private static final Transactions STORE = DATABASE.transactions();

  private final AccountCode holder = Books.account("holder");
  private final AccountCode clearing = Books.account("clearing");
  private final AccountCode yen = Books.account("yen");

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void openAccounts() throws LedgerRefused {
    STORE.<LedgerRefused>perform(
        tx -> {
          Ledger ledger = Ledger.in(tx, NOW);
          ledger.open(new Account(holder, EUR, Kind.ASSET));
          ledger.open(new Account(clearing, EUR, Kind.LIABILITY));
          ledger.open(new Account(yen, JPY, Kind.ASSET));
        });
  }

  private Transfer moving(TransferId id, long cents) {
    return Transfer.of(id, "goods", holder, clearing, euro(cents));
  }

  private int write(List<Transfer> transfers) throws LedgerRefused {
    return STORE.<Integer, LedgerRefused>inTransaction(
        tx -> Ledger.in(tx, NOW).transfers(transfers));
  }

  private Money balance() throws LedgerRefused {
    return STORE.<Money, LedgerRefused>inTransaction(tx -> Ledger.in(tx, NOW).balance(holder));
  }

  private void refused(Reason reason, List<Transfer> transfers) {
    assertThatThrownBy(() -> write(transfers))
        .isInstanceOfSatisfying(
            LedgerRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void allAreWrittenAndThoseThatAreThereDoNothing() throws LedgerRefused {
    List<Transfer> transfers = new ArrayList<>();
    for (int i = 1; i <= 100; i++) transfers.add(moving(id("t"), i));
    assertThat(write(transfers.subList(0, 40))).isEqualTo(40);
    assertThat(write(transfers)).isEqualTo(60);
    assertThat(write(transfers)).isZero();
    assertThat(balance()).isEqualTo(euro(5050));
    Transfer last = transfers.getLast();
    Optional<Transfer> found =
        STORE.inTransaction(tx -> Ledger.in(tx, NOW).transfer(last.id()));
    assertThat(found).contains(last);
  }

  /** What the server first planned for empty tables, it keeps: that must be right for full ones. */
  @Test
  void nothingIsReadWholeToWriteATransferHoweverEmptyTheTablesOnceWere() throws LedgerRefused {
    try (Database fresh = Books.fresh()) {
      fresh
          .transactions()
          .<LedgerRefused>perform(
              tx -> {
                Ledger ledger = Ledger.in(tx, NOW);
                ledger.open(new Account(holder, EUR, Kind.ASSET));
                ledger.open(new Account(clearing, EUR, Kind.LIABILITY));
                for (int i = 0; i < 20; i++) ledger.transfer(moving(id("t"), 1 + i));
                tx.handle().execute("set constraints all immediate");
                assertThat(readWhole(tx)).isEmpty();
                assertThat(tx.handle().select("select from ledger_transfer").mapToMap().list())
                    .hasSize(20);
                assertThat(readWhole(tx)).containsExactly("ledger_transfer");
              });
    }
  }

  private static List<String> readWhole(Tx tx) {
    return tx.handle()
        .createQuery(
            """
            select relname from pg_stat_xact_user_tables
            where relname like 'ledger%' and seq_scan > 0
            """)
        .mapTo(String.class)
        .list();
  }

  @Test
  void theSameTwiceInOneSetIsOne() throws LedgerRefused {
    Transfer transfer = moving(id("t"), 7);
    assertThat(write(List.of(transfer, transfer))).isEqualTo(1);
    assertThat(balance()).isEqualTo(euro(7));
    assertThat(write(List.of())).isZero();
  }

  @Test
  void oneThatIsRefusedTakesAllOthersWithIt() throws LedgerRefused {
    TransferId taken = id("t");
    write(List.of(moving(taken, 5)));
    Transfer good = moving(id("t"), 100);
    AccountCode nowhere = Books.account("nowhere");
    refused(Reason.ID_TAKEN, List.of(good, moving(taken, 6)));
    refused(Reason.ID_TAKEN, List.of(good, moving(good.id(), 99)));
    refused(
        Reason.NO_SUCH_ACCOUNT,
        List.of(good, Transfer.of(id("t"), "x", holder, nowhere, euro(1))));
    refused(
        Reason.WRONG_CURRENCY,
        List.of(good, Transfer.of(id("t"), "x", yen, clearing, euro(1))));
    assertThat(balance()).isEqualTo(euro(5));
  }
}
