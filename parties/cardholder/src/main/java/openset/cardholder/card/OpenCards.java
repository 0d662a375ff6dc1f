package openset.cardholder.card;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import openset.cardholder.registration.Registration;
import openset.pki.SigningCredential;
import openset.set.data.LocalID;
import openset.set.data.card.PAN;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.cardholder.PayingCard;
import openset.set.treatment.cardholder.UncertifiedCard;

/** Cards that can pay, each opened once. Safe for many threads. */
public final class OpenCards {
  private final CardKeys keys;
  private final ConcurrentMap<LocalID, PayingCard> open = new ConcurrentHashMap<>();

  /** None yet. */
  public OpenCards(CardKeys keys) {
    this.keys = keys;
  }

  /** Opens a card, if it is not open: from now on it is at hand. */
  public Card open(Registration.Certified certified) {
    LocalID id = certified.label().cardID();
    if (!has(id)) open.putIfAbsent(id, opened(certified));
    return certified(id);
  }

  /** The same of a card without certificate. */
  public UncertifiedCard open(Registration.Kept kept) {
    UncertifiedCard card =
        new UncertifiedCard(kept.label().brandID(), kept.pan(), kept.label().expiry());
    open.putIfAbsent(kept.label().cardID(), card);
    return card;
  }

  /** An open card. */
  public PayingCard at(LocalID id) {
    PayingCard card = open.get(id);
    if (card == null) throw new IllegalStateException("the card is not open");
    return card;
  }

  /** An open card that has a certificate. */
  public Card certified(LocalID id) {
    if (at(id) instanceof Card card) return card;
    throw new IllegalStateException("the card has no certificate");
  }

  /** Whether an open card of this account has a certificate. */
  public boolean certifies(PAN pan) {
    return open.values().stream()
        .anyMatch(card -> card instanceof Card && card.pan().equals(pan));
  }

  /** Whether a card is open. */
  public boolean has(LocalID id) {
    return open.containsKey(id);
  }

  private Card opened(Registration.Certified certified) {
    SigningCredential credential =
        new SigningCredential(
            keys.certified(certified.label().cardID(), certified.certificates()).signer(),
            certified.certificates().getFirst(),
            certified.certificates().subList(1, certified.certificates().size()));
    return new Card(
        credential,
        certified.pan(),
        certified.label().expiry(),
        certified.cardSecret(),
        certified.panSecret());
  }
}
