/**
 * What the cardholder's wallet makes and checks of a purchase. In its order: {@link
 * openset.set.treatment.cardholder.CreatePInitReq}, {@code ProcessPInitRes}, {@code CreatePReq},
 * {@code ProcessPRes}. At any time after: {@code CreateInqReq}, {@code ProcessInqRes}. Registration
 * is in {@code openset.set.treatment.endentity}.
 */
package openset.set.treatment.cardholder;
