package openset.privacy.store;

/**
 * One value of a row.
 *
 * @param column its column
 * @param number whether the column is of a numeric type
 * @param octets the value: octets as they are, everything else as text in UTF-8
 */
public record Cell(String column, boolean number, byte[] octets) {}
