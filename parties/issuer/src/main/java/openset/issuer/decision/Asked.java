package openset.issuer.decision;

import openset.iso8583.host.Amount;
import openset.issuer.card.CardExpiry;
import openset.issuer.card.CardNumber;

/**
 * What an acquirer asks for.
 *
 * @param number the card
 * @param expiry the expiry the cardholder gave
 * @param amount what the card shall pay
 */
public record Asked(CardNumber number, CardExpiry expiry, Amount amount) {}
