package openset.cli.config;

import java.net.URI;

/**
 * An HTTP API of another participant, and the key that opens it.
 *
 * @param apiKey shared by both ends
 */
public record Remote(URI url, SecretSource apiKey) {}
