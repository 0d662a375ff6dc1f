package openset.cli;

import java.io.PrintWriter;
import java.util.Optional;
import openset.crypto.provider.Providers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says which product, which Java and which provider of each algorithm are at work. */
@Command(
    name = "version",
    description = "Prints the versions of the product, of Java and of the cryptography in use.")
final class VersionCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("OpenSET " + product());
    out.println(
        "Java    " + System.getProperty("java.vm.version") + ", "
            + System.getProperty("java.vm.vendor") + ", " + System.getProperty("os.name") + " "
            + System.getProperty("os.arch"));
    for (Providers.Bound bound : Providers.report()) {
      out.printf("        %-36s %s %s%n", bound.algorithm(), bound.provider(), bound.version());
    }
    out.flush();
  }

  /** The version in the manifest; classes outside a jar have none. */
  static String product() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("(from classes)");
  }
}
