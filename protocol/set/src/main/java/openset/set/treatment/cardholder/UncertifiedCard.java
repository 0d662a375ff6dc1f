package openset.set.treatment.cardholder;

import openset.set.data.BrandID;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.PAN;

/**
 * A card that nobody certified: whoever knows its number can pay with it, and nothing is signed.
 *
 * @param brandID as it stands on the card
 */
public record UncertifiedCard(BrandID brandID, PAN pan, CardExpiry expiry)
    implements PayingCard {
  /** Nothing of the account. */
  @Override
  public String toString() {
    return "UncertifiedCard[" + brandID + "]";
  }
}
