/**
 * The issuer: opens card accounts, says who holds a card, authorizes, posts, settles.
 * It never speaks SET and never sees an order.
 * Start with {@code Issuer}.
 */
package openset.issuer;
