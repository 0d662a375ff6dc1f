/**
 * The messages of SET as they travel: one wrapper, one record for each PDU. They say what is there,
 * signed and sealed as it came, and prove nothing. Never a check or a state. Start with {@link
 * openset.set.message.MessageWrapper}.
 */
package openset.set.message;
