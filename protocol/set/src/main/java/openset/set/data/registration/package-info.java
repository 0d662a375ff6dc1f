/**
 * Registration of cardholders, merchants and gateways with their certification authorities. Never
 * an account number outside a seal. Start with {@link openset.set.data.registration.CertReqData}.
 */
package openset.set.data.registration;
