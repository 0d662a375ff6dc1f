/**
 * The gateway's tables in plain SQL. Start at {@link openset.gateway.store.AuthorizationTables}.
 */
package openset.gateway.store;
