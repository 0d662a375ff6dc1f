/**
 * The account number, its secrets, and the small types that carry them inside a seal. Nothing here
 * prints what it holds. Never named by a merchant. Start with {@link openset.set.data.card.PAN}.
 */
package openset.set.data.card;
