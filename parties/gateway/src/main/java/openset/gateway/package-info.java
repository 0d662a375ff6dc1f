/**
 * The payment gateway: SET towards merchants, ISO 8583 towards acquirers. {@link
 * openset.gateway.Gateway} is its front door. Nothing here can name an order's description, and
 * nothing here keeps an account number beyond its one question to the acquirer.
 */
package openset.gateway;
