/** The acquirer. */
package openset.acquirer;
