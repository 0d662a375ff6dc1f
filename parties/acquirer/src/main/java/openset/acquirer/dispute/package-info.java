/**
 * The life of a chargeback at the acquirer: states, who may do what next, and until when. Pure: no
 * clock, no SQL. Start at {@link openset.acquirer.dispute.DisputeState}.
 */
package openset.acquirer.dispute;
