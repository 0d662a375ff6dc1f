/**
 * The issuer: opens card accounts, says who holds a card, authorizes, posts, settles.
 * It never speaks SET and never sees an order.
 * Start with {@link openset.issuer.Issuer}.
 */
package openset.issuer;
