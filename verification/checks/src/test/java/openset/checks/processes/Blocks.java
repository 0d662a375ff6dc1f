package openset.checks.processes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Free blocks of 100 ports, below those that the system gives to clients. */
public final class Blocks {
  private static final List<Integer> USED =
      List.of(1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 24, 31, 32, 33, 34, 99);

  private Blocks() {}

  /** The first port of a block of which the world's ports are free now. */
  public static int free() {
    while (true) {
      int base = 12_000 + 100 * ThreadLocalRandom.current().nextInt(180);
      if (USED.stream().allMatch(offset -> isFree(base + offset))) return base;
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
