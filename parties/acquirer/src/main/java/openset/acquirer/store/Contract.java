package openset.acquirer.store;

import java.time.Instant;

/**
 * A contract with everything that was agreed.
 *
 * @param merchant with whom, and the contract itself
 * @param terms what else was agreed
 * @param since from when on both are so
 */
public record Contract(Merchant merchant, Terms terms, Instant since) {}
