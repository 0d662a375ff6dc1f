/** The merchant: catalogue, orders, sales. */
package openset.merchant;
