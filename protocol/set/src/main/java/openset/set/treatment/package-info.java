/**
 * Treatments: what each participant makes and checks, message by message, as pure functions with
 * the numbered rules of {@code spec/} in order. No state, no I/O.
 *
 * <p>Here lie what all of them are given ({@link openset.set.treatment.Means}) and the checks they
 * share; one package below for each participant. The merchant's package cannot name the PAN, the
 * gateway's cannot name the order description.
 */
package openset.set.treatment;
