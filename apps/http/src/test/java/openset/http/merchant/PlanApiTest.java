package openset.http.merchant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import openset.asn1.Der;
import openset.client.MerchantClient;
import openset.client.NewOrder;
import openset.client.Order;
import openset.client.Refused;
import openset.crypto.SecretBytes;
import openset.http.HttpLimits;
import openset.http.HttpServer;
import openset.http.Listen;
import openset.http.Town;
import openset.http.keys.ApiKey;
import openset.http.keys.ApiKeys;
import openset.http.keys.ClientName;
import openset.http.once.RememberedAnswers;
import openset.merchant.shop.PlacedOrder;
import openset.set.data.LocalID;
import openset.set.treatment.cardholder.ProcessPRes;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Orders paid by a plan, over real connections: the typed client, the gateway, the banks. */
@Timeout(180)
final class PlanApiTest {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String SECRET = "plan-".repeat(8) + "abc";

  private static Mall mall;
  private static HttpServer server;
  private static MerchantClient client;

  @BeforeAll
  static void open() throws Exception {
    mall = new Mall();
    ApiKey key =
        new ApiKey(
            new ClientName("tests"),
            SecretBytes.of(SECRET.getBytes(UTF_8)),
            ApiKey.Scheme.SIGNED);
    ApiKeys keys = ApiKeys.of(List.of(key), Town.CLOCK);
    OrderApi.Ways ways =
        new OrderApi.Ways(o -> "https://shop.example/pay/" + o.lidM(), _ -> "w", (_, _) -> "w");
    server =
        HttpServer.start(
            Listen.local(0),
            HttpLimits.OPEN,
            OrderApi.routes(
                mall.merchant,
                ways,
                new ApiRights(keys, keys, keys),
                new RememberedAnswers(100, Duration.ofHours(1))),
            Town.CLOCK);
    client = MerchantClient.of(server.uri(), "tests~" + SECRET);
  }

  @AfterAll
  static void close() {
    client.close();
    server.close();
    mall.close();
  }

  private static NewOrder chair() {
    return NewOrder.of(
            "chair-" + COUNT.incrementAndGet(),
            URI.create("https://shop.example/paid"),
            URI.create("https://shop.example/"))
        .line("chair", "A chair", 1, 10_000)
        .to("Zoe Quill", 756, "1 Example Street", "1000 Example");
  }

  private static Order paid(NewOrder wanted) throws Exception {
    Order order = client.create(wanted);
    PlacedOrder placed =
        mall.merchant.shop().order(new LocalID(Der.ofHex(order.order())));
    assertThat(mall.pays(mall.card(), placed)).isInstanceOf(ProcessPRes.Outcome.Confirmed.class);
    return client.get(order.order());
  }

  private static List<String> payments(Order order) {
    return order.plan().orElseThrow().payments().stream()
        .map(payment -> payment.amount().minor() + " " + payment.standing())
        .toList();
  }

  private static void refused(int status, String rule, ThrowingCallable act) {
    Refused refused = catchThrowableOfType(Refused.class, act);
    assertThat(refused.status() + " " + refused.rule()).isEqualTo(status + " " + rule);
  }

  @Test
  @Tag("Plan-01")
  @Tag("P30")
  void instalmentsAreAskedForAsTheCardholderSignedAndNotOtherwise() throws Exception {
    Order order = paid(chair().inInstalments(3, 1));
    assertThat(order.next()).contains("payment", "end");
    assertThat(payments(order)).containsExactly("3334 held", "3333 due");
    refused(409, "AuthToken-P-08", () -> client.askPayment(order.order(), "soon"));
    refused(422, "AuthToken-P-05", () -> client.askPayment(order.order(), "less", -1));
    mall.brand.later.set(Duration.ofDays(1));
    try {
      refused(409, "AuthToken-P-05", () -> client.askPayment(order.order(), "more", 6_667));
      Order second = client.askPayment(order.order(), "second");
      assertThat(payments(second)).containsExactly("3334 held", "3333 held", "3333 due");
      assertThat(client.askPayment(order.order(), "second")).isEqualTo(second);
    } finally {
      mall.brand.later.set(Duration.ZERO);
    }
  }

  @Test
  @Tag("Plan-05")
  @Tag("Plan-06")
  void aSubscriptionIsEndedOnce() throws Exception {
    Instant end = Instant.now().plus(Duration.ofDays(90));
    Order order = paid(chair().recurring(30, end));
    assertThat(payments(order)).containsExactly("10000 held", "10000 due");
    assertThat(client.endPlan(order.order()).plan().orElseThrow().standing())
        .isEqualTo("ended");
    refused(409, "Plan-06", () -> client.askPayment(order.order(), "after"));
    Order once = paid(chair());
    assertThat(once.plan()).isEmpty();
    refused(409, "Plan-06", () -> client.endPlan(once.order()));
  }

  @Test
  @Tag("Plan-01")
  void aPlanHasItsBounds() {
    Instant end = Instant.now().plus(Duration.ofDays(90));
    for (NewOrder none :
        List.of(
            chair().inInstalments(1, 30),
            chair().inInstalments(1000, 30),
            chair().inInstalments(3, 367),
            chair().recurring(0, end))) {
      refused(422, "order.plan", () -> client.create(none));
    }
  }
}
