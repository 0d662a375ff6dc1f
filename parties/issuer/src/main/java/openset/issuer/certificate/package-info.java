/**
 * Has the certification authority revoke certificates of lost and stolen cards (spec/crl.md,
 * CRL-13). Start at {@link openset.issuer.certificate.SendRevocation}.
 */
package openset.issuer.certificate;
