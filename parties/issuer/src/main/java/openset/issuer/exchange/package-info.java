/**
 * Purchases in another currency than the account's: the clearing house's rates, and what a purchase
 * is by one of them. Never here: what is decided because of it. Start at {@link
 * openset.issuer.exchange.Foreign}.
 */
package openset.issuer.exchange;
