package openset.acquirer.file.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A file of items.
 *
 * @param number 1 and rising
 * @param made when it was begun
 * @param cycle the cycle that the clearing house put its items into, once it took the file
 */
public record SentFile(long number, Instant made, Optional<String> cycle) {}
