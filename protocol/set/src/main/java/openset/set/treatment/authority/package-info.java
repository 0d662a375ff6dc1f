/**
 * What a certification authority makes and checks when cardholders, merchants and gateways
 * register. In order, for a cardholder: {@link
 * openset.set.treatment.authority.ProcessCardCInitReq}, {@code CreateCardCInitRes}, {@code
 * ProcessRegFormReq}, {@code CreateRegFormRes}; for others: {@code ProcessMeAqCInitReq}, {@code
 * CreateMeAqCInitRes}; then {@code ProcessCertReq}, {@code CreateCertRes}, {@code
 * ProcessCertInqReq}. Never here: whether to issue, and what stands in a certificate.
 */
package openset.set.treatment.authority;
