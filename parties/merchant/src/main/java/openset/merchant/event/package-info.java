/**
 * What happens to orders, as events that are never lost: written in the transaction in which it
 * happens, numbered for each order. Start at {@link openset.merchant.event.OrderEvent}.
 */
package openset.merchant.event;
