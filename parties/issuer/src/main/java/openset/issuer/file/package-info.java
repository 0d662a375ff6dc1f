/**
 * Items that come from the clearing house in files (spec/clearing.md). Start at {@link
 * openset.issuer.file.ItemFiles}.
 */
package openset.issuer.file;
