/**
 * The authority's HTTP: where it takes registrations and shows what it publishes, and how it asks
 * the banks. No rule of the authority lives here. Start at {@link
 * openset.http.authority.AuthorityApi}.
 */
package openset.http.authority;
