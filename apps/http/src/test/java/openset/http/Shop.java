package openset.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import openset.http.once.RememberedAnswers;

/** A small server with one mount of each kind, and counters of what reached them. */
final class Shop implements AutoCloseable {
  static final HttpLimits LIMITS = HttpLimits.OPEN.withBodyBytes(2000);
  static final HttpLimits IMPATIENT =
      LIMITS.withTimes(Duration.ofMillis(600), Duration.ofMillis(800));

  final AtomicInteger messages = new AtomicInteger();
  final AtomicInteger orders = new AtomicInteger();
  final List<byte[]> bodies = new ArrayList<>();
  final HttpServer server;

  record Order(String item, int quantity, Optional<String> note, List<String> marks) {}

  record Ordered(String number, int quantity) {}

  Shop() {
    this(LIMITS);
  }

  Shop(HttpLimits limits) {
    server = HttpServer.start(Listen.local(0), limits, mounts(), InstantSource.system());
  }

  private List<Mount> mounts() {
    return List.of(
        SetMount.payment("/set", this::message),
        JsonRoute.post("/orders", Order.class, this::order).answering(201),
        JsonRoute.post("/once", Order.class, this::order)
            .once(new RememberedAnswers(100, Duration.ofHours(1))),
        JsonRoute.get("/orders/{order}", call -> new Ordered(call.part("order"), 1)),
        JsonRoute.get("/find", call -> new Ordered(call.parameter("q").orElse(""), 0)),
        JsonRoute.get("/bug", Shop::bug),
        Resource.at("/crl/{name}", names -> crl(names.get("name"))));
  }

  private byte[] message(Peer peer, MediaType type, byte[] body) {
    messages.incrementAndGet();
    synchronized (bodies) {
      bodies.add(body);
    }
    byte[] answer = Arrays.copyOf(body, body.length + 1);
    answer[body.length] = (byte) '!';
    return body.length == 0 ? body : answer;
  }

  private Ordered order(Call<Order> call) throws HttpRefused {
    if (call.body().quantity() > 10) {
      throw new HttpRefused(409, "order.stock", "not so many");
    }
    return new Ordered("A" + orders.incrementAndGet(), call.body().quantity());
  }

  private static Ordered bug(Call<Call.None> call) {
    throw new IllegalStateException("the secret cause " + call.path());
  }

  private static Optional<Resource.Octets> crl(String name) {
    return name.equals("aurora")
        ? Optional.of(new Resource.Octets(MediaType.CRL, new byte[] {0x30, 0x00}))
        : Optional.empty();
  }

  @Override
  public void close() {
    server.close();
  }
}
