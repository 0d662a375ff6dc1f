package openset.cli.config;

/**
 * A bank or clearing house on the host link.
 *
 * @param institution its institution code, 1 to 11 digits
 * @param at its ISO 8583 listener
 */
public record Neighbour(String institution, Host at) {}
