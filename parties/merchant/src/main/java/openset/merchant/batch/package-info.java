/**
 * Our batches at our gateways, {@code spec/batch.md}: what was booked, day by day, and whether the
 * gateway lists the same.
 *
 * <p>Here: where a batch stands ({@link openset.merchant.batch.Batch}), what is asked of the
 * gateway ({@link openset.merchant.batch.BatchDesk}), and what people see ({@link
 * openset.merchant.batch.Batches}). Never here: SQL, an account number, a capture.
 */
package openset.merchant.batch;
