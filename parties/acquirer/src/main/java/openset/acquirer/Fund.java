package openset.acquirer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import openset.acquirer.funding.Iban;
import openset.acquirer.store.Merchants;
import openset.acquirer.store.Payout;
import openset.acquirer.store.Payouts;
import openset.acquirer.store.Reserves;
import openset.ledger.Account;
import openset.ledger.AccountCode;
import openset.ledger.Ledger;
import openset.ledger.LedgerRefused;
import openset.ledger.Money;
import openset.ledger.Transfer;
import openset.ledger.TransferId;
import openset.store.Tx;

/**
 * Pays merchants what they are owed, once a day, and gives back what was held in reserve long
 * enough. What a merchant owes is carried to the next day. Each amount moves in the transaction
 * that writes its instruction.
 */
final class Fund {
  private static final String DAY = "funded";
  private static final String MERCHANT = "merchant/";

  private final Means means;

  Fund(Means means) {
    this.means = means;
  }

  /** Funds a day once, from the day after the first on. */
  void daily() {
    byte[] today = means.today().toString().getBytes(StandardCharsets.US_ASCII);
    Optional<byte[]> last =
        means.transactions().inTransaction(tx -> tx.settings().value(DAY));
    if (last.filter(before -> Arrays.equals(before, today)).isPresent()) return;
    if (last.isPresent()) now();
    means.transactions().perform(tx -> tx.settings().set(DAY, today));
  }

  /** Gives reserves back that are due and pays what is owed; the instructions that it wrote. */
  List<Payout> now() {
    try {
      means.transactions().perform(this::release);
      List<Payout> written = new ArrayList<>();
      for (Account account : owing()) {
        means.transactions().inTransaction(tx -> pay(tx, account)).ifPresent(written::add);
      }
      return List.copyOf(written);
    } catch (LedgerRefused e) {
      throw new IllegalStateException(e);
    }
  }

  private void release(Tx tx) throws LedgerRefused {
    Ledger ledger = Ledger.in(tx, means.now());
    for (Reserves.Held held : Reserves.in(tx).due(means.today())) {
      int currency = held.amount().currency();
      String id = "release/" + held.cycle() + "/" + currency + "/" + held.merchant();
      ledger.transfer(
          Transfer.of(
              TransferId.of(id),
              "Reserve of cycle " + held.cycle() + " given back",
              Booking.reserve(held.merchant(), currency).code(),
              Booking.merchant(held.merchant(), currency).code(),
              held.amount()));
      Reserves.in(tx).release(held, means.today());
    }
  }

  private List<Account> owing() {
    return means
        .transactions()
        .inTransaction(
            tx ->
                Ledger.in(tx, means.now()).accounts().stream()
                    .filter(account -> account.code().text().startsWith(MERCHANT))
                    .toList());
  }

  private Optional<Payout> pay(Tx tx, Account account) throws LedgerRefused {
    String text = account.code().text();
    String merchant = text.substring(MERCHANT.length(), text.lastIndexOf('/'));
    Optional<Iban> to = Merchants.in(tx).terms(merchant, means.now()).payout();
    if (to.isEmpty()) return Optional.empty();
    Ledger ledger = Ledger.in(tx, means.now());
    Money owed = ledger.lockedPosition(account.code()).balance().negated();
    if (!owed.isPositive()) return Optional.empty();
    LocalDate day = means.today();
    Payouts payouts = Payouts.in(tx);
    Optional<Long> number = payouts.add(merchant, day, owed, to.get(), means.now());
    if (number.isEmpty()) return Optional.empty();
    Account onTheWay = Booking.payouts(account.currency());
    ledger.open(onTheWay);
    ledger.transfer(
        Transfer.of(
            TransferId.of("payout/" + number.get()),
            "Payout of " + day,
            account.code(),
            onTheWay.code(),
            owed));
    Optional<Payout> written = payouts.lock(number.get());
    // What cannot be written as a transfer is not instructed.
    PayoutTransfers.message(tx, means.institution(), written.orElseThrow());
    return written;
  }

  /**
   * Notes what became of an instruction: paid, it left the acquirer's own bank; sent back, the
   * merchant is owed it again.
   *
   * @return false where there is no such instruction, or it ended otherwise
   */
  boolean end(long number, Payout.End end) {
    try {
      return means.transactions().inTransaction(tx -> end(tx, number, end, means.now()));
    } catch (LedgerRefused e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean end(Tx tx, long number, Payout.End end, Instant now)
      throws LedgerRefused {
    Optional<Payout> found = Payouts.in(tx).lock(number);
    if (found.isEmpty()) return false;
    Payout payout = found.get();
    if (payout.end().isPresent()) return payout.end().get().equals(end);
    int currency = payout.amount().currency();
    Ledger ledger = Ledger.in(tx, now);
    Account bank =
        new Account(AccountCode.of("bank/" + currency), currency, Account.Kind.ASSET);
    ledger.open(bank);
    AccountCode to =
        end.paid() ? bank.code() : Booking.merchant(payout.merchant(), currency).code();
    ledger.transfer(
        Transfer.of(
            TransferId.of("payout/" + number + (end.paid() ? "/paid" : "/returned")),
            "Payout of " + payout.day() + (end.paid() ? " paid" : " sent back"),
            Booking.payouts(currency).code(),
            to,
            payout.amount()));
    Payouts.in(tx).end(number, end, now);
    return true;
  }
}
