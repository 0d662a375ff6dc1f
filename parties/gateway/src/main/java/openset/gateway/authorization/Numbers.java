package openset.gateway.authorization;

import openset.gateway.batch.Batches;

/**
 * What a step needs of the gateway's tables: a systems trace audit number that was never used, and
 * the batches that captures fall into.
 *
 * @param stan 1 to 999,999
 */
public record Numbers(int stan, Batches batches) {}
