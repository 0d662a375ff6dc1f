package openset.gateway.authorization;

import openset.gateway.batch.Batches;

/**
 * What a step needs of the gateway's tables: a systems trace audit number that was never used, and
 * the batches that captures fall into.
 *
 * @param stan 1 to 999,999
 * @param stoodInToday what was approved in the issuer's place today for the card that is asked
 *     about, in minor units of the authorization's currency
 */
public record Numbers(int stan, Batches batches, long stoodInToday) {}
