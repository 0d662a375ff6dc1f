package openset.clearing.store;

import openset.iso8583.IsoMessage;

/**
 * One item of a file that was refused.
 *
 * @param line its place in the file
 * @param response element 39
 * @param reason in a few words, at most 25 characters
 * @param message the item
 */
public record Reject(long line, String response, String reason, IsoMessage message) {}
