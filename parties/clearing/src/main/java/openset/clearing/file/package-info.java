/**
 * Clearing files at the clearing house (spec/clearing.md): taken from banks as a whole or not at
 * all, booked block by block, written for banks, and answered. Start at {@link
 * openset.clearing.file.FileOffice}.
 */
package openset.clearing.file;
