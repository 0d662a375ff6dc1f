/**
 * DER (X.690) values and declarative types: one declaration per record reads and writes it.
 *
 * <p>Strict: whatever decodes re-encodes to the same bytes. Bounded: depth, size and counts are one
 * documented value, {@link openset.asn1.Limits}. Errors name the place, never the bytes. Knows
 * nothing of cryptography or of SET. Start reading at {@link openset.asn1.Asn1Type}, then
 * {@link openset.asn1.Asn1} for the types every module builds its own from.
 */
package openset.asn1;
