package openset.http.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import openset.asn1.Der;
import openset.client.MerchantClient;
import openset.client.NewOrder;
import openset.client.Order;
import openset.client.Refused;
import openset.client.WebhookMessage;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.evidence.EvidenceBundle;
import openset.http.HttpLimits;
import openset.http.HttpServer;
import openset.http.Listen;
import openset.http.Mount;
import openset.http.Town;
import openset.http.hook.HookAddresses;
import openset.http.hook.HookCourier;
import openset.http.hook.HookJson;
import openset.http.keys.ApiKey;
import openset.http.keys.ClientName;
import openset.http.keys.Presented;
import openset.http.once.RememberedAnswers;
import openset.merchant.hook.HookPace;
import openset.merchant.shop.PlacedOrder;
import openset.set.data.LocalID;
import openset.set.initiation.InitiationText;
import openset.set.initiation.PaymentInitiation;
import openset.set.initiation.Returns;
import openset.set.initiation.WebAddress;
import openset.set.treatment.cardholder.ProcessPRes;
import openset.set.treatment.merchant.Publication;
import openset.signin.Given;
import openset.signin.Pace;
import openset.signin.ProgramKeys;
import openset.signin.Role;
import openset.signin.SignIn;
import openset.store.Database;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The merchant's API over real connections, to a real merchant with real banks behind it. */
@Timeout(180)
final class OrderApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOBODYS = "00".repeat(20);
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final HookPace QUICK =
      new HookPace(Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofMillis(100), 4);

  private static Mall mall;
  private static HttpServer server;
  private static Listener listener;
  private static Database people;
  private static ProgramKeys keys;
  private static ProgramKeys.Added developer;

  @BeforeAll
  static void open() throws Exception {
    mall = new Mall();
    listener = new Listener();
    people = Town.database(SignIn.MIGRATIONS);
    keys =
        new ProgramKeys(
            new Given(people, Town.vault(), Town.CLOCK, Randomness.secure(), Pace.USUAL));
    developer = keys.add("tests", Role.developer, "ada", Optional.empty());
    HookAddresses addresses = new HookAddresses(java.util.Set.of("http://127.0.0.1"));
    mall.merchant.webhooks().start(new HookCourier(addresses, Town.CLOCK), QUICK);
    server = HttpServer.start(Listen.local(0), HttpLimits.OPEN, mounts(addresses), Town.CLOCK);
  }

  private static List<Mount> mounts(HookAddresses addresses) {
    SecretBytes configured = SecretBytes.random(32, Randomness.secure());
    ApiRights rights =
        ApiRights.of(
            keys,
            new ApiKey(new ClientName("staff"), configured, ApiKey.Scheme.SIGNED),
            Town.CLOCK);
    RememberedAnswers once = new RememberedAnswers(1000, Duration.ofHours(1));
    OrderApi.Ways ways =
        new OrderApi.Ways(
            o -> "https://shop.example/pay/" + o.lidM(),
            o -> "wake " + o.lidM(),
            (order, published) -> initiation(order, published));
    List<Mount> mounts = new ArrayList<>(OrderApi.routes(mall.merchant, ways, rights, once));
    mounts.addAll(WebhookApi.routes(mall.merchant.webhooks(), addresses, rights, once));
    mounts.add(WebhookApi.description());
    return mounts;
  }

  private static String initiation(PlacedOrder order, List<Publication> published) {
    WebAddress set = new WebAddress("https://shop.example/set");
    return InitiationText.write(
        PaymentInitiation.of(order.offer(), set, Returns.NONE)
            .publishing(published.stream().map(Publication::signed).toList()));
  }

  @AfterAll
  static void close() {
    server.close();
    listener.close();
    mall.close();
    people.close();
  }

  private static MerchantClient client(String key) {
    return MerchantClient.of(server.uri(), key);
  }

  private static NewOrder lamp(String reference) {
    return NewOrder.of(
            reference, URI.create("https://shop.example/paid"), URI.create("https://shop.example/"))
        .line("lamp", "A desk lamp", 2, 4_000)
        .line("bulb", "A bulb", 1, 300)
        .charging(190, 500)
        .to("Zoe Quill", 756, "1 Example Street", "1000 Example");
  }

  private static String reference() {
    return "web-" + COUNT.incrementAndGet();
  }

  private static void pays(Order order) throws Exception {
    PlacedOrder placed =
        mall.merchant.shop().order(new LocalID(Der.ofHex(order.order())));
    assertThat(mall.pays(mall.card(), placed)).isInstanceOf(ProcessPRes.Outcome.Confirmed.class);
  }

  private static void refused(int status, String rule, ThrowingCallable act) {
    Refused refused = catchThrowableOfType(Refused.class, act);
    assertThat(refused.status() + " " + refused.rule()).isEqualTo(status + " " + rule);
  }

  @Test
  void aShopOfItsOwnSellsThroughTheClient() throws Exception {
    try (MerchantClient client = client(developer.text())) {
      Order order = client.create(lamp(reference()));
      assertThat(order.total().minor()).isEqualTo(8_990);
      assertThat(order.payUrl().toString()).endsWith(order.order());
      assertThat(order.standing()).isEqualTo("placed");
      assertThat(order.next()).isEmpty();
      pays(order);
      Order paid = client.get(order.order());
      assertThat(paid.standing()).isEqualTo("authorized");
      assertThat(paid.next()).contains("ship");
      assertThat(paid.authorized().orElseThrow().minor()).isEqualTo(8_990);
      Order part = client.ship(order.order(), "T-1", List.of(2));
      assertThat(part.captured().orElseThrow().minor()).isBetween(300L, 400L);
      assertThat(part.lines()).extracting(Order.Line::shipped).containsExactly(false, true);
      Order all = client.ship(order.order(), "T-2", List.of(1));
      assertThat(all.captured().orElseThrow().minor()).isEqualTo(8_990);
      assertThat(all.parcels()).extracting(Order.Parcel::tracking).containsExactly("T-1", "T-2");
      assertThat(all.next()).containsExactly("refund");
      refused(409, "Ship-02", () -> client.ship(order.order(), "T-3", List.of(1)));
    }
  }

  @Test
  void aPartOfWhatIsHeldIsLetGoAndOnlyWhatIsNotShipped() throws Exception {
    try (MerchantClient client = client(developer.text())) {
      Order order = client.create(lamp(reference()));
      refused(409, "Void-01", () -> client.reduceAuthorization(order.order(), 100));
      pays(order);
      Order less = client.reduceAuthorization(order.order(), 8_900);
      assertThat(less.authorized().orElseThrow().minor()).isEqualTo(8_900);
      assertThat(less.next()).contains("ship", "reduce");
      refused(409, "Void-02", () -> client.reduceAuthorization(order.order(), 8_900));
      refused(422, "Void-02", () -> client.reduceAuthorization(order.order(), -1));
      Order part = client.ship(order.order(), "T-1", List.of(2));
      long shipped = part.captured().orElseThrow().minor();
      refused(409, "Void-02", () -> client.reduceAuthorization(order.order(), shipped - 1));
      Order rest = client.reduceAuthorization(order.order(), shipped);
      assertThat(rest.authorized().orElseThrow().minor()).isEqualTo(shipped);
      assertThat(rest.next()).doesNotContain("reduce");
      assertThat(kinds(order)).contains("order.authorization_reduced");
    }
  }

  private static List<String> kinds(Order order) {
    return mall.merchant.orders().events(new LocalID(Der.ofHex(order.order()))).stream()
        .map(event -> HookJson.Event.of(event).type())
        .toList();
  }

  @Test
  @Tag("PubOffer-M-02")
  void anOfferIsPublishedAndFetchedUntilItIsPaid() throws Exception {
    try (MerchantClient client = client(developer.text())) {
      Order order = client.create(lamp(reference()));
      Instant until = Instant.now().plus(Duration.ofDays(30));
      refused(404, "http.path", () -> client.published(order.order()));
      refused(
          409,
          "PubOffer-M-02",
          () -> client.publish(order.order(), until.plus(Duration.ofDays(90))));
      openset.client.Publication made = client.publish(order.order(), until);
      assertThat(made.brands()).containsExactly("Aurora");
      assertThat(made.until()).isBetween(until.minusSeconds(1), until);
      PaymentInitiation letter = (PaymentInitiation) InitiationText.read(made.initiation());
      assertThat(letter.published()).hasSize(1);
      assertThat(client.published(order.order())).isEqualTo(made);
      pays(order);
      refused(409, "PubOffer-M-02", () -> client.publish(order.order(), until));
    }
  }

  @Test
  @Tag("W07")
  void theSameOrderAskedTwiceIsOneOrderAndAnotherUnderItsKeyIsRefused() throws Exception {
    try (MerchantClient client = client(developer.text())) {
      String reference = reference();
      Order order = client.create(lamp(reference));
      assertThat(client.create(lamp(reference))).isEqualTo(order);
      refused(422, "http.idempotency-key",
          () -> client.create(lamp(reference).line("more", "More", 1, 1)));
      assertThat(client.get(order.order()).lines()).hasSize(2);
    }
  }

  @Test
  @Tag("W10")
  void anOrderOfAnotherMerchantLooksLikeNone() {
    try (MerchantClient client = client(developer.text())) {
      for (String order : List.of(NOBODYS, "1", "x".repeat(40))) {
        refused(404, "http.path", () -> client.get(order));
        refused(404, "http.path", () -> client.ship(order, "T-1", List.of(1)));
      }
    }
  }

  @Test
  void keysOpenWhatTheirRoleMayAndNothingOnceRevoked() throws Exception {
    ProgramKeys.Added reader = keys.add("looks", Role.reader, "ada", Optional.empty());
    ProgramKeys.Added staff = keys.add("ships", Role.staff, "ada", Optional.empty());
    assertThat(status("GET", "/v1/orders", "", reader)).isEqualTo(200);
    assertThat(status("GET", "/v1/webhooks", "", reader)).isEqualTo(403);
    assertThat(status("GET", "/v1/webhooks", "", staff)).isEqualTo(403);
    try (MerchantClient looks = client(reader.text())) {
      refused(403, "http.right", () -> looks.create(lamp(reference())));
    }
    try (MerchantClient ships = client(staff.text())) {
      Order order = ships.create(lamp(reference()));
      assertThat(keys.revoke(staff.key().name())).isTrue();
      refused(401, "http.key", () -> ships.get(order.order()));
      assertThat(keys.revoke(staff.key().name())).isFalse();
    }
    ProgramKeys.Added brief = keys.add("was", Role.staff, "ada", Optional.of(Duration.ZERO));
    assertThat(status("GET", "/v1/orders", "", brief)).isEqualTo(401);
    try (MerchantClient guesses = client(reader.key().name() + "~" + "A".repeat(43))) {
      refused(401, "http.key", () -> guesses.get(NOBODYS));
    }
    assertThat(reader.toString()).doesNotContain(reader.text().split("~")[1]);
  }

  @Test
  void refusesOrdersThatCannotBe() {
    try (MerchantClient client = client(developer.text())) {
      refused(422, "order.language", () -> client.create(lamp(reference()).in("la")));
      refused(422, "order.reference", () -> client.create(lamp("x".repeat(61))));
      refused(422, "shop.badRequest",
          () -> client.create(lamp(reference()).line("x".repeat(41), "Too long", 1, 1)));
      refused(422, "order.country", () -> client.create(lamp(reference()).to("Z", 5000, "1 St")));
      NewOrder nowhere =
          NewOrder.of(reference(), URI.create("ftp://x.example/"), URI.create("https://x.example/"))
              .with(new NewOrder.Line("a", "A", 1, 5, true));
      refused(422, "order.url", () -> client.create(nowhere));
      NewOrder goods =
          NewOrder.of(reference(), URI.create("https://x.example/"),
                  URI.create("https://x.example/")).line("a", "A", 1, 5);
      refused(422, "order.address", () -> client.create(goods));
    }
  }

  private static HttpResponse<String> send(
      String method, String path, String body, ProgramKeys.Added key) throws Exception {
    String once = "key-" + COUNT.incrementAndGet() + "-tests";
    ApiKey signs =
        new ApiKey(new ClientName(key.key().name()), key.secret(), ApiKey.Scheme.SIGNED);
    Presented presented =
        new Presented(method, path, Optional.of(once), Optional.empty(), body.getBytes());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri().resolve(path))
            .header("Idempotency-Key", once)
            .header(
                "Authorization",
                signs.authorization(presented, Town.CLOCK.instant(), Randomness.secure()))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty()) request.header("Content-Type", "application/json");
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static int status(String method, String path, String body, ProgramKeys.Added key)
      throws Exception {
    return send(method, path, body, key).statusCode();
  }

  /** Calls an operation and holds the answer to its description. */
  private static JsonNode answers(
      TreeSet<String> seen, String operation, Map<String, String> names, String body)
      throws Exception {
    Described described = Described.read();
    Described.Operation of = described.operations().get(operation);
    seen.add(operation);
    String path = of.path();
    for (Map.Entry<String, String> name : names.entrySet()) {
      path = path.replace("{" + name.getKey() + "}", name.getValue());
    }
    HttpResponse<String> answer = send(of.method(), path, body, developer);
    Optional<JsonNode> schema = described.answer(of, answer.statusCode());
    assertThat(answer.statusCode()).as(operation + answer.body()).isLessThan(300);
    if (schema.isEmpty()) {
      assertThat(answer.body()).isEmpty();
      return JSON.nullNode();
    }
    JsonNode value = JSON.readTree(answer.body());
    assertThat(described.faults(value, schema.get(), operation)).isEmpty();
    return value;
  }

  @Test
  @Tag("L09")
  void moneyIsRefundedOnceUnderAKeyAndTakenBack() throws Exception {
    try (MerchantClient client = client(developer.text())) {
      Order order = client.create(lamp(reference()));
      pays(order);
      client.ship(order.order(), "T-1", List.of(1, 2));
      Order part = client.refund(order.order(), "first", List.of(2));
      assertThat(part.refunds().getFirst().lines()).containsExactly(2);
      long worth = part.refunded().orElseThrow().minor();
      Order again = client.refund(order.order(), "first", List.of(2));
      assertThat(again.refunds()).hasSize(1);
      refused(409, "Refund-02", () -> client.refund(order.order(), "second", List.of(2)));
      refused(409, "Refund-01", () -> client.refund(order.order(), "third", 8_990));
      Order all = client.refund(order.order(), "fourth", 8_990 - worth);
      assertThat(all.refunded().orElseThrow().minor()).isEqualTo(8_990);
      assertThat(all.next()).isEmpty();
      String capture = all.captures().getFirst().capture();
      refused(409, "Uncapture-01", () -> client.takeBackCapture(order.order(), capture));
      for (Order.Refund refund : all.refunds()) {
        client.takeBackRefund(order.order(), refund.refund());
      }
      Order none = client.takeBackCapture(order.order(), capture);
      assertThat(none.captured().orElseThrow().minor()).isZero();
      assertThat(none.refunded().orElseThrow().minor()).isZero();
      assertThat(none.captures().getFirst().reversedAt()).isPresent();
      refused(409, "Refund-01", () -> client.refund(order.order(), "fifth", 1));
    }
  }

  @Test
  void everyOperationAnswersAsItIsDescribed() throws Exception {
    TreeSet<String> seen = new TreeSet<>();
    String hook = "{\"url\":\"" + listener.uri() + "\",\"about\":\"till\"}";
    String id =
        answers(seen, "POST /v1/webhooks", Map.of(), hook).at("/webhook/webhook").asText();
    Map<String, String> webhook = Map.of("webhook", id);
    answers(seen, "GET /v1/webhooks", Map.of(), "");
    answers(seen, "GET /v1/webhooks/{webhook}", webhook, "");
    answers(seen, "PUT /v1/webhooks/{webhook}", webhook,
        hook.replace("}", ",\"active\":true}"));

    String line = "{\"article\":\"a\",\"description\":\"A\",\"quantity\":1,\"unitPrice\":500,"
        + "\"digital\":true}";
    String order = "{\"reference\":\"r\",\"language\":\"en\",\"lines\":[" + line + "],\"tax\":0,"
        + "\"deliveryCharge\":0,\"recipient\":\"Zoe\",\"address\":[],"
        + "\"successUrl\":\"https://x.example/\",\"cancelUrl\":\"https://x.example/\"}";
    String lid = answers(seen, "POST /v1/orders", Map.of(), order).get("order").asText();
    Map<String, String> named = Map.of("order", lid);
    pays(client(developer.text()).get(lid));
    answers(seen, "GET /v1/orders", Map.of(), "");
    answers(seen, "GET /v1/orders/{order}", named, "");
    answers(seen, "POST /v1/orders/{order}/shipments", named,
        "{\"lines\":[1],\"tracking\":\"T\"}");
    assertThat(answers(seen, "GET /v1/orders/{order}/events", named, "").get("events")).hasSize(4);
    byte[] bundle =
        answers(seen, "GET /v1/orders/{order}/evidence", named, "").get("bundle").binaryValue();
    assertThat(EvidenceBundle.of(bundle).order().lines()).hasSize(1);
    JsonNode refunded =
        answers(seen, "POST /v1/orders/{order}/refunds", named, "{\"amount\":100}");
    answers(
        seen,
        "POST /v1/orders/{order}/refunds/{refund}/reversal",
        Map.of("order", lid, "refund", refunded.at("/refunds/0/refund").asText()),
        "");
    answers(
        seen,
        "POST /v1/orders/{order}/captures/{capture}/reversal",
        Map.of("order", lid, "capture", refunded.at("/captures/0/capture").asText()),
        "");
    String other = answers(seen, "POST /v1/orders", Map.of(), order).get("order").asText();
    String until = Instant.now().plusSeconds(3600).toString();
    Map<String, String> others = Map.of("order", other);
    answers(
        seen, "POST /v1/orders/{order}/publication", others, "{\"until\":\"" + until + "\"}");
    answers(seen, "GET /v1/orders/{order}/publication", others, "");
    pays(client(developer.text()).get(other));
    answers(seen, "POST /v1/orders/{order}/reduction", others, "{\"stays\":200}");
    JsonNode voided = answers(seen, "POST /v1/orders/{order}/void", Map.of("order", other), "");
    assertThat(voided.get("standing").asText()).isEqualTo("reversed");
    answers(seen, "POST /v1/orders/{order}/claim", named, "");
    JsonNode deliveries = answers(seen, "GET /v1/webhooks/{webhook}/deliveries", webhook, "");
    String delivery = deliveries.get("deliveries").get(0).get("delivery").asText();
    answers(seen, "POST /v1/deliveries/{delivery}/replay", Map.of("delivery", delivery), "");
    answers(seen, "DELETE /v1/webhooks/{webhook}", webhook, "");
    TreeSet<String> described = new TreeSet<>(Described.read().operations().keySet());
    // Those of batches are BatchApiTest's, those of plans PlanApiTest's.
    described.removeIf(operation -> operation.matches(".* /v1/(batches|.*/pla|.*/pay).*"));
    assertThat(seen).isEqualTo(described);
  }

  @Test
  void tellsAWebhookWhatHappensSignedAndInOrder() throws Exception {
    try (Listener till = new Listener(); MerchantClient client = client(developer.text())) {
      String secret = hook(till.uri().toString()).get("secret").asText();
      Order order = client.create(lamp(reference()));
      pays(order);
      client.ship(order.order(), "T-1", List.of(1, 2));
      List<WebhookMessage> messages = awaits(till, secret, order, 4);
      assertThat(messages).extracting(WebhookMessage::type).containsExactly(
          "order.placed", "order.authorized", "order.shipped", "order.captured");
      assertThat(messages.getFirst().data().reference()).isEqualTo(order.reference());
      Listener.Got first = till.got.getFirst();
      byte[] changed = first.body().clone();
      changed[5] ^= 1;
      assertThat(forged(secret, first.fields(), changed)).contains("not good");
      assertThat(forged("whsec_AAAA", first.fields(), first.body())).contains("not good");
      assertThat(forged(secret, Map.of(), first.body())).contains("missing");
    }
  }

  private static JsonNode hook(String url) throws Exception {
    String body = "{\"url\":\"" + url + "\",\"about\":\"till\"}";
    HttpResponse<String> answer = send("POST", "/v1/webhooks", body, developer);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body());
  }

  private static List<WebhookMessage> awaits(
      Listener till, String secret, Order order, int count) throws Exception {
    Instant end = Instant.now().plusSeconds(20);
    List<WebhookMessage> messages = new ArrayList<>();
    while (messages.size() < count && Instant.now().isBefore(end)) {
      Thread.sleep(20);
      messages.clear();
      for (Listener.Got got : List.copyOf(till.got)) {
        WebhookMessage message = WebhookMessage.open(secret, got.fields()::get, got.body());
        if (message.data().order().equals(order.order())) messages.add(message);
      }
    }
    return messages;
  }

  private static String forged(String secret, Map<String, String> fields, byte[] body) {
    return catchThrowableOfType(
            WebhookMessage.Forged.class, () -> WebhookMessage.open(secret, fields::get, body))
        .getMessage();
  }
}
