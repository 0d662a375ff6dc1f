/**
 * Authorization between merchant and gateway: request, response and the token for the capture.
 * Never an account number and never what was bought. Start with {@link
 * openset.set.data.auth.AuthReqData}.
 */
package openset.set.data.auth;
