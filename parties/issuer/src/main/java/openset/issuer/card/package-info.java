/**
 * A card and the names of things about it: number, expiry, account, status. Pure values.
 * No database, no wire, no clock lives here.
 * Start with {@link openset.issuer.card.CardNumber}.
 */
package openset.issuer.card;
