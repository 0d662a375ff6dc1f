package openset.acquirer;

import java.util.List;

/**
 * What a statement of the acquirer's own bank says of its payouts.
 *
 * @param paid numbers of those that left the bank
 * @param returned numbers of those that were sent back
 * @param differing references of entries that are no payout, of another amount, or of one that
 *     ended otherwise before
 */
public record Reconciled(List<Long> paid, List<Long> returned, List<String> differing) {}
