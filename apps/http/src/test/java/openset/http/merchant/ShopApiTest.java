package openset.http.merchant;

import static openset.http.Visitor.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import openset.asn1.Der;
import openset.http.Call;
import openset.http.HttpLimits;
import openset.http.HttpServer;
import openset.http.Listen;
import openset.http.Mount;
import openset.http.Town;
import openset.http.Visitor;
import openset.http.client.HttpFailure;
import openset.http.once.RememberedAnswers;
import openset.merchant.shop.PlacedOrder;
import openset.set.data.LocalID;
import openset.set.treatment.cardholder.ProcessPRes;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route of a shop, over a real connection to a real merchant with real banks behind it. */
@Timeout(180)
final class ShopApiTest {
  private static final ShopJson.Checkout PARCEL =
      new ShopJson.Checkout(
          "en", "Sample Cardholder", List.of("1 Example Street"), Optional.of(276));
  private static final String NOBODYS = "00".repeat(20);
  private static final AtomicInteger KEYS = new AtomicInteger();

  private static Mall mall;
  private static HttpServer server;
  private static Visitor customer;
  private static Visitor staff;

  @BeforeAll
  static void open() throws Exception {
    mall = new Mall();
    server =
        HttpServer.start(
            Listen.local(0),
            HttpLimits.OPEN,
            ShopApi.routes(
                mall.merchant,
                order -> "wake " + order.orderNumber(),
                mall.town.staffKeys(),
                new RememberedAnswers(1000, Duration.ofHours(1))),
            Town.CLOCK);
    customer = Visitor.anybody(server);
    staff = Visitor.holding(server, mall.town.staff);
  }

  @AfterAll
  static void close() {
    customer.close();
    staff.close();
    server.close();
    mall.close();
  }

  private static String key() {
    return String.format("key-%06d", KEYS.incrementAndGet());
  }

  private static String cart(String sku, int quantity) throws HttpFailure {
    String cart =
        customer.post("/api/carts", Call.None.NONE, ShopJson.Basket.class).cart();
    put(cart, sku, quantity);
    return cart;
  }

  private static ShopJson.Basket put(String cart, String sku, int quantity)
      throws HttpFailure {
    return customer.put(
        "/api/carts/" + cart + "/lines",
        new ShopJson.Put(sku, quantity),
        ShopJson.Basket.class);
  }

  private static ShopJson.Order order(String cart, String key) throws HttpFailure {
    return customer.post("/api/carts/" + cart + "/order", key, PARCEL, ShopJson.Order.class);
  }

  private static ShopJson.Order order(String sku) throws HttpFailure {
    return order(cart(sku, 1), key());
  }

  private static ShopJson.Standing standing(String order) throws HttpFailure {
    return customer.get("/api/orders/" + order, ShopJson.Standing.class);
  }

  private static ShopJson.Standing ships(Visitor who, String order, String key, Integer... lines)
      throws HttpFailure {
    return who.post(
        "/api/orders/" + order + "/shipments",
        key,
        new ShopJson.Shipment(List.of(lines), "T-1"),
        ShopJson.Standing.class);
  }

  private static ProcessPRes.Outcome pays(ShopJson.Order order) throws Exception {
    PlacedOrder placed =
        mall.merchant.shop().order(new LocalID(Der.ofHex(order.order())));
    return mall.pays(mall.card(), placed);
  }

  @Test
  void showsItsGoodsInBothLanguages() throws HttpFailure {
    assertThat(customer.get("/api/categories", ShopJson.Categories.class).categories())
        .contains("books");
    assertThat(customer.get("/api/products", ShopJson.Products.class).products())
        .hasSizeGreaterThanOrEqualTo(40);
    assertThat(
            customer
                .get("/api/products?category=books&search=maps", ShopJson.Products.class)
                .products())
        .extracting(ShopJson.Product::name)
        .containsExactly("Maps of Rain");
    assertThat(
            customer.get("/api/products/bk-102?language=zh", ShopJson.Product.class).name())
        .isEqualTo("雨的地图");
    refused(
        404,
        "shop.notFound",
        () -> customer.get("/api/products/bk-999", ShopJson.Product.class));
  }

