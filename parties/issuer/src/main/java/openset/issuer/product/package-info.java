/**
 * Card products and credit limits as values. No database lives here.
 * Start with {@link openset.issuer.product.Product}.
 */
package openset.issuer.product;
