/**
 * Batches of merchants at this gateway, {@code spec/batch.md}, and its certificates, {@code
 * spec/pcert.md}: what merchants ask beside single purchases.
 *
 * <p>Here: which batch takes an item ({@link openset.gateway.batch.Batches}), and what is answered
 * to whom ({@link openset.gateway.batch.AdministrationDesk}). Never here: SQL, an account number,
 * money. A batch lists what was booked; it books nothing.
 */
package openset.gateway.batch;
