package openset.http;

import static openset.http.RawSocket.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import openset.http.socket.TokenBuckets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final String GET =
      "GET /orders/A1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

  @Test
  void tellsAnAddressThatSendsTooFastToWait() {
    InstantSource frozen = InstantSource.fixed(Instant.EPOCH);
    JsonRoute<Call.None, List<String>> route = JsonRoute.get("/orders/A1", call -> List.of());
    try (HttpServer server =
        HttpServer.start(
            Listen.local(0), HttpLimits.OPEN.withRate(1, 3), List.of(route), frozen)) {
      for (int i = 0; i < 3; i++) {
        assertThat(ask(server, GET)).startsWith("HTTP/1.1 200 ");
      }
      assertThat(ask(server, GET))
          .startsWith("HTTP/1.1 429 ")
          .contains("Retry-After: 1\r\n", "http.rate");
    }
  }

  @Test
  void fillsABucketSteadilyAndEachAddressHasItsOwn() {
    AtomicLong now = new AtomicLong(1_000_000);
    TokenBuckets buckets = new TokenBuckets(2, 3, () -> Instant.ofEpochMilli(now.get()));
    InetAddress one = InetAddress.ofLiteral("192.0.2.1");
    assertThat(List.of(buckets.take(one), buckets.take(one), buckets.take(one)))
        .containsOnly(true);
    assertThat(buckets.take(one)).isFalse();
    assertThat(buckets.take(InetAddress.ofLiteral("192.0.2.2"))).isTrue();
    now.addAndGet(500);
    assertThat(buckets.take(one)).isTrue();
    assertThat(buckets.take(one)).isFalse();
    now.addAndGet(-10_000);
    assertThat(buckets.take(one)).isFalse();
  }

  @Test
  void countsAnIpv6NetworkAsOneAddress() {
    TokenBuckets buckets = new TokenBuckets(1, 1, InstantSource.fixed(Instant.EPOCH));
    assertThat(buckets.take(InetAddress.ofLiteral("2001:db8::1"))).isTrue();
    assertThat(buckets.take(InetAddress.ofLiteral("2001:db8::ffff:2"))).isFalse();
    assertThat(buckets.take(InetAddress.ofLiteral("2001:db8:0:1::1"))).isTrue();
  }

  @Test
  @Tag("F12")
  void tellsMoreRequestsThanItWorksOnAtOnceToWait() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    JsonRoute<Call.None, Call.None> slow =
        JsonRoute.get(
            "/orders/A1",
            call -> {
              begun.countDown();
              await(end);
              return Call.None.NONE;
            });
    try (HttpServer server =
            HttpServer.start(
                Listen.local(0),
                HttpLimits.OPEN.withConcurrent(1),
                List.of(slow),
                InstantSource.system());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> ask(server, GET));
      begun.await();
      assertThat(ask(server, GET)).startsWith("HTTP/1.1 503 ").contains("http.busy");
      end.countDown();
      assertThat(first.get()).startsWith("HTTP/1.1 204 ");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
