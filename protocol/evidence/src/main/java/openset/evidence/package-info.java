/**
 * The evidence bundle: one file with what was said and signed about a purchase, which proves it to
 * anybody who holds nothing but the root certificate ({@code spec/evidence.md}). Here is what it is
 * made of; {@code gather} makes one, {@code verdict} says what it proves.
 */
package openset.evidence;
