/**
 * What merchant and gateway say to each other about batches, {@code spec/batch.md}.
 *
 * <p>Here: requests and answers about a batch and its items. How a batch stands and its totals are
 * in {@link openset.set.data.sale}. Never here: what the card network is told.
 */
package openset.set.data.batch;
