/**
 * What a registration asks of the office that signs, and what it answers. Start at {@link
 * openset.authority.signing.SignRequest}.
 */
package openset.authority.signing;
