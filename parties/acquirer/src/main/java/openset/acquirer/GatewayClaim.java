package openset.acquirer;

/**
 * What somebody who asks for a gateway certificate says of the gateway.
 *
 * @param acquirerBin the acquirer's BIN
 * @param gateway the gateway's institution code on the host link
 */
public record GatewayClaim(String acquirerBin, String gateway) {}
