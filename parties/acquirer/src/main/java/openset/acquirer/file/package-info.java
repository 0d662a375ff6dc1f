/**
 * Items taken to the clearing house in files, not one by one, and items that come from there in
 * files (spec/clearing.md). Start at {@link openset.acquirer.file.FileDesk}.
 */
package openset.acquirer.file;
