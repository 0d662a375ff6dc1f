/**
 * What the payment gateway checks of authorizations and captures, and what it answers.
 *
 * <p>Here alone a payment half is opened. Never here: the order's description, which no type of
 * this package can name. In the order of a purchase: {@link
 * openset.set.treatment.gateway.ProcessAuthReq}, {@code CreateAuthRes}, {@code ProcessCapReq},
 * {@code CreateCapRes}; where it is given back, {@code ProcessAuthRevReq}, {@code
 * CreateAuthRevRes}.
 */
package openset.set.treatment.gateway;
