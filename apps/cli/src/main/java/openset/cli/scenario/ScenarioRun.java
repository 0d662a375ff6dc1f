package openset.cli.scenario;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import openset.cli.client.CallFailed;
import openset.cli.config.BadConfig;
import openset.cli.demo.StepFailed;
import openset.cli.demo.Town;
import openset.cli.ledger.BankBooks;
import openset.cli.ledger.LedgersOfWorld;
import openset.cli.ledger.Mirror;
import openset.cli.ledger.PrintedBooks;
import openset.cli.serve.CannotStart;
import openset.cli.serve.Ground;

/** One scenario in a town, and the ledgers of all at its end. */
public final class ScenarioRun {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long LOOK_NANOS = 50_000_000;

  private final Town town;
  private final LedgersOfWorld ledgers;
  private final Ground ground;
  private final PrintWriter out;

  /** A run in {@code town}, whose banks keep {@code ledgers}; told to {@code out}. */
  public ScenarioRun(Town town, LedgersOfWorld ledgers, Ground ground, PrintWriter out) {
    this.town = town;
    this.ledgers = ledgers;
    this.ground = ground;
    this.out = out;
  }

  /**
   * Lets it happen, then prints the ledgers.
   *
   * @return whether everything holds at the end that must
   * @throws StepFailed where something does not come to its end
   */
  public boolean run(Scenario scenario)
      throws BadConfig, CannotStart, CallFailed, StepFailed {
    ToldScenario told = new ToldScenario(out);
    told.title(scenario);
    scenario.story().happen(Stage.in(town, ground, told));
    return holds();
  }

  private boolean holds() {
    Instant until = Instant.now().plus(PATIENCE);
    // What was just settled may still be on its way into the books of a bank.
    while (!ledgers.agree() && Instant.now().isBefore(until)) LockSupport.parkNanos(LOOK_NANOS);
    List<BankBooks> books = ledgers.read();
    List<Mirror> mirrors = ledgers.mirrors(books);
    new PrintedBooks(out).print(books, mirrors);
    boolean holds =
        mirrors.stream().allMatch(Mirror::agrees)
            && books.stream().allMatch(BankBooks::areInOrder);
    out.println(
        holds
            ? "\nEvery currency sums to zero, every rule holds."
            : "\nThe books are NOT in order.");
    out.flush();
    return holds;
  }
}
