/**
 * The acquirer's tables as records, and the only SQL of the acquirer. No decisions live here. Start
 * at {@link openset.acquirer.store.Authorizations}.
 */
package openset.acquirer.store;
