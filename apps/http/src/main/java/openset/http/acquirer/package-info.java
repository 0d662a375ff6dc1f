/**
 * The acquirer's HTTP API: merchants confirmed to certification authorities, contracts and what is
 * owed for the acquirer's own people. Start at {@link openset.http.acquirer.AcquirerApi}.
 */
package openset.http.acquirer;
