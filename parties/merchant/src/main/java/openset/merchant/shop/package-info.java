/**
 * The shop: catalogue, search, cart, order placement, shipping. What a merchant's customers and
 * people see of it; nothing of payment, and no SQL. Start reading at {@link
 * openset.merchant.shop.Shop}.
 */
package openset.merchant.shop;
