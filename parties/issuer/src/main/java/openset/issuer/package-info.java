/** The issuer. */
package openset.issuer;
