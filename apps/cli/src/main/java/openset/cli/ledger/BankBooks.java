package openset.cli.ledger;

import java.util.List;
import openset.ledger.CurrencySum;
import openset.ledger.Standing;

/**
 * The books of one participant at one moment.
 *
 * @param name of the participant
 * @param title what it is called
 * @param accounts where each of its accounts stands
 * @param sums debits and credits of each currency
 * @param broken every invariant that does not hold, with what breaks it
 */
public record BankBooks(
    String name,
    String title,
    List<Standing> accounts,
    List<CurrencySum> sums,
    List<Broken> broken) {
  /** What should hold and does not. */
  public record Broken(String invariant, String words, List<String> breaches) {}
}
