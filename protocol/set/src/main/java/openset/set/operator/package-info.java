/**
 * The operators of SET (S, SO, DD, L, E, EX, EXH, EK, Enc, EncK, EncX, EncB) and the sealed things
 * they make. Never here: what a message means. Only these classes open what is sealed and make
 * {@code Verified}; start at spec/operators.md.
 */
package openset.set.operator;
