package openset.cli.config;

import java.net.URI;
import java.util.Optional;

/**
 * Where a participant listens.
 *
 * @param host an address of this machine, for example 127.0.0.1
 * @param port 1 to 65535, or 0 for any free one
 * @param address how browsers and wallets reach it, such as {@code https://shop.example}; where it
 *     listens, if empty
 */
public record Listen(String host, int port, Optional<URI> address) {
  /** The address for browsers and wallets: scheme, host and port, a web origin (RFC 6454). */
  public URI origin() {
    return address.orElseGet(this::http);
  }

  /** The HTTP address on this machine. */
  public URI http() {
    return URI.create("http://" + host + ":" + port);
  }
}
