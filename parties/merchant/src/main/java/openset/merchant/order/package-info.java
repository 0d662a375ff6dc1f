/**
 * The merchant's orders as its own people see them: found, with payment, parcels and messages.
 * Start at {@link openset.merchant.order.Orders}.
 */
package openset.merchant.order;
