/**
 * Our host link, acquirer, issuer and gateway with jPOS on the other end: messages octet by octet,
 * a purchase it asks our banks for, and one our gateway asks it for.
 */
package openset.interop;
