/**
 * What certificates and CRLs are made of: names, times, extensions, algorithm identifiers.
 *
 * <p>Knows no certificate and proves nothing. Start at {@link openset.pki.x509.DistinguishedName}.
 */
package openset.pki.x509;
