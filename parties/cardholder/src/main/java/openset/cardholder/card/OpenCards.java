package openset.cardholder.card;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import openset.cardholder.registration.Registration;
import openset.pki.SigningCredential;
import openset.set.data.LocalID;
import openset.set.treatment.cardholder.Card;

/** Cards that can pay, each opened once. Safe for many threads. */
public final class OpenCards {
  private final CardKeys keys;
  private final ConcurrentMap<LocalID, Card> open = new ConcurrentHashMap<>();

  /** None yet. */
  public OpenCards(CardKeys keys) {
    this.keys = keys;
  }

  /** Opens a card, if it is not open: from now on it is at hand. */
  public Card open(Registration.Certified certified) {
    LocalID id = certified.label().cardID();
    Card held = open.get(id);
    return held != null ? held : keep(id, opened(certified));
  }

  /** An open card. */
  public Card at(LocalID id) {
    Card card = open.get(id);
    if (card == null) throw new IllegalStateException("the card is not open");
    return card;
  }

  /** Whether a card is open. */
  public boolean has(LocalID id) {
    return open.containsKey(id);
  }

  private Card keep(LocalID id, Card card) {
    open.putIfAbsent(id, card);
    return open.get(id);
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
