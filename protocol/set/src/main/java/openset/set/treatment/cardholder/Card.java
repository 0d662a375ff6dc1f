package openset.set.treatment.cardholder;

import openset.pki.SigningCredential;
import openset.set.data.BrandID;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.CardSecret;
import openset.set.data.card.PAN;
import openset.set.data.card.PANSecret;

/**
 * A card with its certificate, as a wallet holds it while it pays.
 *
 * @param credential signs as the cardholder
 * @param cardSecret made by the wallet, known to it and the CCA
 * @param panSecret of both, without which the account cannot be told from the certificate
 */
public record Card(
    SigningCredential credential,
    PAN pan,
    CardExpiry expiry,
    CardSecret cardSecret,
    PANSecret panSecret)
    implements PayingCard {
  /** The brand it was certified for. */
  @Override
  public BrandID brandID() {
    return new BrandID(credential.certificate().subject().organization());
  }

  /** Nothing of the account. */
  @Override
  public String toString() {
    return "Card[" + brandID() + "]";
  }
}
