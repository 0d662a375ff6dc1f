/**
 * The messages of {@code spec/host-link.md} as typed values: what gateway, acquirer, issuer and
 * clearing house say to each other. No decisions and no state live here. Start at
 * {@link openset.iso8583.host.AuthorizationRequest}.
 */
package openset.iso8583.host;
