package openset.cli;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import openset.cli.ledger.BankBooks;
import openset.cli.ledger.LedgersOfWorld;
import openset.cli.ledger.Mirror;
import openset.cli.ledger.PrintedBooks;
import openset.cli.world.DataOptions;
import openset.cli.world.World;
import openset.ledger.AccountCode;
import openset.ledger.LedgerRefused;
import openset.ledger.StatementLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The books of the banks and the clearing house. */
@Command(
    name = "ledger",
    description = "Looks into the books of the banks and the clearing house of a world.",
    subcommands = {LedgerCommand.Check.class, LedgerCommand.Statement.class})
final class LedgerCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name what to do: check or statement");
  }

  /** Whether everything holds that must. */
  @Command(
      name = "check",
      description = {
        "Prints every account of every bank, the sums, and what should hold and does not.",
        "Exits 0 if the books are in order, 1 if not."
      })
  static final class Check implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataOptions options;

    @Override
    public Integer call() throws Exception {
      try (World world = options.existing();
          LedgersOfWorld ledgers = LedgersOfWorld.open(world, InstantSource.system())) {
        List<BankBooks> books = ledgers.read();
        List<Mirror> mirrors = ledgers.mirrors(books);
        new PrintedBooks(spec.commandLine().getOut()).print(books, mirrors);
        boolean holds =
            books.stream().allMatch(BankBooks::areInOrder)
                && mirrors.stream().allMatch(Mirror::agrees);
        spec.commandLine()
            .getOut()
            .println(
                holds
                    ? "\nThe books are in order: every currency sums to zero, every rule holds."
                    : "\nThe books are NOT in order; while a settlement is on its way, the banks"
                        + " and the clearing house may differ for a moment.");
        return holds ? 0 : 1;
      }
    }
  }

  /** The lines of one account. */
  @Command(
      name = "statement",
      description = "Prints the lines of one account, with the balance after each.")
  static final class Statement implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataOptions options;

    @Parameters(index = "0", paramLabel = "PARTICIPANT", description = "As in 'ledger check'.")
    private String participant;

    @Parameters(index = "1", paramLabel = "ACCOUNT", description = "As in 'ledger check'.")
    private String account;

    @Option(names = "--from", paramLabel = "TIME", description = "As 2026-11-28T00:00:00Z.")
    private Instant from = Instant.MIN;

    @Option(names = "--until", paramLabel = "TIME", description = "The first moment after it.")
    private Instant until = Instant.MAX;

    @Override
    public Integer call() throws Exception {
      try (World world = options.existing();
          LedgersOfWorld ledgers = LedgersOfWorld.open(world, InstantSource.system())) {
        if (!ledgers.names().contains(participant)) {
          throw new ParameterException(
              spec.commandLine(),
              participant + " keeps no books; these do: " + String.join(", ", ledgers.names()));
        }
        new PrintedBooks(spec.commandLine().getOut()).print(lines(ledgers));
        return 0;
      }
    }

    private List<StatementLine> lines(LedgersOfWorld ledgers) {
      try {
        return ledgers.in(
            participant, ledger -> ledger.statement(AccountCode.of(account), from, until));
      } catch (LedgerRefused refused) {
        throw new ParameterException(
            spec.commandLine(), participant + " has no account " + account);
      }
    }
  }
}
