/**
 * The tables of files sent to the clearing house, and their only SQL. Start at {@link
 * openset.acquirer.file.store.FiledItems}.
 */
package openset.acquirer.file.store;
