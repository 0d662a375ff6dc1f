package openset.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import openset.cli.config.Site;
import openset.cli.serve.Role;
import openset.cli.world.DataOptions;
import openset.cli.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the demo world, and says how its participants are started. */
@Command(
    name = "world",
    description = {
      "Makes the demo world: configuration, keys, databases; changes nothing that is there.",
      "With --serve-database its database server runs until Ctrl-C."
    })
final class WorldCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOptions options;

  @Option(
      names = "--serve-database",
      description = "Keep the embedded database server running.")
  private boolean serve;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    try (World world = options.open()) {
      out.println("The world in " + world.folder() + " has these participants:");
      for (Map.Entry<String, Site> site : world.sites().entrySet()) {
        Path file = world.config(site.getKey());
        String role = Role.of(site.getValue()).word();
        out.println("  openset serve " + role + " --config " + file);
      }
      out.flush();
      if (serve) {
        out.println("Its databases are served until Ctrl-C.");
        out.flush();
        Interrupted.await();
      }
    }
    return 0;
  }
}
