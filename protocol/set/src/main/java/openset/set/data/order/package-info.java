/**
 * What was ordered, and what binds it to the payment without telling anyone: the offer, its salted
 * lines and their tree, OIData. Never a card, and never named by a gateway except as what a digest
 * is of. Start with {@link openset.set.data.order.Offer}.
 */
package openset.set.data.order;
