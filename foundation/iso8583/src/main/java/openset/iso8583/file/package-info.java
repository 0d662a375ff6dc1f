/**
 * Clearing files (spec/clearing.md): messages of the host link, framed one after another between a
 * header 0300 and a trailer 0500 for each currency, or as answers between 0310 and 0510. Start at
 * {@link openset.iso8583.file.ClearingFileReader}.
 */
package openset.iso8583.file;
