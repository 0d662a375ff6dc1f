/**
 * The payment half of a purchase: what the gateway alone reads, and the digests and signatures that
 * tie it to the order. Never what was bought. Start with {@link openset.set.data.payment.PIHead}.
 */
package openset.set.data.payment;
