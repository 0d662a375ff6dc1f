package openset.acquirer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.acquirer.store.Merchants;
import openset.acquirer.store.Payout;
import openset.acquirer.store.Payouts;
import openset.iso20022.AccountStatement;
import openset.iso20022.Bank;
import openset.iso20022.CustomerTransfers;
import openset.iso20022.MessageHead;
import openset.ledger.Money;
import openset.store.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Payouts as the acquirer's own bank hears of them (pacs.008), and what that bank's statements
 * (camt.053) say became of them. A message is made of what is stored, so that it is the same
 * whenever it is asked for.
 */
final class PayoutTransfers {
  private static final Logger LOG = LoggerFactory.getLogger(PayoutTransfers.class);
  private static final String SYSTEM = "OpenSET";
  private static final String PAYOUT = "-P";

  private final Means means;
  private final Fund fund;

  PayoutTransfers(Means means, Fund fund) {
    this.means = means;
    this.fund = fund;
  }

  /** The transfer of a payout, held to its schema; empty where there is no such payout. */
  Optional<byte[]> message(long number) {
    return means
        .transactions()
        .inTransaction(
            tx -> Payouts.in(tx).find(number).map(each -> message(tx, means.institution(), each)));
  }

  static byte[] message(Tx tx, String institution, Payout payout) {
    Instant made = Payouts.in(tx).instructed(payout.number());
    String name = Merchants.in(tx).find(payout.merchant(), made).orElseThrow().name();
    String id = id(institution, payout.number());
    CustomerTransfers.Payee payee =
        new CustomerTransfers.Payee(
            name, payout.account().text(), new Bank(payout.account().bank()));
    return new CustomerTransfers(
            new MessageHead(id, made, payout.day(), SYSTEM),
            new CustomerTransfers.Payer(new Bank(institution), "Acquirer " + institution),
            List.of(
                new CustomerTransfers.Transfer(
                    id, payee, payout.amount(), "Payout of " + payout.day())))
        .toXml();
  }

  private static String id(String institution, long number) {
    return institution + PAYOUT + number;
  }

  /**
   * Reconciles payouts with a statement of the acquirer's own bank; the same again changes
   * nothing.
   *
   * @throws IllegalArgumentException when it is no camt.053 by its schema
   */
  Reconciled reconcile(byte[] statement) {
    AccountStatement.Booked booked = AccountStatement.read(statement);
    Map<String, List<Money>> byReference = new LinkedHashMap<>();
    for (AccountStatement.Line each : booked.entries()) {
      byReference.computeIfAbsent(each.reference(), _ -> new ArrayList<>()).add(each.amount());
    }
    Reconciled found = new Reconciled(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    byReference.forEach((reference, moved) -> reconcile(found, booked.id(), reference, moved));
    LOG.info("statement {}: {}", booked.id(), found);
    return found;
  }

  private void reconcile(Reconciled found, String id, String reference, List<Money> moved) {
    Optional<Payout> payout = payout(reference);
    if (payout.isEmpty()) {
      found.differing().add(reference);
      return;
    }
    long number = payout.get().number();
    Money out = payout.get().amount().negated();
    if (moved.equals(List.of(out)) && fund.end(number, new Payout.End(true, id))) {
      found.paid().add(number);
    } else if (moved.equals(List.of(out, out.negated()))
        && fund.end(number, new Payout.End(false, id))) {
      found.returned().add(number);
    } else {
      found.differing().add(reference);
    }
  }

  private Optional<Payout> payout(String reference) {
    String before = means.institution() + PAYOUT;
    String number = reference.startsWith(before) ? reference.substring(before.length()) : "";
    if (!number.matches("[1-9][0-9]{0,17}")) return Optional.empty();
    return means
        .transactions()
        .inTransaction(tx -> Payouts.in(tx).find(Long.parseLong(number)));
  }
}
