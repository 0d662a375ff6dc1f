/** The cardholder and the wallet. */
package openset.cardholder;
