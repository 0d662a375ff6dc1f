/**
 * Disputes as values: why a holder disputes a line, how far it has come, which steps are legal
 * next, what evidence says. No database, no wire, no clock lives here.
 * Start with {@link openset.issuer.dispute.Dispute}.
 */
package openset.issuer.dispute;
