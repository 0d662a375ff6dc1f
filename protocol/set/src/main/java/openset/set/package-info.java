/**
 * What all of SET shares: error codes, the refusal, object identifiers.
 * Never here: state, I/O, a clock.
 * Start at {@link openset.set.Refused}.
 */
package openset.set;
