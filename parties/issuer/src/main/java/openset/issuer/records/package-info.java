/**
 * Records that the bank's people look up, a page at a time, as values. No database lives here.
 * Start with {@link openset.issuer.records.Records}.
 */
package openset.issuer.records;
