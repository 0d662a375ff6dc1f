package openset.cli.wallet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import openset.pages.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Teaches the desktop that SET's files are opened with this wallet (freedesktop.org). */
@Command(
    name = "install-mime",
    description = {
      "Tells the desktop (Linux, freedesktop.org) what SET's files are, so that a .setpay opens in",
      "this wallet. Writes below XDG_DATA_HOME only; --remove takes it back."
    })
final class InstallMimeCommand implements Callable<Integer> {
  private static final String TYPES = "openset.xml";
  private static final String STARTER = "openset-wallet.desktop";
  private static final long PATIENCE_SECONDS = 30;

  @Spec private CommandSpec spec;
  @Mixin private WalletOptions options;

  @Option(names = "--remove", description = "Removes what was installed.")
  private boolean remove;

  @Override
  public Integer call() throws IOException {
    Terminal terminal = options.terminal(spec);
    Path types = data().resolve("mime/packages").resolve(TYPES);
    Path starter = data().resolve("applications").resolve(STARTER);
    if (remove) {
      Files.deleteIfExists(types);
      Files.deleteIfExists(starter);
    } else {
      write(types, resource(TYPES));
      write(starter, resource(STARTER).replace("@OPENSET@", launcher()));
    }
    run("update-mime-database", data().resolve("mime").toString());
    run("update-desktop-database", data().resolve("applications").toString());
    if (!remove) run("xdg-mime", "default", STARTER, "application/set-payment-initiation");
    terminal.say(
        remove
            ? new Words("SET's files open as before.", "SET 文件恢复原来的打开方式。")
            : new Words(
                "A .setpay opens in this wallet now: " + starter,
                "从现在起，.setpay 文件用本钱包打开：" + starter));
    return 0;
  }

  private static Path data() {
    String home = System.getenv("XDG_DATA_HOME");
    return home == null || home.isEmpty()
        ? Path.of(System.getProperty("user.home"), ".local", "share")
        : Path.of(home);
  }

  /** The launcher beside which this runs, quoted for an Exec key (Desktop Entry Specification). */
  private static String launcher() {
    Path home = Path.of(System.getProperty("openset.home", ".")).toAbsolutePath().normalize();
    String path = home.resolve("openset").toString();
    return "\"" + path.replaceAll("([\"`$\\\\])", "\\\\$1") + "\"";
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = InstallMimeCommand.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Runs a program of the desktop, where there is one; without it the desktop looks by itself. */
  private static void run(String... words) throws IOException {
    try {
      Process process =
          new ProcessBuilder(List.of(words))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (IOException e) {
      // Not installed; nothing depends on it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
