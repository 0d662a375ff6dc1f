/**
 * Money between banks as ISO 20022 messages: credit transfers between banks (pacs.009) and for
 * customers (pacs.008), statements of accounts (camt.053). Start at {@link
 * openset.iso20022.BankTransfers}.
 */
package openset.iso20022;
