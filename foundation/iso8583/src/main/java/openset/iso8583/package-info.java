/**
 * ISO 8583:1987 messages, their field table as data, a strict codec, and one multiplexed TCP link.
 *
 * <p>Nothing of SET, of money decisions or of storage ever lives here. Start at
 * {@link openset.iso8583.IsoMessage}, then {@link openset.iso8583.IsoLink} (who asks) and
 * {@link openset.iso8583.IsoServer} (who answers).
 */
package openset.iso8583;
