/**
 * The wallet's own HTTP API, for programs of its owner: registering cards, paying, looking at what
 * was paid. Listens on the owner's machine only. Start at {@link
 * openset.http.cardholder.WalletApi}.
 */
package openset.http.cardholder;
