package openset.ledger;

import static openset.ledger.Books.EUR;
import static openset.ledger.Books.JPY;
import static openset.ledger.Books.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import openset.ledger.Account.Kind;
import openset.store.Database;
import openset.store.Transactions;

/** Whatever is done to it, in whatever order, the ledger is what a plain model of it says. */
class LedgerSumsTest {
  private static final Database DATABASE = Books.fresh();
  private static final Transactions STORE = DATABASE.transactions();

  /**
   * One thing asked of the ledger.
   *
   * @param kind 0 transfer, 1 hold, 2 post, 3 release
   * @param currency 0 or 1
   * @param debit which account
   * @param credit which account
   * @param amount minor units
   * @param target which earlier hold
   */
  record Act(int kind, int currency, int debit, int credit, long amount, int target) {}

  @AfterContainer
  static void close() {
    DATABASE.close();
  }

  @Property(tries = 25)
  void everyCurrencySumsToZeroAndEveryAccountIsWhatTheModelSays(
      @ForAll("acts") List<Act> acts) throws LedgerRefused {
    Model model = new Model();
    for (Act act : acts) {
      model.perform(act);
    }
    STORE.perform(
        tx -> {
          Ledger ledger = Ledger.in(tx, NOW);
          assertThat(ledger.checkSums()).allMatch(CurrencySum::isBalanced);
          for (Account account : model.accounts) {
            Money zero = Money.zero(account.currency());
            Position position = ledger.position(account.code());
            assertThat(position.balance())
                .isEqualTo(model.balances.getOrDefault(account.code(), zero));
            assertThat(position.held()).isEqualTo(model.held(account));
            List<StatementLine> lines = ledger.statement(account.code());
            assertThat(lines.isEmpty() ? zero : lines.getLast().balance())
                .isEqualTo(position.balance());
          }
        });
  }

  @Provide
  static Arbitrary<List<Act>> acts() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 1),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 2),
            Arbitraries.longs().between(1, 1_000_000_000_000L),
            Arbitraries.integers().between(0, 5))
        .as(Act::new)
        .list()
        .ofMaxSize(25);
  }

  /** The ledger as a few maps. */
  private static final class Model {
    final List<Account> accounts = new ArrayList<>();
    final Map<AccountCode, Money> balances = new HashMap<>();
    final List<Hold> holds = new ArrayList<>();
    final Map<TransferId, Boolean> ended = new HashMap<>();

    Model() throws LedgerRefused {
      for (int i = 0; i < 6; i++) {
        int currency = i < 3 ? EUR : JPY;
        accounts.add(new Account(Books.account("model"), currency, Kind.ASSET));
      }
      STORE.perform(
          tx -> {
            for (Account account : accounts) {
              Ledger.in(tx, NOW).open(account);
            }
          });
    }

    void perform(Act act) throws LedgerRefused {
      AccountCode debit = accounts.get(act.currency * 3 + act.debit).code();
      AccountCode credit =
          accounts.get(act.currency * 3 + (act.debit + 1 + act.credit % 2) % 3).code();
      Money amount = new Money(act.currency == 0 ? EUR : JPY, act.amount);
      switch (act.kind) {
        case 0 -> {
          Transfer transfer = Transfer.of(Books.id("t"), "x", debit, credit, amount);
          STORE.perform(tx -> Ledger.in(tx, NOW).transfer(transfer));
          move(debit, credit, amount);
        }
        case 1 -> {
          Hold hold = new Hold(Books.id("h"), debit, credit, amount, NOW.plusSeconds(1));
          STORE.perform(tx -> Ledger.in(tx, NOW).hold(hold));
          holds.add(hold);
        }
        default -> end(act);
      }
    }

    private void end(Act act) throws LedgerRefused {
      if (act.target >= holds.size() || ended.containsKey(holds.get(act.target).id())) {
        return;
      }
      Hold hold = holds.get(act.target);
      ended.put(hold.id(), true);
      if (act.kind == 3) {
        STORE.perform(tx -> Ledger.in(tx, NOW).release(hold.id()));
        return;
      }
      long part = 1 + act.amount % hold.amount().minorUnits();
      Money posted = new Money(hold.amount().currency(), part);
      STORE.perform(tx -> Ledger.in(tx, NOW).post(hold.id(), Books.id("p"), "x", posted));
      move(hold.debit(), hold.credit(), posted);
    }

    private void move(AccountCode debit, AccountCode credit, Money amount) {
      balances.merge(debit, amount, Money::plus);
      balances.merge(credit, amount.negated(), Money::plus);
    }

    Money held(Account account) {
      Money sum = Money.zero(account.currency());
      for (Hold hold : holds) {
        if (!ended.containsKey(hold.id())) {
          sum = hold.debit().equals(account.code()) ? sum.plus(hold.amount()) : sum;
          sum = hold.credit().equals(account.code()) ? sum.minus(hold.amount()) : sum;
        }
      }
      return sum;
    }
  }
}
