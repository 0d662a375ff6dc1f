package openset.issuer.dispute;

import java.time.Instant;

/**
 * One step of a dispute, as the audit keeps it.
 *
 * @param state where it came to
 * @param note in words; may be empty
 * @param by who did it: the holder, one of the bank's people, a bank on the link, or the calendar
 * @param at when
 */
public record DisputeStep(DisputeState state, String note, String by, Instant at) {}
