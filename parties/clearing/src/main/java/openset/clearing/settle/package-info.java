/**
 * What follows from a closed cycle outside of the house: instructions and statements as ISO 20022
 * messages. Start at {@link openset.clearing.settle.SettlementMessages}.
 */
package openset.clearing.settle;
