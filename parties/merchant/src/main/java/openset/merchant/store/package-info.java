/**
 * The merchant's tables in plain SQL: rows to records and back. No rule of the shop or of SET lives
 * here. Start at {@link openset.merchant.store.ShopTables}.
 */
package openset.merchant.store;
