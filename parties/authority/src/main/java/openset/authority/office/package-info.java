/**
 * Everything the authority signs with its issuing keys: certificates that were written down ({@link
 * openset.authority.office.SigningRoom}), CRLs and CRL identifiers ({@link
 * openset.authority.office.ListOffice}). Never here: who may have a certificate.
 */
package openset.authority.office;
