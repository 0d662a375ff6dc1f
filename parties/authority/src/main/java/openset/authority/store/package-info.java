/**
 * The authority's tables in plain SQL. Start at {@link openset.authority.store.Certificates}.
 */
package openset.authority.store;
