package openset.http.once;

/**
 * An answer as it went over the wire.
 *
 * @param status the HTTP status
 * @param type the media type's name
 * @param body the octets
 */
public record KeptAnswer(int status, String type, byte[] body) {}
