package openset.cardholder.desk;

/**
 * What a step must know of the wallet's tables.
 *
 * @param xidSeen whether the XID in the answer was seen in another purchase
 */
public record WalletFacts(boolean xidSeen) {}
