package openset.acquirer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import openset.acquirer.fee.CardClass;
import openset.acquirer.fee.FeeItem;
import openset.acquirer.fee.FeeKind;
import openset.acquirer.fee.FeeLine;
import openset.acquirer.store.FeeRules;
import openset.acquirer.store.Item;
import openset.acquirer.store.ItemFees;
import openset.acquirer.store.LoggedAuthorization;
import openset.acquirer.store.LoggedAuthorization.Forwarded;
import openset.acquirer.store.Merchant;
import openset.acquirer.store.Merchants;
import openset.acquirer.store.Tally;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.Octets;
import openset.ledger.Money;
import openset.store.Tx;

/**
 * What the items of one authorization cost. A capture costs what contract and tables of the day of
 * its authorization say; a credit brings that back in proportion (HL-74); a reversal takes back
 * what its item cost or brought; a dispute costs and brings nothing.
 */
final class Charges {
  private final Tx tx;
  private final LoggedAuthorization row;
  private final List<Item> before;

  /** The charges of an authorization whose row is locked. */
  Charges(Tx tx, LoggedAuthorization row, List<Item> before) {
    this.tx = tx;
    this.row = row;
    this.before = before;
  }

  List<FeeLine> of(Item item) {
    return switch (item.kind()) {
      case CAPTURE -> ofCapture(money(item.taken().amount()));
      case CREDIT -> ofCredit(money(item.taken().amount()));
      case CAPTURE_REVERSAL -> backOfCapture(item.earlier().orElseThrow());
      case CREDIT_REVERSAL -> backOfCredit(item.earlier().orElseThrow());
      case CHARGEBACK, REPRESENTMENT -> List.of();
    };
  }

  private static Money money(Amount amount) {
    return new Money(amount.currency(), amount.minor());
  }

  private List<FeeLine> ofCapture(Money amount) {
    String id = row.asked().acceptor().merchant();
    Merchants merchants = Merchants.in(tx);
    Optional<Merchant> merchant = merchants.find(id, row.at());
    if (merchant.isEmpty()) return List.of();
    CardClass card = row.forwarded().map(Forwarded::card).orElse(CardClass.PLAIN);
    FeeItem item =
        new FeeItem(id, row.asked().acceptor().category(), card, amount, row.at());
    return merchants
        .terms(id, row.at())
        .pricing(merchant.get())
        .fees(item, FeeRules.in(tx).all());
  }

  private List<FeeLine> ofCredit(Money amount) {
    Tally tally = Tally.of(before);
    Money captured = new Money(amount.currency(), tally.due());
    Money credited = new Money(amount.currency(), tally.credited()).plus(amount);
    Map<FeeKind, FeeLine> returned = sums(item -> item.kind() == Kind.CREDIT);
    List<FeeLine> lines = new ArrayList<>();
    for (FeeLine paid : sums(item -> item.kind() == Kind.CAPTURE).values()) {
      Money back =
          Optional.ofNullable(returned.get(paid.kind()))
              .map(line -> line.fee().negated())
              .orElse(Money.zero(amount.currency()));
      lines.add(FeeLine.back(paid, back, credited, captured));
    }
    return lines;
  }

  /** What the capture cost, but no more than credits have left of all that was paid. */
  private List<FeeLine> backOfCapture(Octets capture) {
    Map<FeeKind, FeeLine> left =
        sums(item -> item.kind() == Kind.CAPTURE || item.kind() == Kind.CREDIT);
    return ItemFees.in(tx).of(key(), capture).stream()
        .map(
            line -> {
              Money most = left.get(line.kind()).fee();
              return negated(line, line.fee().compareTo(most) < 0 ? line.fee() : most);
            })
        .toList();
  }

  private List<FeeLine> backOfCredit(Octets credit) {
    return ItemFees.in(tx).of(key(), credit).stream()
        .map(line -> negated(line, line.fee()))
        .toList();
  }

  private static FeeLine negated(FeeLine line, Money fee) {
    Money back = fee.negated();
    return new FeeLine(
        line.kind(), line.charged(), back, "-(" + fee.decimal() + ") = " + back);
  }

  /** Fees of the items that stand, by kind. */
  private Map<FeeKind, FeeLine> sums(Predicate<Item> which) {
    Map<FeeKind, FeeLine> sums = new EnumMap<>(FeeKind.class);
    for (Item item : before) {
      if (!item.stands() || !which.test(item)) continue;
      for (FeeLine line : ItemFees.in(tx).of(key(), item.taken().key())) {
        sums.merge(
            line.kind(),
            line,
            (one, other) ->
                new FeeLine(one.kind(), one.charged(), one.fee().plus(other.fee()), ""));
      }
    }
    return sums;
  }

  private Octets key() {
    return row.asked().purchase().key();
  }
}
