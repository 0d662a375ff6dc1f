package openset.http.client;

import io.helidon.common.tls.Tls;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import openset.http.MediaType;
import openset.http.Problem;
import openset.http.client.Wire.Received;
import openset.http.client.Wire.Sending;

/** Posts SET messages. The answer may be any SET message, an Error message included. */
public final class SetClient implements AutoCloseable {
  private final Wire wire;

  /** A client without TLS or with this machine's usual trust. */
  public SetClient(ClientLimits limits) {
    this.wire = new Wire(limits, Optional.empty());
  }

  /** A client that trusts what this TLS configuration trusts. */
  public SetClient(ClientLimits limits, Tls tls) {
    this.wire = new Wire(limits, Optional.of(tls));
  }

  /**
   * Posts one message.
   *
   * @param to where
   * @param type the message's media type
   * @param message the octets
   * @return the answer's octets; none when the other side answered with status 204
   * @throws HttpFailure when there is no answer of the right type with status 200 or 204
   */
  public byte[] post(URI to, MediaType type, byte[] message) throws HttpFailure {
    Map<String, String> fields =
        Map.of("Content-Type", type.name(), "Accept", type.answer().name());
    Received received = wire.send(new Sending("POST", to, fields, message));
    if (received.status() == 204) {
      return new byte[0];
    }
    if (received.status() != 200) {
      throw new HttpFailure(Problem.of(received.status(), "", ""), to.getPath());
    }
    if (!received.type().equals(Optional.of(type.answer()))) {
      throw new HttpFailure(HttpFailure.Kind.MALFORMED, to.getPath());
    }
    return received.body();
  }

  /** Closes the idle connections. */
  @Override
  public void close() {
    wire.close();
  }
}
