package openset.issuer.registration;

import openset.issuer.card.CardExpiry;
import openset.issuer.card.CardStatus;
import openset.issuer.card.Holder;

/**
 * What the issuer knows of a card and needs for a verdict.
 *
 * @param holder who holds it
 * @param expiry its last month
 * @param status what it may do
 */
public record CardFacts(Holder holder, CardExpiry expiry, CardStatus status) {}
