/**
 * The merchant. {@link openset.merchant.Merchant} is its front door; the shop, the sales and the
 * tables have rooms of their own. Nothing here can name an account number.
 */
package openset.merchant;
