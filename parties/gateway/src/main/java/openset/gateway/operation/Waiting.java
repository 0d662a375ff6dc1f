package openset.gateway.operation;

import java.time.Instant;

/**
 * Messages that wait to be acknowledged by an acquirer.
 *
 * @param acquirer institution code
 * @param message type, such as {@code 0420}
 * @param attempts how often the one that was tried most was tried
 * @param oldest since when the oldest waits
 */
public record Waiting(
    String acquirer, String message, long count, int attempts, Instant oldest) {}
