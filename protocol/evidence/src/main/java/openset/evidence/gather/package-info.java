/**
 * Makes an evidence bundle of the messages that a merchant or a wallet kept: what was signed is
 * taken out of its envelopes, nothing of an account or a key goes along.
 */
package openset.evidence.gather;
