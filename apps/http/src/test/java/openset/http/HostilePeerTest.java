package openset.http;

import static openset.http.RawSocket.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Raw octets against a server; whatever comes, it answers or closes soon and does nothing else. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostilePeerTest {
  private static final String POST = "POST /set HTTP/1.1\r\nHost: x\r\n";
  private static final String TYPE = "Content-Type: application/set-payment\r\n";
  private static final String SMUGGLED = "GET /orders/smuggled HTTP/1.1\r\nHost: x\r\n\r\n";

  private final Shop shop = new Shop();
  private final Shop impatient = new Shop(Shop.IMPATIENT);

  @AfterEach
  void close() {
    shop.close();
    impatient.close();
  }

  @ParameterizedTest
  @Tag("W13")
  @ValueSource(
      strings = {
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
        "Content-Length: 4\r\nContent-Length: 60\r\n",
        "Content-Length: 4, 60\r\n",
        "Content-Length: +4\r\n",
        "Content-Length: -4\r\n",
        "Content-Length: 0x4\r\n",
        "Content-Length: 99999999999999999999\r\n",
        "Content-Length : 4\r\n",
        " Content-Length: 4\r\n",
        "Transfer-Encoding: xchunked\r\nContent-Length: 4\r\n",
        "Transfer-Encoding: gzip, chunked\r\n",
        "Transfer-Encoding: chunked, identity\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
        "Transfer-Encoding : chunked\r\n",
        "Transfer-Encoding:\u000bchunked\r\nContent-Length: 4\r\n",
        "X: y\nContent-Length: 4\r\n",
        "X: y\r\n z\r\nContent-Length: 4\r\n",
      })
  void refusesAmbiguousFramingAndAnswersNothingSmuggled(String framing) {
    String answer = ask(shop.server, POST + TYPE + framing + "\r\n0\r\n\r\n" + SMUGGLED);
    assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("smuggled");
    assertThat(shop.messages).hasValue(0);
  }

  @Test
  @Tag("W13")
  void refusesChunksHoweverWellFormed() {
    String head = POST + TYPE + "Transfer-Encoding: chunked\r\n\r\n";
    for (String chunks : List.of("2\r\nab\r\n0\r\n\r\n", "2\r\nabXX0\r\n\r\n", "zz\r\n")) {
      assertThat(ask(shop.server, head + chunks + SMUGGLED))
          .startsWith("HTTP/1.1 411 ")
          .contains("http.length")
          .doesNotContain("smuggled");
    }
    assertThat(shop.messages).hasValue(0);
  }

  @Test
  @Tag("D05")
  void refusesABodyLongerThanTheLimitBeforeReadingIt() {
    String answer = ask(shop.server, POST + TYPE + "Content-Length: 2001\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 413 ").contains("http.size");
  }

  @Test
  void takesABodyAsLongAsTheLimit() {
    String body = "a".repeat(2000);
    String head = POST + TYPE + "Connection: close\r\nContent-Length: 2000\r\n\r\n";
    assertThat(ask(shop.server, head + body)).startsWith("HTTP/1.1 200 ").endsWith("a!");
  }

  @Test
  @Tag("D05")
  void refusesEveryContentEncoding() {
    for (String coding : List.of("gzip", "deflate", "br", "identity", "gzip, gzip")) {
      String head = POST + TYPE + "Content-Encoding: " + coding + "\r\nContent-Length: 3\r\n\r\n";
      assertThat(ask(shop.server, head + "abc")).startsWith("HTTP/1.1 415 ");
    }
    assertThat(shop.messages).hasValue(0);
  }

  @Test
  @Tag("W13")
  void refusesAHugeHead() {
    String one = ask(shop.server, POST + "X: " + "a".repeat(20_000) + "\r\n\r\n");
    String many = ask(shop.server, POST + "X: a\r\n".repeat(5_000) + "\r\n");
    String line = ask(shop.server, "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    assertThat(List.of(one, many, line))
        .allSatisfy(answer -> assertThat(answer).containsPattern("^(HTTP/1.1 4|$)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /orders/A1 HTTP/1.1\r\n\r\n",
        "GET /orders/A1 HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        "GET /orders/A1 HTTP/3.7\r\nHost: x\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000",
        "GET  /orders/A1 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /orders/\u0001 HTTP/1.1\r\nHost: x\r\n\r\n",
        "\r\n\r\n\r\n",
        "nonsense",
      })
  void refusesWhatIsNotHttp(String octets) {
    try (RawSocket raw = new RawSocket(shop.server)) {
      raw.send(octets);
      raw.endSending();
      assertThat(raw.rest()).containsPattern("^(HTTP/1.1 (4|505)|$)").doesNotContain("A1\"");
    }
  }

  @Test
  void neverActsOnATruncatedMessage() {
    try (RawSocket raw = new RawSocket(shop.server)) {
      raw.send(POST + TYPE + "Content-Length: 100\r\n\r\nonly this");
      raw.endSending();
      assertThat(raw.rest()).doesNotContain("HTTP/1.1 200");
    }
    assertThat(shop.messages).hasValue(0);
  }

  @Test
  @Tag("W13")
  void endsABodyThatStops() {
    long begun = System.nanoTime();
    try (RawSocket raw = new RawSocket(impatient.server)) {
      raw.send(POST + TYPE + "Content-Length: 100\r\n\r\nonly this");
      assertThat(raw.rest()).startsWith("HTTP/1.1 408 ").contains("http.time");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
    assertThat(impatient.messages).hasValue(0);
  }

  @Test
  @Tag("W13")
  void endsABodyThatDrips() {
    String head = POST + TYPE + "Content-Length: 1000\r\n\r\n";
    assertThat(drip(head, "a")).isLessThan(Duration.ofSeconds(8));
    assertThat(impatient.messages).hasValue(0);
  }

  @Test
  @Tag("W13")
  void endsAHeadThatDrips() {
    assertThat(drip(POST, "X: a\r\n")).isLessThan(Duration.ofSeconds(8));
    assertThat(drip("GET ", "/")).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  @Tag("W13")
  void endsAConnectionThatSaysNothing() {
    long begun = System.nanoTime();
    try (RawSocket raw = new RawSocket(impatient.server)) {
      assertThat(raw.rest()).isEmpty();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  @Tag("W13")
  void servesOthersWhileManyDrip() {
    List<RawSocket> slow = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      RawSocket raw = new RawSocket(shop.server);
      raw.send(POST + TYPE + "Content-Length: 100\r\n\r\na");
      slow.add(raw);
    }
    String get = "GET /orders/A1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    assertThat(ask(shop.server, get)).startsWith("HTTP/1.1 200 ");
    slow.forEach(RawSocket::close);
  }

  @Test
  void answersPipelinedRequestsInTheirOrder() {
    String first = "GET /orders/A1 HTTP/1.1\r\nHost: x\r\n\r\n";
    String second = "GET /orders/A2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    assertThat(ask(shop.server, first + second)).containsSubsequence("\"A1\"", "\"A2\"");
  }

  private Duration drip(String head, String drop) {
    long begun = System.nanoTime();
    try (RawSocket raw = new RawSocket(impatient.server)) {
      raw.send(head);
      while (raw.send(drop)) {
        Thread.sleep(50);
        if (System.nanoTime() - begun > 9_000_000_000L) {
          break;
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
