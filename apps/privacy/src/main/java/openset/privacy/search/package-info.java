/**
 * Finds what was once written, in whatever form it lies there: other encodings, packed digits,
 * base64, inside what a vault sealed or a certificate's key opens.
 */
package openset.privacy.search;
