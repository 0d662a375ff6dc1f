/**
 * Whether an item fits the items of its authorization that came before. Start at {@link
 * openset.clearing.match.Matching}.
 */
package openset.clearing.match;
