/**
 * How any party that speaks SET is run: its {@link openset.conduct.Desk} is pure, the {@link
 * openset.conduct.Conductor} is the only loop.
 *
 * <p>Here live what a step is made of (input, effect, step), the conductor that stores every step
 * in one transaction, and the doors to the outside ({@link openset.conduct.Peers}). Never here:
 * anything of one party's business, HTTP, SQL. Start reading at {@link openset.conduct.Desk}.
 */
package openset.conduct;
