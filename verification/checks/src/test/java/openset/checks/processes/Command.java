package openset.checks.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** An {@code openset} command in a process of its own, as the launcher starts it. */
final class Command {
  private static final int MINUTES = 5;

  private final Process process;
  private final Path out;
  private final Path err;

  /** What a command left when it ended. */
  record Ran(int exit, String out, String err) {}

  private Command(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts a command.
   *
   * @param logs where its output goes
   * @param name of the two files there
   */
  static Command start(Path logs, String name, List<String> arguments) throws IOException {
    return start(logs, name, arguments, new Given("", Map.of()));
  }

  /** What a command finds: lines typed, and more variables of the environment. */
  record Given(String input, Map<String, String> environment) {}

  /** As {@link #start(Path, String, List)}, with something typed. */
  static Command start(Path logs, String name, List<String> arguments, Given given)
      throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Dcom.amazon.corretto.crypto.provider.registerEdKeyFactory=true",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            "openset.cli.Main"));
    words.addAll(arguments);
    Files.createDirectories(logs);
    Path out = logs.resolve(name + ".out");
    Path err = logs.resolve(name + ".err");
    Path in = logs.resolve(name + ".in");
    Files.writeString(in, given.input());
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectInput(in.toFile())
            .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
            .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()));
    builder.environment().putAll(given.environment());
    return new Command(builder.start(), out, err);
  }

  /** Waits until it has printed {@code line} so often, and fails where it ends before. */
  void awaitPrinted(String line, int times) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
    while (count(read(out), line) < times) {
      if (!process.isAlive()) {
        throw new AssertionError("ended with " + process.exitValue() + ": " + read(err));
      }
      if (System.nanoTime() > end) throw new AssertionError("never printed: " + line);
      Thread.sleep(50);
    }
  }

  private static int count(String text, String line) {
    return text.split(Pattern.quote(line), -1).length - 1;
  }

  /** Waits for its end. */
  Ran ended() throws InterruptedException {
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("does not end: " + read(err));
    }
    return new Ran(process.exitValue(), read(out), read(err));
  }

  /** Ends it as the operating system ends what it must: without a word (SIGKILL). */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends it as Ctrl-C does. */
  void stop() {
    process.destroy();
    process.onExit().completeOnTimeout(process, 1, TimeUnit.MINUTES).join();
    process.destroyForcibly();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
