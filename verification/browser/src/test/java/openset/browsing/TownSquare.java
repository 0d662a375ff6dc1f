package openset.browsing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import openset.cli.config.BadConfig;
import openset.cli.demo.Town;
import openset.cli.serve.CannotStart;
import openset.cli.serve.Ground;
import openset.cli.world.DatabaseServer;
import openset.cli.world.World;

/** The world in which all browser tests take place, started once and closed with the process. */
public final class TownSquare {
  private static TownSquare one;

  private final Path folder;
  private final World world;
  private final Town town;
  private final Ground ground = Ground.real();

  private TownSquare() throws IOException, BadConfig, CannotStart {
    folder = Files.createTempDirectory("openset-browsing");
    world = World.open(folder, Optional.of(freeBase()), DatabaseServer.EMBEDDED);
    town = Town.open(world, ground);
    town.openShops();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** The world; the first who asks waits until everybody serves. */
  public static synchronized TownSquare here() {
    try {
      if (one == null) one = new TownSquare();
      return one;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BadConfig | CannotStart e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static int freeBase() {
    for (int tries = 0; tries < 100; tries++) {
      int base = 23_000 + 100 * ThreadLocalRandom.current().nextInt(90);
      if (Stream.of(1, 2, 5, 11, 13, 21, 99).allMatch(offset -> isFree(base + offset))) {
        return base;
      }
    }
    throw new IllegalStateException("no block of free ports");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /** All participants, running. */
  public Town town() {
    return town;
  }

  /** What they stand on. */
  public Ground ground() {
    return ground;
  }

  /** The world's files. */
  public World world() {
    return world;
  }

  /** Where browsers find a participant, such as {@code lantern}, {@code wallet}. */
  public URI origin(String name) {
    return town.site(name).http().origin();
  }

  /** An address of a participant's pages. */
  public String at(String name, String path) {
    return origin(name).resolve(path).toString();
  }

  private void close() {
    town.close();
    world.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
