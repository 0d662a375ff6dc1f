package openset.http;

import java.util.Optional;
import openset.http.keys.ClientName;

/**
 * Who is at the other end of a connection, as far as the transport knows.
 *
 * @param address the network address, without port
 * @param client the name proved with an API key, when the route asks for one
 */
public record Peer(String address, Optional<ClientName> client) {
  /** A peer known by its address alone. */
  public static Peer at(String address) {
    return new Peer(address, Optional.empty());
  }

  /** This peer after it has proved its name. */
  public Peer named(ClientName name) {
    return new Peer(address, Optional.of(name));
  }
}
