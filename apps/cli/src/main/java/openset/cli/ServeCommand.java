package openset.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import openset.cli.serve.Closing;
import openset.cli.serve.Ground;
import openset.cli.serve.Role;
import openset.cli.serve.Running;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs participants of one role alone, each from its configuration file. */
@Command(
    name = "serve",
    description = "Runs a participant from its configuration file until Ctrl-C.")
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ROLE",
      description =
          "authority, issuer, acquirer, clearing, gateway, merchant or cardholder.")
  private String role;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "The configuration; may be given again for another of the same role.")
  private List<Path> files;

  @Override
  public Integer call() throws Exception {
    Role served =
        Role.named(role)
            .orElseThrow(
                () -> new ParameterException(spec.commandLine(), "ROLE is one of " + words()));
    PrintWriter out = spec.commandLine().getOut();
    try (Closing all = new Closing()) {
      Ground ground = Ground.real();
      for (Path file : files) {
        Running running = all.add(served.start(file, ground));
        out.println(running.title() + " serves at " + running.http());
        out.flush();
      }
      Interrupted.await();
    }
    return 0;
  }

  private static String words() {
    return Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(", "));
  }
}
