/**
 * The cardholder: a wallet with cards that pays what a person approves ({@code spec/wallet.md}).
 *
 * <p>Start reading at {@link openset.cardholder.Wallet}; what happens is in {@code
 * purchase.PurchaseDesk}. Never here: HTTP, sentences for people, another party's code.
 */
package openset.cardholder;
