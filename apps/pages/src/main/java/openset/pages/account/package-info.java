/**
 * A bank's pages for its customers: they open an account in plain steps, see their card, their
 * money and what was bought, freeze the card or get another. Start at {@link
 * openset.pages.account.AccountPages}.
 *
 * <p>Nothing of an account is in an address: who is signed in is all that says which account is
 * looked at. The card's whole number stands on one page, for some minutes.
 */
package openset.pages.account;
