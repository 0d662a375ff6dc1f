/**
 * The merchant's HTTP API: catalogue, cart and order for customers, shipping for the merchant's own
 * people. Start at {@link openset.http.merchant.ShopApi}.
 */
package openset.http.merchant;
