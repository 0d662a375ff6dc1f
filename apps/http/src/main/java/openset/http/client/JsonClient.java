package openset.http.client;

import io.helidon.common.tls.Tls;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import openset.crypto.Randomness;
import openset.http.Call;
import openset.http.MediaType;
import openset.http.Mount.Method;
import openset.http.Problem;
import openset.http.client.Wire.Received;
import openset.http.client.Wire.Sending;
import openset.http.json.Json;
import openset.http.keys.ApiKey;
import openset.http.keys.Presented;

/** Calls JSON routes: a record out, a record back, with an API key where one is needed. */
public final class JsonClient implements AutoCloseable {
  private final Wire wire;
  private final InstantSource clock;
  private final Randomness randomness;
  private final Optional<ApiKey> key;

  /**
   * A client.
   *
   * @param limits what it waits for and takes
   * @param security how it shows who it is and whom it trusts
   * @param clock dates its signatures
   * @param randomness draws their nonces
   */
  public JsonClient(
      ClientLimits limits, Security security, InstantSource clock, Randomness randomness) {
    this.wire = new Wire(limits, security.tls());
    this.clock = clock;
    this.randomness = randomness;
    this.key = security.key();
  }

  /**
   * How a client shows who it is and whom it trusts.
   *
   * @param key its API key; none for open routes
   * @param tls whom it trusts; none for this machine's usual trust
   */
  public record Security(Optional<ApiKey> key, Optional<Tls> tls) {
    /** Neither. */
    public static final Security NONE = new Security(Optional.empty(), Optional.empty());

    /** An API key, without TLS. */
    public static Security of(ApiKey key) {
      return new Security(Optional.of(key), Optional.empty());
    }
  }

  /** Fetches a record. */
  public <O> O get(URI from, Class<O> output) throws HttpFailure {
    return call(Ask.of(Method.GET, from), Call.None.NONE, output);
  }

  /** Posts a record. */
  public <O> O post(URI to, Object input, Class<O> output) throws HttpFailure {
    return call(Ask.of(Method.POST, to), input, output);
  }

  /** Posts a record to be taken once, however often it is sent under this key. */
  public <O> O post(URI to, String idempotencyKey, Object input, Class<O> output)
      throws HttpFailure {
    Ask ask = new Ask(Method.POST, to, Optional.of(idempotencyKey));
    return call(ask, input, output);
  }

  /**
   * What is asked.
   *
   * @param method by which method
   * @param uri where
   * @param idempotencyKey under which key it is done once, if under any
   */
  public record Ask(Method method, URI uri, Optional<String> idempotencyKey) {
    /** Without a key. */
    public static Ask of(Method method, URI uri) {
      return new Ask(method, uri, Optional.empty());
    }
  }

  /**
   * Asks, and reads the answer strictly.
   *
   * @param input the record to send; {@code Call.None.NONE} for no body
   * @param output the record to read; {@code Call.None} for no body
   * @throws HttpFailure when there is no such answer; the other side's problem is in it
   */
  public <O> O call(Ask ask, Object input, Class<O> output) throws HttpFailure {
    byte[] body = input instanceof Call.None ? new byte[0] : Json.write(input);
    Received received =
        wire.send(new Sending(ask.method().name(), ask.uri(), fields(ask, body), body));
    if (received.status() < 200 || received.status() > 299) {
      throw new HttpFailure(problem(received), ask.uri().getPath());
    }
    if (output == Call.None.class) {
      return output.cast(Call.None.NONE);
    }
    if (!received.type().equals(Optional.of(MediaType.JSON))) {
      throw new HttpFailure(HttpFailure.Kind.MALFORMED, ask.uri().getPath());
    }
    try {
      return Json.read(output, received.body());
    } catch (Json.Malformed e) {
      throw new HttpFailure(
          HttpFailure.Kind.MALFORMED, ask.uri().getPath() + ": " + e.getMessage());
    }
  }

  private Map<String, String> fields(Ask ask, byte[] body) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("Accept", MediaType.JSON.name());
    if (body.length > 0) {
      fields.put("Content-Type", MediaType.JSON.name());
    }
    ask.idempotencyKey().ifPresent(name -> fields.put("Idempotency-Key", name));
    key.ifPresent(held -> fields.put("Authorization", authorization(held, ask, body)));
    return fields;
  }

  private String authorization(ApiKey held, Ask ask, byte[] body) {
    URI uri = ask.uri();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    Presented presented =
        new Presented(
            ask.method().name(), target, ask.idempotencyKey(), Optional.empty(), body);
    return held.authorization(presented, clock.instant(), randomness);
  }

  private static Problem problem(Received received) {
    if (received.type().equals(Optional.of(MediaType.PROBLEM))) {
      try {
        Problem said = Json.read(Problem.class, received.body());
        return Problem.of(received.status(), said.rule(), said.detail());
      } catch (Json.Malformed e) {
        return Problem.of(received.status(), "", "");
      }
    }
    return Problem.of(received.status(), "", "");
  }

  /** Closes the idle connections. */
  @Override
  public void close() {
    wire.close();
  }
}
