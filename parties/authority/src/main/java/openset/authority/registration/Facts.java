package openset.authority.registration;

/**
 * What a step needs of the authority's tables.
 *
 * @param keyCertified whether a certificate for one of the keys asked for was ever written down
 * @param rejections how many cards asked for from the sender's address were rejected within an hour
 */
public record Facts(boolean keyCertified, int rejections) {}
