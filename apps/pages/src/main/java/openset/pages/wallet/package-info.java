/**
 * The place from which a browser gets the cardholder's wallet: static files and nothing else.
 * Nothing that the wallet does comes back here. Start at {@link
 * openset.pages.wallet.WalletPages}.
 */
package openset.pages.wallet;
