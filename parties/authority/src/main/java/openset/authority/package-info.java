/** The certification authorities. */
package openset.authority;
