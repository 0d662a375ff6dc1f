/**
 * What cardholder, merchant and gateway make and check when they register with their authority. In
 * order: {@link openset.set.treatment.endentity.CreateCardCInitReq}, {@code ProcessCardCInitRes},
 * {@code CreateRegFormReq}, {@code ProcessRegFormRes}, {@code CreateCertReq}, {@code
 * ProcessCertRes}. The other side is in {@code openset.set.treatment.authority}.
 */
package openset.set.treatment.endentity;
