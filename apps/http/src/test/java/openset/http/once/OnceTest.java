package openset.http.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.http.Call;
import openset.http.HttpLimits;
import openset.http.HttpRefused;
import openset.http.HttpServer;
import openset.http.JsonRoute;
import openset.http.Listen;
import openset.http.client.ClientLimits;
import openset.http.client.HttpFailure;
import openset.http.client.JsonClient;
import openset.http.keys.ApiKey;
import openset.http.keys.ApiKeys;
import openset.http.keys.ClientName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OnceTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final RequestDigest DIGEST = RequestDigest.of(new byte[] {1});
  private static final KeptAnswer KEPT = new KeptAnswer(200, "application/json", new byte[] {2});

  private final AtomicInteger done = new AtomicInteger();
  private final ApiKey one = key("one");
  private final ApiKey two = key("two");
  private HttpServer server;
  private JsonClient client;
  private JsonClient other;

  record Transfer(long amount) {}

  record Receipt(int number, long amount) {}

  private static ApiKey key(String name) {
    byte[] secret = new byte[32];
    secret[0] = (byte) name.charAt(0);
    return new ApiKey(new ClientName(name), SecretBytes.of(secret), ApiKey.Scheme.SIGNED);
  }

  @BeforeEach
  void start() {
    JsonRoute<Transfer, Receipt> route =
        JsonRoute.post("/transfers", Transfer.class, this::transfer)
            .only(ApiKeys.of(List.of(one, two), CLOCK))
            .once(new RememberedAnswers(1000, Duration.ofHours(1)));
    server = HttpServer.start(Listen.local(0), HttpLimits.OPEN, List.of(route), CLOCK);
    client = client(one);
    other = client(two);
  }

  private static JsonClient client(ApiKey key) {
    return new JsonClient(
        ClientLimits.USUAL, JsonClient.Security.of(key), CLOCK, Randomness.secure());
  }

  @AfterEach
  void stop() {
    client.close();
    other.close();
    server.close();
  }

  private Receipt transfer(Call<Transfer> call) throws HttpRefused {
    int number = done.incrementAndGet();
    if (call.body().amount() == 13) {
      throw new HttpRefused(409, "transfer.balance", "");
    }
    if (call.body().amount() == 14 && number == 1) {
      throw new IllegalStateException("a bug, the first time");
    }
    return new Receipt(number, call.body().amount());
  }

  private URI place() {
    return server.uri().resolve("/transfers");
  }

  private Receipt post(JsonClient from, String key, long amount) throws HttpFailure {
    return from.post(place(), key, new Transfer(amount), Receipt.class);
  }

  @Test
  void givesTheFirstAnswerAgain() throws HttpFailure {
    assertThat(post(client, "key-0001", 5)).isEqualTo(new Receipt(1, 5));
    assertThat(post(client, "key-0001", 5)).isEqualTo(new Receipt(1, 5));
    assertThat(post(client, "key-0002", 5)).isEqualTo(new Receipt(2, 5));
  }

  @Test
  @Tag("W07")
  void refusesAKeyUsedAgainWithAnotherBodyAndKeepsTheFirstResult() throws HttpFailure {
    post(client, "key-0001", 5);
    assertThatThrownBy(() -> post(client, "key-0001", 6))
        .isInstanceOfSatisfying(
            HttpFailure.class,
            failure -> {
              assertThat(failure.problem().orElseThrow().status()).isEqualTo(422);
              assertThat(failure.problem().orElseThrow().rule())
                  .isEqualTo("http.idempotency-key");
            });
    assertThat(post(client, "key-0001", 5)).isEqualTo(new Receipt(1, 5));
    assertThat(done).hasValue(1);
  }

  @Test
  @Tag("W08")
  void doesAHundredRequestsAtOnceUnderOneKeyOnce() throws Exception {
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      calls.add(this::numberOrStatus);
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      assertThat(answers).hasSize(100).isSubsetOf(1, 409).contains(1);
    }
    assertThat(done).hasValue(1);
  }

  private int numberOrStatus() {
    try {
      return post(client, "key-0001", 5).number();
    } catch (HttpFailure failure) {
      return failure.problem().orElseThrow().status();
    }
  }

  @Test
  @Tag("W09")
  void keepsTheKeysOfEachClientApart() throws HttpFailure {
    assertThat(post(client, "key-0001", 5).number()).isEqualTo(1);
    assertThat(post(other, "key-0001", 7)).isEqualTo(new Receipt(2, 7));
    assertThat(post(client, "key-0001", 5).number()).isEqualTo(1);
  }

  @Test
  void givesARefusalAgainWithoutAskingAgain() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> post(client, "key-0001", 13))
          .isInstanceOfSatisfying(
              HttpFailure.class,
              failure ->
                  assertThat(failure.problem().orElseThrow().rule())
                      .isEqualTo("transfer.balance"));
    }
    assertThat(done).hasValue(1);
  }

  @Test
  void letsABugBeTriedAgain() throws HttpFailure {
    assertThatThrownBy(() -> post(client, "key-0001", 14)).isInstanceOf(HttpFailure.class);
    assertThat(post(client, "key-0001", 14).number()).isEqualTo(2);
  }

  @Test
  void asksForAKey() {
    assertThatThrownBy(() -> client.post(place(), new Transfer(5), Receipt.class))
        .isInstanceOfSatisfying(
            HttpFailure.class,
            failure -> assertThat(failure.problem().orElseThrow().status()).isEqualTo(400));
    assertThat(done).hasValue(0);
  }

  @Test
  void forgetsTheOldAndTheMostButNeverWhatIsBeingDone() {
    RememberedAnswers answers = new RememberedAnswers(2, Duration.ofMinutes(1));
    Instant now = Instant.EPOCH;
    RequestKey running = name("running1");
    assertThat(answers.claim(running, DIGEST, now)).isEqualTo(new Claim.First());
    for (String key : List.of("finished1", "finished2", "finished3")) {
      assertThat(answers.claim(name(key), DIGEST, now)).isEqualTo(new Claim.First());
      answers.complete(name(key), KEPT);
    }
    assertThat(answers.claim(running, DIGEST, now)).isEqualTo(new Claim.InProgress());
    assertThat(answers.claim(name("finished1"), DIGEST, now)).isEqualTo(new Claim.First());
    answers.complete(running, KEPT);
    Instant later = now.plusSeconds(61);
    assertThat(answers.claim(running, DIGEST, later)).isEqualTo(new Claim.First());
  }

  private static RequestKey name(String key) {
    return new RequestKey("one", "POST /transfers", key);
  }

  @Test
  void namesARequestByItsWholeName() {
    assertThat(RequestKey.isWellFormed("short")).isFalse();
    assertThat(RequestKey.isWellFormed("with space1")).isFalse();
    assertThat(RequestKey.isWellFormed("x".repeat(129))).isFalse();
    assertThat(Optional.of(name("12345678"))).contains(name("12345678"));
  }
}
