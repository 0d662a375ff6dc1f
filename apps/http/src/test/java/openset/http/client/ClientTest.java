package openset.http.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import openset.crypto.Randomness;
import openset.http.Call;
import openset.http.HttpLimits;
import openset.http.HttpServer;
import openset.http.JsonRoute;
import openset.http.Listen;
import openset.http.MediaType;
import openset.http.SetMount;
import openset.http.client.HttpFailure.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ClientTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final ClientLimits LIMITS =
      ClientLimits.USUAL
          .withTimes(Duration.ofSeconds(10), Duration.ofSeconds(20))
          .withBodyBytes(1000);
  private static final ClientLimits IMPATIENT =
      LIMITS.withTimes(Duration.ofSeconds(2), Duration.ofMillis(500));

  private final CountDownLatch slow = new CountDownLatch(1);
  private final SetClient client = new SetClient(LIMITS);
  private final JsonClient json = json(LIMITS);

  @AfterEach
  void close() {
    client.close();
    json.close();
  }

  private static JsonClient json(ClientLimits limits) {
    return new JsonClient(limits, JsonClient.Security.NONE, CLOCK, Randomness.secure());
  }

  record Found(String name, int count) {}

  record Other(String title) {}

  private HttpServer server() {
    return HttpServer.start(
        Listen.local(0),
        HttpLimits.OPEN,
        List.of(
            SetMount.payment("/set", (peer, type, body) -> body),
            JsonRoute.get("/found", call -> new Found("tea", 2)),
            JsonRoute.post("/found", Found.class, Call::body),
            JsonRoute.get("/slow", call -> late())),
        CLOCK);
  }

  private Found late() {
    try {
      slow.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Found("late", 1);
  }

  /** A server that sends the same octets whatever it is asked, and closes. */
  private static final class Parrot implements AutoCloseable {
    private final ServerSocket socket;
    private final Thread thread;

    Parrot(String answer, Duration between) throws IOException {
      socket = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
      thread = Thread.startVirtualThread(() -> serve(answer, between));
    }

    private void serve(String answer, Duration between) {
      while (!socket.isClosed()) {
        try (Socket peer = socket.accept()) {
          int unused = peer.getInputStream().read(new byte[4096]);
          for (byte octet : answer.getBytes(ISO_8859_1)) {
            peer.getOutputStream().write(octet);
            if (!between.isZero()) {
              Thread.sleep(between);
            }
          }
        } catch (IOException | InterruptedException e) {
          continue;
        }
      }
    }

    URI uri() {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/set");
    }

    @Override
    public void close() throws IOException {
      socket.close();
      thread.interrupt();
    }
  }

  private HttpFailure failure(String answer) throws IOException {
    try (Parrot parrot = new Parrot(answer, Duration.ZERO)) {
      return failure(client, parrot);
    }
  }

  private static HttpFailure failure(SetClient client, Parrot parrot) {
    return catchThrowableOfType(
        HttpFailure.class,
        () -> client.post(parrot.uri(), MediaType.SET_PAYMENT, new byte[] {1}));
  }

  private static String answer(String status, String type, int length, String body) {
    return "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(status, type, length, body);
  }

  @Test
  void bringsAMessageThereAndItsAnswerBack() throws HttpFailure {
    try (HttpServer server = server()) {
      URI place = server.uri().resolve("/set");
      byte[] message = "hello".getBytes(UTF_8);
      for (int i = 0; i < 3; i++) {
        assertThat(client.post(place, MediaType.SET_PAYMENT, message)).isEqualTo(message);
      }
      assertThat(client.post(place, MediaType.SET_PAYMENT_INITIATION, message))
          .isEqualTo(message);
      assertThat(client.post(place, MediaType.SET_PAYMENT, new byte[0])).isEmpty();
    }
  }

  @Test
  void bringsARecordThereAndBack() throws HttpFailure {
    try (HttpServer server = server()) {
      URI place = server.uri().resolve("/found");
      assertThat(json.get(place, Found.class)).isEqualTo(new Found("tea", 2));
      assertThat(json.post(place, new Found("milk", 3), Found.class))
          .isEqualTo(new Found("milk", 3));
      assertThat(
              catchThrowableOfType(HttpFailure.class, () -> json.get(place, Other.class)).kind())
          .isEqualTo(Kind.MALFORMED);
      HttpFailure refused =
          catchThrowableOfType(
              HttpFailure.class, () -> json.post(place, new Other("x"), Found.class));
      assertThat(refused.problem().orElseThrow().rule()).isEqualTo("http.json");
    }
  }

  @Test
  void saysThatNobodyIsThere() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    HttpFailure failure =
        catchThrowableOfType(
            HttpFailure.class,
            () ->
                client.post(
                    URI.create("http://127.0.0.1:" + port + "/set?secret=1"),
                    MediaType.SET_PAYMENT,
                    new byte[] {1}));
    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(failure.getMessage()).doesNotContain("secret");
  }

  @Test
  void waitsNoLongerThanItsLimitForAnAnswer() {
    try (HttpServer server = server();
        JsonClient impatient = json(IMPATIENT)) {
      HttpFailure failure =
          catchThrowableOfType(
              HttpFailure.class,
              () -> impatient.get(server.uri().resolve("/slow"), Found.class));
      assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
      slow.countDown();
    }
  }

  @Test
  void takesNoAnswerThatDripsForEver() throws IOException {
    String body = "a".repeat(900);
    String drips = answer("200 OK", "application/set-payment", 900, body);
    long begun = System.nanoTime();
    try (Parrot parrot = new Parrot(drips, Duration.ofMillis(20));
        SetClient impatient = new SetClient(IMPATIENT)) {
      assertThat(failure(impatient, parrot).kind()).isEqualTo(Kind.TIMEOUT);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void takesNoAnswerLongerThanItsLimit() throws IOException {
    String body = "a".repeat(1001);
    assertThat(failure(answer("200 OK", "application/set-payment", 1001, body)).kind())
        .isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void takesNoTruncatedAnswer() throws IOException {
    assertThat(failure(answer("200 OK", "application/set-payment", 100, "short")).kind())
        .isEqualTo(Kind.BROKEN);
    assertThat(failure("").kind()).isEqualTo(Kind.BROKEN);
    assertThat(failure("nonsense\r\n\r\n").kind()).isEqualTo(Kind.BROKEN);
  }

  /** A server at one place whose answers to as many messages as this come together. */
  private static HttpServer together(int port, CyclicBarrier all) {
    SetMount set =
        SetMount.payment(
            "/set",
            (peer, type, body) -> {
              try {
                all.await();
                return body;
              } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
              }
            });
    return HttpServer.start(Listen.local(port), HttpLimits.OPEN, List.of(set), CLOCK);
  }

  @Test
  void aServerThatDiedAndCameBackIsReachedHoweverManyConnectionsWereKept() throws Exception {
    int many = 8;
    HttpServer first = together(0, new CyclicBarrier(many));
    URI place = first.uri().resolve("/set");
    try (first;
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<byte[]>> answers = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        answers.add(
            threads.submit(() -> client.post(place, MediaType.SET_PAYMENT, new byte[] {7})));
      }
      for (Future<byte[]> answer : answers) assertThat(answer.get()).containsExactly(7);
    }
    try (HttpServer second = together(place.getPort(), new CyclicBarrier(1))) {
      for (int i = 0; i < many; i++) {
        assertThat(client.post(place, MediaType.SET_PAYMENT, new byte[] {8}))
            .as("message %d to %s", i, second.uri())
            .containsExactly(8);
      }
    }
  }

  @Test
  void takesNoAnswerOfAnotherMediaType() throws IOException {
    assertThat(failure(answer("200 OK", "text/html", 2, "hi")).kind())
        .isEqualTo(Kind.MALFORMED);
  }

  @Test
  void followsNoRedirect() throws Exception {
    try (HttpServer server = server()) {
      String redirect =
          "HTTP/1.1 307 Temporary Redirect\r\nLocation: %s/set\r\nContent-Length: 0\r\n\r\n"
              .formatted(server.uri());
      HttpFailure failure = failure(redirect);
      assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
      assertThat(failure.problem().orElseThrow().status()).isEqualTo(307);
    }
  }
}
