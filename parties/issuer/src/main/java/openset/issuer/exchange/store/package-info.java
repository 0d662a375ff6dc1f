/** Rates and purchases in other currencies in the database. */
package openset.issuer.exchange.store;
