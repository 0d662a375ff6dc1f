/**
 * What the APIs of issuer, acquirer and clearing house have in common. Start at {@link
 * openset.http.bank.LedgerSums}.
 */
package openset.http.bank;
