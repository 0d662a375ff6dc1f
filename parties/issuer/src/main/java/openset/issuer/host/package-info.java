/**
 * The issuer's end of the host links: who may ask what, and which desk answers.
 * No decision and no SQL lives here.
 * Start with {@link openset.issuer.host.HostDesk}.
 */
package openset.issuer.host;
