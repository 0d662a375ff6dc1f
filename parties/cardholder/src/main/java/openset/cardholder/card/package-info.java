/**
 * Cards at hand: their keys in the wallet's key file, their accounts and secrets out of the sealed
 * states, opened once and kept in memory.
 */
package openset.cardholder.card;
