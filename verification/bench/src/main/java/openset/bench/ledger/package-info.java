/**
 * How many transfers a ledger takes down durably; {@code verification/run
 * openset.bench.ledger.LedgerLoad}.
 */
package openset.bench.ledger;
