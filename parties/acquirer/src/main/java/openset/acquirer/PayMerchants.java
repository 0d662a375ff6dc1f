package openset.acquirer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import openset.acquirer.store.Settlements;
import openset.acquirer.store.Settlements.Settled;
import openset.acquirer.store.Shares;
import openset.acquirer.store.Shares.Share;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.SettlementAdvice;
import openset.ledger.LedgerRefused;
import openset.ledger.Money;
import openset.store.Tx;

/**
 * Answers 0500 of the clearing house: when the totals are those of its own items of the cycle, each
 * merchant is credited its amount less its fees, once (HL-61).
 */
final class PayMerchants {
  private final Means means;

  PayMerchants(Means means) {
    this.means = means;
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
    Settled settled = new Settled(advice.cycle(), advice.currency(), advice.totals());
    Settlements settlements = Settlements.in(tx);
    Optional<Settled> before = settlements.find(advice.cycle(), advice.currency());
    if (before.isPresent()) {
      return before.get().equals(settled) ? ResponseCode.APPROVED : ResponseCode.DUPLICATE;
    }
    List<Share> shares = Shares.in(tx).of(advice.cycle(), advice.currency());
    if (!totals(shares).equals(settled.totals())) return ResponseCode.IN_PROGRESS;
    if (!settlements.add(settled, means.now())) return ResponseCode.APPROVED;
    Booking booking = new Booking(tx, means);
    for (Share share : shares) booking.settle(settled.cycle(), share);
    return ResponseCode.APPROVED;
  }

  private static SettlementAdvice.Totals totals(List<Share> shares) {
    return new SettlementAdvice.Totals(
        shares.stream().mapToLong(share -> share.in().items()).sum(),
        shares.stream().mapToLong(share -> share.out().items()).sum(),
        sum(shares, Share::in),
        sum(shares, Share::out));
  }

  private static long sum(List<Share> shares, Function<Share, Shares.Side> side) {
    return shares.stream()
        .mapToLong(share -> side.apply(share).sum().minorUnits())
        .reduce(0, Math::addExact);
  }
}
