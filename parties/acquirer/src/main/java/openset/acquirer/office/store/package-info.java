/**
 * The acquirer's tables as lists for people: filtered, sorted and cut into pages by the database.
 * Start at {@link openset.acquirer.office.store.Traffic}.
 */
package openset.acquirer.office.store;
