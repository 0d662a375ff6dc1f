/**
 * X.509 certificates, CRLs and brand CRL identifiers as SET profiles them, and path validation.
 *
 * <p>Holds no private key and issues nothing: making certificates is {@code openset.pki.issue}.
 * Start at {@link openset.pki.Certificate}, then {@link openset.pki.Trust}.
 */
package openset.pki;
