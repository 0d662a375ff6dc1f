/** The clearing house. */
package openset.clearing;
