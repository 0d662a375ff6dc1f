package openset.http.client;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import openset.http.MediaType;
import openset.http.Problem;
import openset.http.client.Wire.Received;
import openset.http.client.Wire.Sending;

/** Fetches stored octets: certificates, revocation lists, what an authority publishes. */
public final class ResourceClient implements AutoCloseable {
  private final Wire wire;

  /** A client without TLS or with this machine's usual trust. */
  public ResourceClient(ClientLimits limits) {
    this.wire = new Wire(limits, Optional.empty());
  }

  /**
   * Fetches what lies at an address.
   *
   * @param type the media type it must have
   * @throws HttpFailure where there is none of that type
   */
  public byte[] get(URI from, MediaType type) throws HttpFailure {
    Map<String, String> fields = Map.of("Accept", type.name());
    Received received = wire.send(new Sending("GET", from, fields, new byte[0]));
    if (received.status() != 200) {
      throw new HttpFailure(Problem.of(received.status(), "", ""), from.getPath());
    }
    if (!received.type().equals(Optional.of(type))) {
      throw new HttpFailure(HttpFailure.Kind.MALFORMED, from.getPath());
    }
    return received.body();
  }

  /** Closes the idle connections. */
  @Override
  public void close() {
    wire.close();
  }
}
