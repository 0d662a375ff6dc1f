/**
 * The gateway's side of the host link ({@code spec/host-link.md}): what it asks an acquirer, as
 * kept while it is asked, and the links themselves. Start at {@link
 * openset.gateway.host.HostRequest}.
 */
package openset.gateway.host;
