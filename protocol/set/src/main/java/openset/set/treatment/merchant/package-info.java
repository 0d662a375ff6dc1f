/**
 * What the merchant makes and checks of a purchase, of its authorization and of its capture.
 *
 * <p>Never here: the account number, which no type of this package can name. In the order of a
 * purchase: {@link openset.set.treatment.merchant.ProcessPInitReq}, {@code CreatePInitRes}, {@code
 * ProcessPReq}, {@code CreateAuthReq}, {@code ProcessAuthRes}, {@code CreatePRes}, {@code
 * CreateCapReq}, {@code ProcessCapRes}; where it is given back, {@code CreateAuthRevReq}, {@code
 * ProcessAuthRevRes}. At any time between: {@code ProcessInqReq}, {@code
 * CreateInqRes}.
 */
package openset.set.treatment.merchant;
