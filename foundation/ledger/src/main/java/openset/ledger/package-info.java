/**
 * Money and a double-entry ledger of immutable balanced transfers, with holds. Never here: prices,
 * fees, limits or any other policy of a bank. Start with {@link openset.ledger.Ledger}; a party
 * adds {@link openset.ledger.Ledger#MIGRATIONS} to its database.
 */
package openset.ledger;
