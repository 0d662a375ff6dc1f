/**
 * Performs what waits in a party's outbox until it is done. What an effect means is its performer's
 * business and never known here. Start at {@link openset.store.delivery.Deliveries}.
 */
package openset.store.delivery;
