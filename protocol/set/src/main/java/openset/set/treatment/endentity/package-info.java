/**
 * What cardholder, merchant and gateway make and check when they register with their authority. In
 * order, for a cardholder: {@link openset.set.treatment.endentity.CreateCardCInitReq}, {@code
 * ProcessCardCInitRes}, {@code CreateRegFormReq}, {@code ProcessRegFormRes}; for others: {@code
 * CreateMeAqCInitReq}, {@code ProcessMeAqCInitRes}; then {@code CreateCertReq}, {@code
 * ProcessCertRes}, {@code CreateCertInqReq}. The other side is in {@code
 * openset.set.treatment.authority}.
 */
package openset.set.treatment.endentity;
