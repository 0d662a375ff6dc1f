package openset.cardholder.card;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.cardholder.registration.Label;
import openset.cardholder.registration.Registration;
import openset.crypto.SigningKeyPair;
import openset.pki.Certificate;
import openset.set.data.BrandID;
import openset.set.data.LocalID;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.CardSecret;
import openset.set.data.card.PAN;
import openset.set.data.card.PANSecret;

/**
 * A card that was certified elsewhere, as it is moved to a wallet.
 *
 * @param keys of its certificate
 * @param certificates its own, then those above it without the root
 */
public record CertifiedCard(
    SigningKeyPair keys,
    List<Certificate> certificates,
    PAN pan,
    CardExpiry expiry,
    CardSecret cardSecret,
    PANSecret panSecret) {
  /** Copies the certificates. */
  public CertifiedCard {
    certificates = List.copyOf(certificates);
  }

  /** As an entry of a wallet, under this label. */
  public Registration.Certified as(LocalID id, Instant now) {
    BrandID brand = new BrandID(certificates.getFirst().subject().organization());
    return new Registration.Certified(
        Label.of(id, brand, now, pan, expiry),
        pan,
        cardSecret,
        panSecret,
        certificates,
        Optional.empty());
  }

  /** Nothing of the account. */
  @Override
  public String toString() {
    return "CertifiedCard[" + certificates.getFirst().subject().organization() + "]";
  }
}
