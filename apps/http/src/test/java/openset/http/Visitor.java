package openset.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.http.client.ClientLimits;
import openset.http.client.HttpFailure;
import openset.http.client.JsonClient;
import openset.http.json.Json;
import openset.http.keys.ApiKey;
import openset.http.keys.ClientName;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Somebody who calls an API over a real connection, with a key or without. */
public final class Visitor implements AutoCloseable {
  private final URI base;
  private final Optional<String> bearer;
  private final JsonClient client;
  private final HttpClient raw = HttpClient.newHttpClient();

  private Visitor(HttpServer server, Optional<ApiKey> key, Optional<String> bearer) {
    this.base = server.uri();
    this.bearer = bearer;
    this.client =
        new JsonClient(
            ClientLimits.USUAL,
            new JsonClient.Security(key, Optional.empty()),
            InstantSource.system(),
            Randomness.secure());
  }

  /** Without a key. */
  public static Visitor anybody(HttpServer server) {
    return new Visitor(server, Optional.empty(), Optional.empty());
  }

  /** Shows a key. */
  public static Visitor holding(HttpServer server, ApiKey key) {
    String secret =
        key.secret().use(Base64.getUrlEncoder().withoutPadding()::encodeToString);
    return new Visitor(
        server, Optional.of(key), Optional.of("Bearer " + key.client() + "~" + secret));
  }

  /** A key with a secret of its own. */
  public static ApiKey key(String name) {
    return new ApiKey(
        new ClientName(name),
        SecretBytes.random(32, Randomness.secure()),
        ApiKey.Scheme.BEARER);
  }

  public <O> O get(String path, Class<O> type) throws HttpFailure {
    return client.get(base.resolve(path), type);
  }

  public <O> O post(String path, Object body, Class<O> type) throws HttpFailure {
    return client.post(base.resolve(path), body, type);
  }

  public <O> O post(String path, String once, Object body, Class<O> type) throws HttpFailure {
    return client.post(base.resolve(path), once, body, type);
  }

  public <O> O put(String path, Object body, Class<O> type) throws HttpFailure {
    return client.call(
        JsonClient.Ask.of(Mount.Method.PUT, base.resolve(path)), body, type);
  }

  /** The status of the answer to these characters, sent as JSON under an idempotency key. */
  public int status(String path, String body) throws Exception {
    return status(path, body, "application/json");
  }

  public int status(String path, String body, String type) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", type)
            .header("Idempotency-Key", "key-of-bad-body")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    bearer.ifPresent(shown -> request.header("Authorization", shown));
    return raw.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  /** What is said of these characters, refused with status 400 as no such record. */
  public String malformed(Mount.Method method, String path, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "key-of-bad-body")
            .method(method.name(), HttpRequest.BodyPublishers.ofString(body));
    bearer.ifPresent(shown -> request.header("Authorization", shown));
    HttpResponse<byte[]> answer =
        raw.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    Problem problem = Json.read(Problem.class, answer.body());
    assertThat(problem.status() + " " + problem.rule()).isEqualTo("400 http.json");
    assertThat(answer.statusCode()).isEqualTo(400);
    return problem.detail();
  }

  /** An act that is refused with this status under this rule. */
  public static void refused(int status, String rule, ThrowingCallable act) {
    HttpFailure failure =
        Assertions.catchThrowableOfType(HttpFailure.class, act);
    assertThat(failure).as("refused " + status + " " + rule).isNotNull();
    assertThat(failure.problem()).isPresent();
    Problem problem = failure.problem().get();
    assertThat(problem.status() + " " + problem.rule()).isEqualTo(status + " " + rule);
  }

  @Override
  public void close() {
    client.close();
    raw.close();
  }
}
