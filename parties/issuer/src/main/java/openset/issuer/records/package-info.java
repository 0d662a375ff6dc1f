/**
 * Records that the bank's people look up as values. No database lives here.
 * Start with {@link openset.issuer.records.Records}.
 */
package openset.issuer.records;
