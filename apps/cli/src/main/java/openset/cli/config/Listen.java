package openset.cli.config;

import java.net.URI;

/**
 * Where a participant listens.
 *
 * @param host an address of this machine, for example 127.0.0.1
 * @param port 1 to 65535, or 0 for any free one
 */
public record Listen(String host, int port) {
  /** The HTTP address. */
  public URI http() {
    return URI.create("http://" + host + ":" + port);
  }
}
