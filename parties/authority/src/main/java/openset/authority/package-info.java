/**
 * The certification authorities of a world: one root, and for each brand a brand CA, CCA, MCA and
 * PCA, all run by one process.
 *
 * <p>{@link openset.authority.Ceremony} makes them, {@link openset.authority.Authority} runs them.
 * Never here: HTTP, or what a bank knows of its customers.
 */
package openset.authority;
