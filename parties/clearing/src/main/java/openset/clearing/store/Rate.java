package openset.clearing.store;

import java.time.Instant;
import openset.ledger.ExchangeRate;

/**
 * A rate that the house gave.
 *
 * @param since from when on it is in force, until the next of its pair
 * @param by who entered it
 */
public record Rate(ExchangeRate rate, Instant since, String by) {}
