/**
 * Capture between merchant and gateway: claiming the money for what was delivered. Never an account
 * number and never what was bought. Start with {@link openset.set.data.capture.CapReqData}.
 */
package openset.set.data.capture;
