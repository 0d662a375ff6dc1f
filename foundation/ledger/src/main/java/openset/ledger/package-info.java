/** Money and a double-entry ledger of immutable balanced transfers. */
package openset.ledger;
