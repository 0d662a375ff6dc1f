/**
 * Runs participants from their configuration: the only place where clock, randomness, keys,
 * databases, doors and desks are put together.
 *
 * <p>One class for each participant. Start at {@link openset.cli.serve.Role}.
 */
package openset.cli.serve;

/**
 * Runs participants from their configuration: the only place where clock, randomness, keys,
 * databases, doors and desks are put together.
 *
 * <p>One class for each participant. Start at {@link openset.cli.serve.Role}.
 */
