package openset.issuer.customer;

import openset.issuer.card.CardExpiry;
import openset.issuer.card.CardNumber;

/**
 * A card as its holder sees it for a short while.
 *
 * @param name on the card
 * @param number the whole number
 */
public record ShownCard(String name, CardNumber number, CardExpiry expiry) {
  @Override
  public String toString() {
    return "ShownCard[" + number + "]";
  }
}