  @Test
  void keepsACart() throws HttpFailure {
    String cart = cart("bk-101", 2);
    assertThat(customer.get("/api/carts/" + cart, ShopJson.Basket.class).lines())
        .hasSize(1)
        .allMatch(line -> line.quantity() == 2);
    assertThat(put(cart, "bk-101", 0).lines()).isEmpty();
    refused(422, "shop.badRequest", () -> put(cart, "bk-101", 100));
    refused(404, "shop.notFound", () -> put(cart, "bk-999", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000000000000000000000000000000000000000", "1", "..%2f"})
  @Tag("W10")
  void aCartOrOrderThatIsNotIsNotFound(String id) {
    for (String place : List.of("/api/carts/", "/api/orders/")) {
      assertThat(
              Assertions.catchThrowableOfType(
                      HttpFailure.class,
                      () -> customer.get(place + id, ShopJson.Standing.class))
                  .problem()
                  .orElseThrow()
                  .status())
          .isEqualTo(404);
    }
  }

  @Test
  void placesAnOrderThatAddsUp() throws HttpFailure {
    ShopJson.Order order = order("bk-101");
    assertThat(order.total().minor())
        .isEqualTo(1490 + order.tax().minor() + order.delivery().minor());
    assertThat(order.initiation()).isEqualTo("wake " + order.orderNumber());
    assertThat(standing(order.order()).standing()).isEqualTo("placed");
  }

  @Test
  void refusesOrdersThatCannotBe() throws HttpFailure {
    String empty =
        customer.post("/api/carts", Call.None.NONE, ShopJson.Basket.class).cart();
    refused(422, "shop.emptyCart", () -> order(empty, key()));
    refused(404, "shop.notFound", () -> order(NOBODYS, key()));
    String many = cart("lt-401", 99);
    refused(409, "shop.outOfStock", () -> order(many, key()));
    String cart = cart("bk-101", 1);
    ShopJson.Checkout nowhere =
        new ShopJson.Checkout("en", "Sample Cardholder", List.of(), Optional.empty());
    refused(422, "shop.badRequest", () -> checkout(cart, nowhere));
    ShopJson.Checkout latin =
        new ShopJson.Checkout("la", "Sample Cardholder", PARCEL.address(), PARCEL.country());
    refused(422, "order.language", () -> checkout(cart, latin));
  }

  private static ShopJson.Order checkout(String cart, ShopJson.Checkout checkout)
      throws HttpFailure {
    return customer.post(
        "/api/carts/" + cart + "/order", key(), checkout, ShopJson.Order.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"language\":\"en\"}", "{\"language\":1}", "[]"})
  void refusesWhatIsNoCheckout(String body) throws Exception {
    String cart = cart("bk-101", 1);
    assertThat(customer.status("/api/carts/" + cart + "/order", body)).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT  | /api/carts/C/lines      | {'sku':'bk-101'}                | at $.quantity",
        "PUT  | /api/carts/C/lines      | {'sku':101,'quantity':1}        | at $.sku",
        "PUT  | /api/carts/C/lines      | {'sku':'bk-101','quantity':'1'} | at $.quantity",
        "PUT  | /api/carts/C/lines      | {'sku':'a','quantity':1,'x':1}  | unknown field in $",
        "POST | /api/carts/C/order      | {'language':'en'}               | at $.recipient",
        "POST | /api/carts/C/order      | {'language':1}                  | at $.language",
        "POST | /api/carts/C/order      | {'country':['CH']}              | at $.country",
        "POST | /api/orders/1/shipments | {'lines':[1]}                   | at $.tracking",
        "POST | /api/orders/1/shipments | {'lines':[1,'2']}               | at $.lines[1]",
        "POST | /api/orders/1/shipments | {'lines':1,'tracking':'T'}      | at $.lines",
      })
  void aBodyThatIsNoRecordIsRefusedAndTheFieldNamed(
      Mount.Method method, String path, String body, String place) throws Exception {
    String cart = cart("bk-101", 1);
    assertThat(staff.malformed(method, path.replace("C", cart), body.replace('\'', '"')))
        .contains(place);
    assertThat(
            customer.get("/api/carts/" + cart, ShopJson.Basket.class).lines())
        .extracting(ShopJson.BasketLine::quantity)
        .containsExactly(1);
  }

  @Test
  void anOrderNeedsAKeyUnderWhichItIsPlacedOnce() throws HttpFailure {
    String cart = cart("bk-101", 1);
    refused(
        400,
        "http.idempotency-key",
        () -> customer.post("/api/carts/" + cart + "/order", PARCEL, ShopJson.Order.class));
    String key = key();
    ShopJson.Order first = order(cart, key);
    assertThat(order(cart, key)).isEqualTo(first);
  }

  @Test
  @Tag("W07")
  void aKeyUsedAgainWithAnotherBodyIsRefusedAndTheFirstOrderStays() throws HttpFailure {
    String cart = cart("bk-101", 1);
    String key = key();
    ShopJson.Order first = order(cart, key);
    ShopJson.Checkout other =
        new ShopJson.Checkout("zh", "Sample Cardholder", PARCEL.address(), PARCEL.country());
    refused(
        422,
        "http.idempotency-key",
        () ->
            customer.post("/api/carts/" + cart + "/order", key, other, ShopJson.Order.class));
    assertThat(order(cart, key)).isEqualTo(first);
  }

  @Test
  @Tag("W08")
  void manyRepeatsAtOnceAreOneOrder() throws Exception {
    String cart = cart("bk-112", 1);
    String key = key();
    Callable<String> ask = () -> order(cart, key).order();
    List<String> placed = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> each : threads.invokeAll(Collections.nCopies(16, ask))) {
        try {
          placed.add(each.get());
        } catch (ExecutionException e) {
          assertThat(((HttpFailure) e.getCause()).problem().orElseThrow().status())
              .isEqualTo(409);
        }
      }
    }
    assertThat(placed).isNotEmpty();
    assertThat(placed.stream().distinct()).hasSize(1);
    assertThat(mall.merchant.shop().product("bk-112").stock()).isEqualTo(199);
  }

