package openset.cli.config;

import java.net.URI;

/**
 * Whom a participant that speaks SET trusts.
 *
 * @param root file of the root certificate, DER, relative to the configuration
 * @param authority where authorities' certificates and revocation lists are fetched
 */
public record Trusted(String root, URI authority) {}
