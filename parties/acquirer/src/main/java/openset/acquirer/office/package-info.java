/**
 * What the acquirer's own people and the offices of its merchants read. Moves no money. Start at
 * {@link openset.acquirer.office.Office}.
 */
package openset.acquirer.office;
