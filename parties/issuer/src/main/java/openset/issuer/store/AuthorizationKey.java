package openset.issuer.store;

import openset.iso8583.host.Octets;

/**
 * What makes an authorization one (spec/host-link.md, HL-10 and HL-31).
 *
 * @param exchange the idempotency key of its 0100
 * @param acquirer element 32
 */
public record AuthorizationKey(Octets exchange, String acquirer) {}
