package openset.issuer.customer;

import openset.issuer.card.CardExpiry;
import openset.issuer.card.CardNumber;
import openset.issuer.card.SecurityCode;

/**
 * A card as its holder sees it for a short while.
 *
 * @param name on the card
 * @param number the whole number
 * @param code the code printed beside it
 */
public record ShownCard(
    String name, CardNumber number, CardExpiry expiry, SecurityCode code) {
  @Override
  public String toString() {
    return "ShownCard[" + number + "]";
  }
}
