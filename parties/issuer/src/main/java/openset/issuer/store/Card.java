package openset.issuer.store;

import openset.issuer.card.AccountId;
import openset.issuer.card.CardExpiry;
import openset.issuer.card.CardStatus;
import openset.ledger.Money;

/**
 * A card as it is stored, without its number and holder, which stay sealed.
 *
 * @param key under which it is found
 * @param account its account
 * @param status what it may do
 * @param expiry its last month
 * @param limit the credit limit
 * @param product the card product of its account
 * @param review whether a person decides on each registration
 */
public record Card(
    CardKey key,
    AccountId account,
    CardStatus status,
    CardExpiry expiry,
    Money limit,
    String product,
    boolean review) {}
