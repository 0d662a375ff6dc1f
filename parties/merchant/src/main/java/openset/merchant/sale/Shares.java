package openset.merchant.sale;

import java.math.BigInteger;
import java.util.Set;
import openset.set.data.CurrencyAmount;
import openset.set.data.order.Offer;
import openset.set.data.order.OrderLine;

/**
 * What to capture for a part of an order: the lines shipped with their share of the tax. The
 * delivery charge goes with the last shipment, which captures all that is left.
 */
final class Shares {
  private Shares() {}

  static CurrencyAmount of(
      Offer offer, Set<Integer> before, Set<Integer> now, CurrencyAmount captured) {
    boolean last = before.size() + now.size() == offer.lines().size();
    if (last) return offer.total().minus(captured);
    CurrencyAmount goods = CurrencyAmount.zero(offer.total().currency());
    CurrencyAmount all = goods;
    for (OrderLine line : offer.lines()) {
      all = all.plus(line.lineTotal());
      if (now.contains(line.lineNumber())) goods = goods.plus(line.lineTotal());
    }
    BigInteger tax =
        BigInteger.valueOf(offer.tax().minor())
            .multiply(BigInteger.valueOf(goods.minor()))
            .divide(BigInteger.valueOf(Math.max(all.minor(), 1)));
    return goods.plus(new CurrencyAmount(goods.currency(), tax.longValueExact()));
  }
}
