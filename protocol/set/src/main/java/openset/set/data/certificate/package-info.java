/**
 * How a merchant gets its gateway's certificates, {@code spec/pcert.md}.
 *
 * <p>Here: requests and answers. Never here: the certificates themselves, which travel in the
 * signature.
 */
package openset.set.data.certificate;
