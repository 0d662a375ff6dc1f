/**
 * What a certification authority makes and checks when cardholders, merchants and gateways
 * register. In order: {@link openset.set.treatment.authority.ProcessCardCInitReq}, {@code
 * CreateCardCInitRes}, {@code ProcessRegFormReq}, {@code CreateRegFormRes}, {@code ProcessCertReq},
 * {@code CreateCertRes}. Never here: whether to issue, and what stands in a certificate.
 */
package openset.set.treatment.authority;
