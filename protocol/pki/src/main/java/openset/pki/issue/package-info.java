/**
 * Makes certificates, CRLs and brand CRL identifiers: profile, draft, lint, signature.
 *
 * <p>Keeps nothing and decides nothing about who may have one. Written with Bouncy Castle, linted
 * with our own reader. Start at {@link openset.pki.issue.CertificateProfile}.
 */
package openset.pki.issue;
