/**
 * What the bank's people do beside the host link: products and limits, bills and payments, and the
 * records they look up. Each call is one transaction.
 * Start with {@link openset.issuer.office.ProductDesk}.
 */
package openset.issuer.office;
