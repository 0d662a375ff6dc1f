/**
 * What the clearing house's own people look up. Moves no money. Start at {@link
 * openset.clearing.office.Office}.
 */
package openset.clearing.office;
