/**
 * The few CMS types SET needs (RFC 5652, 5083, 5084, 5753, 8418), strict DER in one form each, and
 * making and opening them. Never here: whose key it is and whether to trust it.
 * Start at {@link openset.pki.cms.SignedData} and {@link openset.pki.cms.AuthEnvelopedData}.
 */
package openset.pki.cms;
