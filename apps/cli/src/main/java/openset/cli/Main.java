package openset.cli;

import java.io.PrintWriter;
import openset.cli.client.CallFailed;
import openset.cli.evidence.EvidenceCommand;
import openset.cli.wallet.WalletCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: every command is a class named here. */
@Command(
    name = "openset",
    description = "Secure Electronic Transaction, complete and in a modern cryptographic profile.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "'openset help COMMAND' tells more of one; 'openset test' runs all tests."},
    subcommands = {
      DemoCommand.class,
      WorldCommand.class,
      ServeCommand.class,
      BuyCommand.class,
      PeopleCommand.class,
      LoadCommand.class,
      WalletCommand.class,
      EvidenceCommand.class,
      PrivacyCommand.class,
      ScenarioCommand.class,
      LedgerCommand.class,
      DecodeCommand.class,
      VersionCommand.class,
      HelpCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  /** Runs the command named by the arguments and exits with its status. */
  public static void main(String[] arguments) {
    int status = execute(arguments);
    Interrupted.closed();
    System.exit(status);
  }

  /**
   * Runs the command named by the arguments.
   *
   * @return 0 on success, 1 when the command failed, 2 when the arguments are not understood
   */
  static int execute(String... arguments) {
    return helpful(new CommandLine(new Main()))
        .setExecutionExceptionHandler(Main::failed)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }

  /** Gives a command and all below it the option that tells of them and asks for nothing else. */
  private static CommandLine helpful(CommandLine command) {
    // The help command brings its own.
    if (command.getCommandSpec().helpCommand()) return command;
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Tells what this is for and what it takes.")
                .build());
    command.getSubcommands().values().forEach(Main::helpful);
    return command;
  }

  private static int failed(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
    PrintWriter err = command.getErr();
    err.println("openset " + command.getCommandName() + ": " + sentence(failure));
    if (Boolean.getBoolean("openset.trace")) {
      failure.printStackTrace(err);
    }
    err.flush();
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  private static String sentence(Exception failure) {
    if (failure instanceof CallFailed call) return call.participant() + ": " + call.getMessage();
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }
}
