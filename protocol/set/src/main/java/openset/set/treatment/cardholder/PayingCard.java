package openset.set.treatment.cardholder;

import openset.set.data.BIN;
import openset.set.data.BrandID;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.PAN;

/** A card as a wallet holds it while it pays: with a certificate, or without. */
public sealed interface PayingCard permits Card, UncertifiedCard {
  /** Its brand. */
  BrandID brandID();

  /** The account. */
  PAN pan();

  /** Until when it is good. */
  CardExpiry expiry();

  /** The first six digits, which tell the issuer. */
  default BIN bin() {
    return new BIN(pan().digits().substring(0, 6));
  }
}
