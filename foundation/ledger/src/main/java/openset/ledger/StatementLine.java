package openset.ledger;

import java.time.Instant;

/**
 * One line of an account's statement.
 *
 * @param transfer whose entry it is
 * @param at when the transfer was made
 * @param text the transfer's
 * @param amount of the entry: debit positive, credit negative
 * @param balance of the account after it
 */
public record StatementLine(
    TransferId transfer, Instant at, String text, Money amount, Money balance) {}
