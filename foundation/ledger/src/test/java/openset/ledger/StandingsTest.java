package openset.ledger;

import static openset.ledger.Books.EUR;
import static openset.ledger.Books.NOW;
import static openset.ledger.Books.euro;
import static openset.ledger.Books.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import openset.ledger.Account.Kind;
import openset.store.Database;
import openset.store.Transactions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Books looked at as a whole, and as they were. */
class StandingsTest {
  private static final Database DATABASE = Books.fresh();
  private static final Transactions STORE = DATABASE.transactions();

  private static final String PLANTED =
      "insert into ledger_entry select code, 'x', 0, 978, 5 from ledger_account limit 1";

  private final AccountCode holder = Books.account("holder");
  private final AccountCode clearing = Books.account("clearing");

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void openAccounts() throws LedgerRefused {
    STORE.<LedgerRefused>perform(
        tx -> {
          Ledger.in(tx, NOW).open(new Account(holder, EUR, Kind.ASSET));
          Ledger.in(tx, NOW).open(new Account(clearing, EUR, Kind.LIABILITY));
        });
  }

  private void moves(Instant at, long minor) throws LedgerRefused {
    STORE.<LedgerRefused>perform(
        tx ->
            Ledger.in(tx, at)
                .transfer(Transfer.of(id("t"), "goods", holder, clearing, euro(minor))));
  }

  @Test
  void everyAccountIsShownWithBalanceAndHolds() throws LedgerRefused {
    moves(NOW, 500);
    Hold hold = new Hold(id("h"), holder, clearing, euro(70), NOW.plusSeconds(60));
    STORE.<LedgerRefused>perform(tx -> Ledger.in(tx, NOW).hold(hold));
    List<Standing> standings = STORE.inTransaction(tx -> Ledger.in(tx, NOW).standings());
    assertThat(standings)
        .contains(
            new Standing(
                new Account(holder, EUR, Kind.ASSET), new Position(euro(500), euro(70))),
            new Standing(
                new Account(clearing, EUR, Kind.LIABILITY),
                new Position(euro(-500), euro(-70))));
    for (Standing standing : standings) {
      assertThat(standing.position())
          .isEqualTo(
              STORE.<Position, LedgerRefused>inTransaction(
                  tx -> Ledger.in(tx, NOW).position(standing.account().code())));
    }
  }

  @Test
  void theBooksCanBeReadAsTheyWere() throws LedgerRefused {
    Instant noon = NOW.plus(Duration.ofHours(1));
    moves(NOW, 100);
    moves(noon, 30);
    STORE.<LedgerRefused>perform(
        tx -> {
          Ledger ledger = Ledger.in(tx, NOW);
          assertThat(ledger.balance(holder, NOW)).isEqualTo(euro(0));
          assertThat(ledger.balance(holder, noon)).isEqualTo(euro(100));
          assertThat(ledger.balance(holder, noon.plusSeconds(1))).isEqualTo(euro(130));
          assertThat(ledger.statement(holder, NOW, noon)).hasSize(1);
          assertThat(ledger.statement(holder, noon, Instant.MAX))
              .singleElement()
              .extracting(StatementLine::balance)
              .isEqualTo(euro(130));
          assertThat(ledger.statement(holder)).hasSize(2);
        });
  }

  @Test
  void theInvariantsHoldOfBooksThatAreInOrder() throws LedgerRefused {
    moves(NOW, 9);
    STORE.perform(
        tx ->
            assertThat(Invariant.OF_THE_LEDGER)
                .allSatisfy(each -> assertThat(each.breaches(tx)).as(each.name()).isEmpty()));
  }

  @ParameterizedTest
  @Tag("S04")
  @CsvSource(
      delimiter = '|',
      value = {
        "currency-sums|" + PLANTED,
        "entries-of-transfers|" + PLANTED,
        "whole-transfers|insert into ledger_transfer values ('y', 'nothing', now())",
        "holds-end|insert into ledger_hold values"
            + " ('z', 'a', 'b', 978, 1, now() + interval '9 years', now())",
        "postings-within-holds|insert into ledger_hold values"
            + " ('w', 'a', 'b', 978, 1, now(), now());"
            + " insert into ledger_hold_end values ('w', 'nowhere', now())",
      })
  void everyInvariantNamesWhatBreaksIt(String name, String change) throws LedgerRefused {
    Invariant invariant =
        Invariant.OF_THE_LEDGER.stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    assertThatThrownBy(
            () ->
                STORE.perform(
                    tx -> {
                      for (String table : List.of("ledger_entry", "ledger_transfer")) {
                        tx.handle().execute("alter table " + table + " disable trigger user");
                      }
                      tx.handle().createScript(change).execute();
                      List<String> breaches = invariant.breaches(tx);
                      assertThat(breaches).hasSize(1);
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");
  }
}
