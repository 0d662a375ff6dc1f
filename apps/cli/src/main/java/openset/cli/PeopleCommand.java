package openset.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import openset.cli.serve.Ground;
import openset.cli.serve.OfficeStaff;
import openset.signin.People;
import openset.signin.PeopleRefused;
import openset.signin.Person;
import openset.signin.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who may open a back office, seen to on the machine itself. */
@Command(
    name = "people",
    description = "Adds, lists and helps the people of a back office.",
    synopsisSubcommandLabel = "COMMAND")
final class PeopleCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command: add, list, password, phone");
  }

  private static final String FILE_IS = "The participant's configuration file.";

  @FunctionalInterface
  private interface Work {
    void on(People people) throws PeopleRefused, IOException;
  }

  private static int with(Path file, Work work) throws Exception {
    try (OfficeStaff staff = OfficeStaff.of(file, Ground.real())) {
      work.on(staff.people());
      return 0;
    }
  }

  /** The password: typed unseen at a terminal, else the first line of standard input. */
  private static String password(PrintWriter err) throws IOException {
    Console console = System.console();
    if (console != null && console.isTerminal()) {
      char[] typed = console.readPassword("Password (at least 12 characters): ");
      return typed == null ? "" : new String(typed);
    }
    err.println("reading the password from standard input");
    err.flush();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = in.readLine();
    return line == null ? "" : line;
  }

  @Command(name = "add", description = "Adds a person; asks for the first password.")
  int add(
      @Option(names = "--config", paramLabel = "FILE", required = true, description = FILE_IS)
          Path file,
      @Option(names = "--name", paramLabel = "NAME", required = true,
              description = "By which the person signs in: a to z, digits, dots and dashes.")
          String name,
      @Option(names = "--role", paramLabel = "ROLE", defaultValue = "owner",
              description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
          Role role)
      throws Exception {
    String password = password(spec.commandLine().getErr());
    return with(file, people -> people.add(name, role, password));
  }

  @Command(name = "list", description = "Lists names, roles, and who has a second factor.")
  int list(
      @Option(names = "--config", paramLabel = "FILE", required = true, description = FILE_IS)
          Path file)
      throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    return with(
        file,
        people -> {
          for (Person person : people.all()) {
            out.printf(
                "%-24s %-10s %s%n",
                person.name(),
                person.role(),
                person.secondFactor() ? "second factor" : "no second factor yet");
          }
          out.flush();
        });
  }

  @Command(name = "password", description = "Gives a person another password; asks for it.")
  int password(
      @Option(names = "--config", paramLabel = "FILE", required = true, description = FILE_IS)
          Path file,
      @Option(names = "--name", paramLabel = "NAME", required = true, description = "Whose.")
          String name)
      throws Exception {
    String password = password(spec.commandLine().getErr());
    return with(file, people -> people.password(name, password));
  }

  @Command(
      name = "phone",
      description = "Forgets a person's second factor; a new one is set up at the next sign-in.")
  int phone(
      @Option(names = "--config", paramLabel = "FILE", required = true, description = FILE_IS)
          Path file,
      @Option(names = "--name", paramLabel = "NAME", required = true, description = "Whose.")
          String name)
      throws Exception {
    return with(file, people -> people.resetFactor(name));
  }
}
