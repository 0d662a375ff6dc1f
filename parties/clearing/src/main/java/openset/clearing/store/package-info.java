/**
 * The clearing house's tables as records, and its only SQL. No decisions live here. Start at
 * {@link openset.clearing.store.Items}.
 */
package openset.clearing.store;
