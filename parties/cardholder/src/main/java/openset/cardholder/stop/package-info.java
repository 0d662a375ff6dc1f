/**
 * Why something ends without an outcome: {@link openset.cardholder.stop.Stop}. Values only;
 * sentences for people are made elsewhere.
 */
package openset.cardholder.stop;
