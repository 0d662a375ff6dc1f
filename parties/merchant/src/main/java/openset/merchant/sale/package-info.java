/**
 * One sale from the first message of a wallet to the money: the merchant as a pure function.
 *
 * <p>Here: where a sale stands ({@link openset.merchant.sale.Sale}), what may come and what follows
 * ({@link openset.merchant.sale.SaleDesk}). Never here: SQL, the shop's shelves, an account number.
 */
package openset.merchant.sale;
