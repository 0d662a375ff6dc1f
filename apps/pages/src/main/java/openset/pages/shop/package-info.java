/**
 * A merchant's shop for people: look, search, put aside, order, follow an order. Works without a
 * script; the wallet is opened by one where there is one.
 *
 * <p>Start reading at {@link openset.pages.shop.ShopPages}, which lists the routes.
 */
package openset.pages.shop;
