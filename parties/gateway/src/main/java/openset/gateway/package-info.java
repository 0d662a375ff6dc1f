/** The payment gateway. */
package openset.gateway;
