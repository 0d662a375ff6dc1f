package openset.merchant.sale;

import java.math.BigInteger;
import java.util.Set;
import openset.set.data.CurrencyAmount;
import openset.set.data.order.Offer;
import openset.set.data.order.OrderLine;

/**
 * What shipped lines are worth together: their prices with their share of the tax, rounded down.
 * The delivery charge and what rounding left come with the last line, so that all lines are worth
 * the total, to the minor unit.
 */
final class Shares {
  private Shares() {}

  static CurrencyAmount of(Offer offer, Set<Integer> shipped) {
    if (shipped.size() == offer.lines().size()) return offer.total();
    CurrencyAmount goods = CurrencyAmount.zero(offer.total().currency());
    CurrencyAmount all = goods;
    for (OrderLine line : offer.lines()) {
      all = all.plus(line.lineTotal());
      if (shipped.contains(line.lineNumber())) goods = goods.plus(line.lineTotal());
    }
    BigInteger tax =
        BigInteger.valueOf(offer.tax().minor())
            .multiply(BigInteger.valueOf(goods.minor()))
            .divide(BigInteger.valueOf(Math.max(all.minor(), 1)));
    return goods.plus(new CurrencyAmount(goods.currency(), tax.longValueExact()));
  }
}
