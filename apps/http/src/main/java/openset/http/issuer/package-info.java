/**
 * The issuer's HTTP API: account opening for applicants, registration for authorities, accounts for
 * the bank's own people. Records as JSON, routes, and the authority's client. No rule of the issuer
 * lives here. Start at {@link openset.http.issuer.IssuerApi}.
 */
package openset.http.issuer;