  @Test
  @Tag("W09")
  void theSameKeyOnAnotherCartIsAnotherOrder() throws HttpFailure {
    String key = key();
    ShopJson.Order one = order(cart("bk-101", 1), key);
    ShopJson.Order other = order(cart("bk-101", 1), key);
    assertThat(other.order()).isNotEqualTo(one.order());
  }

  @Test
  void shipsWhatIsPaidAndCapturesIt() throws Exception {
    ShopJson.Order order = order("bk-101");
    assertThat(pays(order)).isInstanceOf(ProcessPRes.Outcome.Confirmed.class);
    ShopJson.Standing paid = standing(order.order());
    assertThat(paid.standing()).isEqualTo("authorized");
    assertThat(paid.authorized()).contains(order.total());

    String key = key();
    ShopJson.Standing shipped = ships(staff, order.order(), key, 1);
    assertThat(shipped.standing()).isEqualTo("captured");
    assertThat(shipped.captured()).contains(order.total());
    assertThat(ships(staff, order.order(), key, 1)).isEqualTo(shipped);
    refused(409, "Ship-02", () -> ships(staff, order.order(), key(), 1));
    refused(409, "Ship-03", () -> claims(staff, order.order()));
  }

  private static ShopJson.Standing claims(Visitor who, String order) throws HttpFailure {
    return who.post(
        "/api/orders/" + order + "/claim", key(), Call.None.NONE, ShopJson.Standing.class);
  }

  @Test
  @Tag("Ship-01")
  void shipsNothingThatIsNotPaidForOrNotThere() throws HttpFailure {
    ShopJson.Order order = order("bk-101");
    refused(409, "PInitReq-M-03", () -> ships(staff, order.order(), key(), 1));
    refused(422, "Ship-02", () -> ships(staff, order.order(), key()));
    refused(404, "shop.notFound", () -> ships(staff, NOBODYS, key(), 1));
    refused(404, "shop.notFound", () -> claims(staff, NOBODYS));
  }

  @Test
  void onlyTheMerchantsPeopleShipAndClaim() throws Exception {
    ShopJson.Order order = order("bk-101");
    pays(order);
    Visitor stranger = Visitor.holding(server, Visitor.key("ann"));
    Visitor other = Visitor.holding(server, mall.town.authority);
    for (Visitor visitor : List.of(customer, stranger, other)) {
      refused(401, "http.key", () -> ships(visitor, order.order(), key(), 1));
      refused(401, "http.key", () -> claims(visitor, order.order()));
    }
    stranger.close();
    other.close();
    assertThat(standing(order.order()).captured().orElseThrow().minor()).isZero();
  }
}
