package openset.cli.ledger;

import java.util.List;
import java.util.Optional;
import openset.ledger.CurrencySum;
import openset.ledger.Seals;
import openset.ledger.Standing;

/**
 * The books of one participant at one moment.
 *
 * @param name of the participant
 * @param title what it is called
 * @param accounts where each of its accounts stands
 * @param sums debits and credits of each currency
 * @param broken every invariant that does not hold, with what breaks it
 * @param seals what was found of the seals over its rows; none where its key file is not there
 */
public record BankBooks(
    String name,
    String title,
    List<Standing> accounts,
    List<CurrencySum> sums,
    List<Broken> broken,
    Optional<Seals.Found> seals) {
  /** Whether every invariant holds and no seal is broken. */
  public boolean areInOrder() {
    return broken.isEmpty() && seals.map(found -> found.broken().isEmpty()).orElse(true);
  }

  /** What should hold and does not. */
  public record Broken(String invariant, String words, List<String> breaches) {}
}
