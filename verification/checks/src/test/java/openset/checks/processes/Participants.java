package openset.checks.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A world whose participants each run in a process of their own, and can be killed one by one. */
final class Participants implements AutoCloseable {
  private static final Map<String, List<String>> ROLES = roles();

  private final Path folder;
  private final int base;
  private final Map<String, Command> running = new LinkedHashMap<>();
  private int commands;

  private Participants(Path folder, int base) {
    this.folder = folder;
    this.base = base;
  }

  private static Map<String, List<String>> roles() {
    Map<String, List<String>> roles = new LinkedHashMap<>();
    roles.put("clearing", List.of("clearing"));
    roles.put("issuer", List.of("issuer_aurora", "issuer_borealis"));
    roles.put("acquirer", List.of("acquirer_aurora", "acquirer_borealis"));
    roles.put("authority", List.of("authority"));
    roles.put("gateway", List.of("gateway"));
    roles.put("merchant", List.of("lantern"));
    roles.put("cardholder", List.of("wallet"));
    return roles;
  }

  /** Makes a world and starts everybody: a database server and seven processes. */
  static Participants start(Path folder, int base) throws Exception {
    Participants participants = new Participants(folder, base);
    try {
      Command world = participants.command("world", "world", "--serve-database");
      participants.running.put("world", world);
      world.awaitPrinted("served until", 1);
      for (String role : ROLES.keySet()) participants.serve(role);
      return participants;
    } catch (Exception | AssertionError e) {
      participants.close();
      throw e;
    }
  }

  /** The roles that are served, each by one process. */
  static List<String> served() {
    return List.copyOf(ROLES.keySet());
  }

  /** Starts the process of a role, and waits until it serves. */
  void serve(String role) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("serve", role));
    for (String name : ROLES.get(role)) {
      arguments.add("--config");
      arguments.add(config(name).toString());
    }
    Command command = Command.start(logs(), role + "-" + commands++, arguments);
    running.put(role, command);
    command.awaitPrinted("serves at", ROLES.get(role).size());
  }

  /** Kills the process of a role at once. */
  void kill(String role) throws InterruptedException {
    running.remove(role).kill();
  }

  /** Buys at the shop by the command line. */
  Command.Ran buy(String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of("buy", "--wallet", config("wallet").toString(), "--shop", http(11)));
    arguments.addAll(List.of(more));
    return Command.start(logs(), "buy-" + commands++, arguments).ended();
  }

  String http(int offset) {
    return "http://127.0.0.1:" + (base + offset);
  }

  Path config(String name) {
    return folder.resolve("config").resolve(name + ".json");
  }

  private Path logs() {
    return folder.resolve("logs");
  }

  private Command command(String name, String... arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.addAll(List.of("--data", folder.toString(), "--port", Integer.toString(base)));
    return Command.start(logs(), name + "-" + commands++, words);
  }

  /** All that all processes printed and logged. */
  String printed() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(logs())) {
      for (Path file : files.toList()) all.append(Files.readString(file));
    }
    return all.toString();
  }

  @Override
  public void close() {
    List<Command> all = new ArrayList<>(running.values());
    for (Command command : all.reversed()) command.stop();
  }
}
