package openset.acquirer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.acquirer.store.Captures;
import openset.acquirer.store.Settlements;
import openset.acquirer.store.Settlements.Settled;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.SettlementAdvice;
import openset.ledger.Account;
import openset.ledger.AccountCode;
import openset.ledger.Entry;
import openset.ledger.Ledger;
import openset.ledger.LedgerRefused;
import openset.ledger.Money;
import openset.ledger.Transfer;
import openset.ledger.TransferId;
import openset.store.Tx;

/**
 * Answers 0500 of the clearing house: when the totals are those of its own items of the cycle, each
 * merchant is credited its amount less its fee, once (HL-61).
 */
final class PayMerchants {
  private final Means means;

  PayMerchants(Means means) {
    this.means = means;
  }

  /** What the clearing house holds for this acquirer: money it has. */
  static AccountCode settlementAccount(int currency) {
    return AccountCode.of("settlement/" + currency);
  }

  /** What the acquirer owes a merchant. */
  static AccountCode merchantAccount(String merchant, int currency) {
    return AccountCode.of("merchant/" + merchant + "/" + currency);
  }

  /** What the acquirer earned. */
  static AccountCode feeAccount(int currency) {
    return AccountCode.of("fees/" + currency);
  }

  IsoMessage answer(IsoMessage message) throws MalformedMessage {
    SettlementAdvice advice = SettlementAdvice.of(message);
    if (!advice.institution().equals(means.institution())
        || !Money.isCurrency(advice.currency())) {
      return message.answer(ResponseCode.INVALID_TRANSACTION.wire());
    }
    try {
      ResponseCode code = means.transactions().inTransaction(tx -> settle(tx, advice));
      return message.answer(code.wire());
    } catch (LedgerRefused e) {
      throw new IllegalStateException(e);
    }
  }

  private ResponseCode settle(Tx tx, SettlementAdvice advice) throws LedgerRefused {
    SettlementAdvice.Totals totals = advice.totals();
    Settled settled =
        new Settled(advice.cycle(), advice.currency(), totals.creditCount(), totals.credits());
    Settlements settlements = Settlements.in(tx);
    Optional<Settled> before = settlements.find(advice.cycle(), advice.currency());
    if (before.isPresent()) {
      return before.get().equals(settled) ? ResponseCode.APPROVED : ResponseCode.DUPLICATE;
    }
    List<Captures.Share> shares =
        Captures.in(tx, means.institution()).shares(advice.cycle(), advice.currency());
    long items = shares.stream().mapToLong(Captures.Share::items).sum();
    long amount = shares.stream().mapToLong(Captures.Share::amount).reduce(0, Math::addExact);
    boolean equal =
        totals.debitCount() == 0
            && totals.debits() == 0
            && totals.creditCount() == items
            && totals.credits() == amount;
    if (!equal) return ResponseCode.IN_PROGRESS;
    if (settlements.add(settled, means.now())) pay(tx, settled, shares);
    return ResponseCode.APPROVED;
  }

  private void pay(Tx tx, Settled settled, List<Captures.Share> shares) throws LedgerRefused {
    Ledger ledger = Ledger.in(tx, means.now());
    int currency = settled.currency();
    ledger.open(new Account(settlementAccount(currency), currency, Account.Kind.ASSET));
    ledger.open(new Account(feeAccount(currency), currency, Account.Kind.INCOME));
    for (Captures.Share share : shares) {
      AccountCode merchant = merchantAccount(share.merchant(), currency);
      ledger.open(new Account(merchant, currency, Account.Kind.LIABILITY));
      List<Entry> entries = new ArrayList<>();
      entries.add(
          Entry.debit(settlementAccount(currency), new Money(currency, share.amount())));
      long net = share.amount() - share.fee();
      if (net > 0) entries.add(Entry.credit(merchant, new Money(currency, net)));
      if (share.fee() > 0) {
        entries.add(Entry.credit(feeAccount(currency), new Money(currency, share.fee())));
      }
      String name = settled.cycle() + "/" + currency + "/" + share.merchant();
      ledger.transfer(
          new Transfer(
              TransferId.of("settlement/" + name), "Sales of cycle " + settled.cycle(), entries));
    }
  }
}
