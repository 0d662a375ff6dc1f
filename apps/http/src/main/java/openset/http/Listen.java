package openset.http;

import java.util.Optional;

/**
 * Where a server listens.
 *
 * @param host the address of the interface, such as {@code 127.0.0.1}
 * @param port the port; 0 takes any free one
 * @param tls the certificate to serve with; none means without TLS
 */
public record Listen(String host, int port, Optional<Tls> tls) {
  /** On this machine only, without TLS. */
  public static Listen local(int port) {
    return new Listen("127.0.0.1", port, Optional.empty());
  }
}
