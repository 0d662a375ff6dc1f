package openset.gateway.operation;

/**
 * Something that was refused, as it is counted.
 *
 * @param rule the rule of {@code spec/} that was broken
 * @param message in which; {@code ?} where it could not be decoded
 * @param code what the peer was told; may be empty
 */
public record Breach(String rule, String message, String code) {}
