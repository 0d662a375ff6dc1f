package openset.gateway.authorization;

/**
 * What a step needs of the gateway's tables: a systems trace audit number that was never used.
 *
 * @param stan 1 to 999,999
 */
public record Numbers(int stan) {}
