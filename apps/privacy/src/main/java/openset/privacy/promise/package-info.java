/** Who may see what of a purchase: the things, the ways of seeing, the promises. */
package openset.privacy.promise;
