/**
 * The few CMS types SET needs (RFC 5652, 5083, 5084, 5753, 8418), as data in strict DER.
 * Never here: keys, cryptographic operations, trust decisions.
 * Start at {@link openset.pki.cms.SignedData} and {@link openset.pki.cms.AuthEnvelopedData}.
 */
package openset.pki.cms;
