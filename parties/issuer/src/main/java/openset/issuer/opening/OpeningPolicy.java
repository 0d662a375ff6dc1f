package openset.issuer.opening;

import openset.issuer.product.Product;
import openset.ledger.Money;

/**
 * What an issuer asks of applicants and grants them.
 *
 * @param leastAge in years
 * @param leastLimit the lowest credit limit
 * @param highestLimit the highest credit limit; names the currency of accounts without a product of
 *     another
 * @param cardMonths for how many months after this one a card is good
 */
public record OpeningPolicy(
    int leastAge, Money leastLimit, Money highestLimit, int cardMonths) {
  /** The same with the limits of a product, which may be in another currency. */
  public OpeningPolicy with(Product.Limits limits) {
    return new OpeningPolicy(leastAge, limits.least(), limits.most(), cardMonths);
  }
}
