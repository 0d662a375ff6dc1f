package openset.set.treatment.authority;

import openset.crypto.Randomness;
import openset.set.data.Nonce;
import openset.set.data.card.PANData0;
import openset.set.data.card.PANSecret;

/**
 * How a cardholder's account is hidden in its certificate (CERT-33): the CCA's half, drawn for one
 * certificate, and what it makes with the wallet's.
 *
 * @param nonceCCA goes back to the wallet
 * @param panSecret of both halves; the card issuer may be told, nobody else
 * @param cardholderId the common name of the certificate
 */
public record Blinding(Nonce nonceCCA, PANSecret panSecret, String cardholderId) {
  /** A new one for {@code card}. */
  public static Blinding of(PANData0 card, Randomness randomness) {
    Nonce nonceCCA = Nonce.random(randomness);
    PANSecret secret =
        PANSecret.derive(card.cardSecret(), nonceCCA, card.pan(), card.cardExpiry());
    return new Blinding(nonceCCA, secret, secret.cardholderId(card.pan(), card.cardExpiry()));
  }
}
