package openset.clearing.settle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.clearing.store.Cycles;
import openset.clearing.store.Position;
import openset.iso20022.AccountStatement;
import openset.iso20022.Bank;
import openset.iso20022.BankTransfers;
import openset.iso20022.MessageHead;
import openset.ledger.AccountCode;
import openset.ledger.Ledger;
import openset.ledger.LedgerRefused;
import openset.ledger.Money;
import openset.ledger.StatementLine;
import openset.store.Transactions;
import openset.store.Tx;

/**
 * Settlement instructions and statements of closed cycles. Each is made of what is stored, so that
 * it is the same to the octet whenever it is asked for.
 */
public final class SettlementMessages {
  private static final String SYSTEM = "OpenSET";

  private final Transactions transactions;
  private final String house;

  /** The messages of a house by its institution code. */
  public SettlementMessages(Transactions transactions, String house) {
    this.transactions = transactions;
    this.house = house;
  }

  /**
   * The transfers that settle a cycle in a currency (pacs.009): who owes pays the house, and the
   * house pays who gets; together they sum to zero, but for what the house converted.
   *
   * @return empty when the cycle is not closed, or nobody owes anything in that currency
   */
  public Optional<BankTransfers> instructions(long cycle, int currency) {
    return transactions.inTransaction(tx -> instructions(tx, cycle, currency));
  }

  private Optional<BankTransfers> instructions(Tx tx, long cycle, int currency) {
    List<BankTransfers.Transfer> transfers = new ArrayList<>();
    for (Position each : Cycles.in(tx).positions(cycle)) {
      long net = each.totals().net();
      boolean between = each.institution().equals(house);
      if (between || each.currency() != currency || net == 0) continue;
      Bank bank = new Bank(each.institution());
      Bank own = new Bank(house);
      Money amount = new Money(currency, Math.abs(net));
      String id = id(cycle, currency) + "-" + (transfers.size() + 1);
      transfers.add(
          net < 0
              ? new BankTransfers.Transfer(id, bank, own, amount)
              : new BankTransfers.Transfer(id, own, bank, amount));
    }
    if (transfers.isEmpty()) return Optional.empty();
    MessageHead head = head(tx, cycle, id(cycle, currency));
    return Optional.of(new BankTransfers(head, transfers));
  }

  /**
   * The statement of a bank's settlement account over a cycle (camt.053).
   *
   * @param account the account in the house's ledger
   * @return empty when nothing came or went on it in that cycle
   */
  public Optional<AccountStatement> statement(long cycle, AccountCode account) {
    return transactions.inTransaction(tx -> statement(tx, cycle, account));
  }

  private Optional<AccountStatement> statement(Tx tx, long cycle, AccountCode account) {
    Ledger ledger = Ledger.in(tx, Instant.EPOCH);
    if (ledger.account(account).isEmpty()) return Optional.empty();
    int currency = ledger.account(account).get().currency();
    String transfer = "cycle/" + Cycles.name(cycle) + "/" + currency;
    try {
      Optional<StatementLine> line =
          ledger.statement(account).stream()
              .filter(each -> each.transfer().text().equals(transfer))
              .findFirst();
      if (line.isEmpty()) return Optional.empty();
      // The ledger has what the house owes on the other side.
      Money amount = line.get().amount().negated();
      Money opening = line.get().balance().negated().minus(amount);
      return Optional.of(
          new AccountStatement(
                  head(tx, cycle, id(cycle, currency)),
                  account.text(),
                  cycle,
                  opening,
                  List.of(new AccountStatement.Line(Cycles.name(cycle), amount))));
    } catch (LedgerRefused e) {
      throw new IllegalStateException(e);
    }
  }

  private static String id(long cycle, int currency) {
    return Cycles.name(cycle) + "-" + currency;
  }

  private static MessageHead head(Tx tx, long cycle, String id) {
    Cycles cycles = Cycles.in(tx);
    return new MessageHead(
        id, cycles.cut(cycle).orElseThrow(), cycles.businessDate(cycle).orElseThrow(), SYSTEM);
  }
}
