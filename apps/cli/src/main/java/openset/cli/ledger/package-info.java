/**
 * The books of a world's banks and clearing house, read from their databases as they are: for the
 * command {@code ledger} and the end of every scenario. Start at {@link
 * openset.cli.ledger.LedgersOfWorld}.
 */
package openset.cli.ledger;
