package openset.http.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.http.Call;
import openset.http.HttpLimits;
import openset.http.HttpServer;
import openset.http.Listen;
import openset.http.Town;
import openset.http.client.ClientLimits;
import openset.http.client.HttpFailure;
import openset.http.client.JsonClient;
import openset.http.keys.ApiKey;
import openset.http.keys.ApiKeys;
import openset.http.keys.ClientName;
import openset.http.once.RememberedAnswers;
import openset.merchant.batch.Batch;
import openset.merchant.batch.BatchRow;
import openset.merchant.batch.Errand;
import openset.merchant.sale.Sale;
import openset.merchant.sale.Ship;
import openset.merchant.shop.Cart;
import openset.merchant.shop.PlacedOrder;
import openset.merchant.shop.Shop;
import openset.set.Refused;
import openset.set.data.CountryCode;
import openset.set.data.order.Delivery;
import openset.set.data.order.DeliveryMethod;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Batches over real connections: a real merchant, a real gateway, real banks. */
@Timeout(180)
final class BatchApiTest {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Delivery PARCEL =
      new Delivery(
          DeliveryMethod.parcel,
          "Sample Cardholder",
          List.of("1 Example Street", "12345 Sampletown"),
          Optional.of(new CountryCode(276)));

  private static Mall mall;
  private static HttpServer server;
  private static JsonClient client;

  @BeforeAll
  static void open() throws Exception {
    mall = new Mall();
    ApiKey key =
        new ApiKey(
            new ClientName("tests"),
            SecretBytes.random(32, Randomness.secure()),
            ApiKey.Scheme.SIGNED);
    ApiKeys keys = ApiKeys.of(List.of(key), Town.CLOCK);
    server =
        HttpServer.start(
            Listen.local(0),
            HttpLimits.OPEN,
            BatchApi.routes(
                mall.merchant.batches(),
                new ApiRights(keys, keys, keys),
                new RememberedAnswers(100, Duration.ofHours(1))),
            Town.CLOCK);
    client =
        new JsonClient(
            ClientLimits.USUAL,
            JsonClient.Security.of(key),
            Town.CLOCK,
            Randomness.secure());
  }

  @AfterAll
  static void close() {
    client.close();
    server.close();
    mall.close();
  }

  private static URI at(String path) {
    return server.uri().resolve("/v1/batches" + path);
  }

  private static BatchJson.Batch post(String path, Object body) throws HttpFailure {
    String once = "batch-test-" + COUNT.incrementAndGet();
    return client.post(at(path), once, body, BatchJson.Batch.class);
  }

  private static BatchJson.Batch get(String batch) throws HttpFailure {
    return client.get(at("/" + batch), BatchJson.Batch.class);
  }

  private static BatchJson.Batch opened() throws HttpFailure {
    return post("", new BatchJson.NewBatch(Brand.NAME));
  }

  private static BatchJson.Batch closes(BatchJson.Batch batch, boolean anyway)
      throws HttpFailure {
    return post("/" + batch.batch() + "/close", new BatchJson.BatchClosing(anyway));
  }

  private static BatchJson.Batch compares(BatchJson.Batch batch) throws HttpFailure {
    return post("/" + batch.batch() + "/compare", Call.None.NONE);
  }

  /** Sells one thing and captures its price, which falls into the batch that was opened last. */
  private static PlacedOrder sells(String sku) throws Exception {
    Shop shop = mall.merchant.shop();
    Cart cart = shop.openCart();
    shop.put(cart.cartId(), sku, 1);
    PlacedOrder order = shop.place(new Shop.Checkout(cart.cartId(), "en", PARCEL));
    mall.pays(mall.card(), order);
    Sale sale = mall.merchant.ship(order.lidM(), new Ship(List.of(1), "T-1"));
    assertThat(((Sale.Authorized) sale).captured().isPositive()).isTrue();
    return order;
  }

  private static void changes(String sql, BatchJson.Batch batch) {
    String id = batch.batch().replaceAll(".*-", "");
    mall.merchantData()
        .transactions()
        .perform(tx -> tx.handle().execute(sql + " and batch_id = " + id));
  }

  @Test
  @Tag("Batch-09")
  void whatIsCapturedIsListedComparedAndClosedInAgreement() throws Exception {
    BatchJson.Batch batch = opened();
    PlacedOrder order = sells("bk-101");
    BatchJson.Batch open = get(batch.batch());
    assertThat(open.ours().debits()).isEqualTo(1);
    assertThat(open.ours().debited().minor()).isEqualTo(order.offer().value().total().minor());
    BatchJson.BatchItems items =
        client.get(at("/" + batch.batch() + "/items"), BatchJson.BatchItems.class);
    assertThat(items.items())
        .extracting(BatchJson.BatchItem::orderNumber)
        .containsExactly(order.orderNumber());
    assertThat(items.next()).isEmpty();
    BatchJson.Batch agreed = compares(batch);
    assertThat(agreed.standing()).isEqualTo("agrees");
    assertThat(agreed.theirs()).contains(agreed.ours());
    BatchJson.Batch closed = closes(batch, false);
    assertThat(closed.standing()).isEqualTo("closed");
    assertThat(closed.closedAt()).isPresent();
    assertThat(closed.next()).containsExactly("compare");
    assertThat(client.get(at(""), BatchJson.Batches.class).batches())
        .extracting(BatchJson.Batch::batch)
        .contains(batch.batch());
  }

  @Test
  @Tag("Batch-09")
  @Tag("Batch-12")
  void whereTheGatewayListsOtherwiseTheItemsAreNamedAndNothingIsClosed() throws Exception {
    BatchJson.Batch batch = opened();
    sells("bk-101");
    sells("bk-102");
    changes("update batch_item set amount = amount + 1 where sequence = 1", batch);
    changes("delete from batch_item where sequence = 2", batch);
    BatchJson.Batch differs = closes(batch, false);
    assertThat(differs.standing()).isEqualTo("differs");
    assertThat(differs.closedAt()).isEmpty();
    assertThat(differs.theirs().orElseThrow().debits()).isEqualTo(2);
    assertThat(differs.differences()).extracting(BatchJson.Difference::item).containsExactly(1, 2);
    assertThat(differs.differences().getFirst().ours().orElseThrow())
        .isEqualTo(differs.differences().getFirst().theirs().orElseThrow() + 1);
    assertThat(differs.differences().getLast().ours()).isEmpty();
    assertThat(closes(batch, true).standing()).isEqualTo("closed");
  }

  @Test
  @Tag("Batch-M-02")
  void batchesAreClosedByTimeAndWhatIsClosedIsOnlyLookedAt() throws Exception {
    BatchJson.Batch batch = opened();
    sells("bk-101");
    mall.merchant.batches().closeOpenedBefore(Town.CLOCK.instant().plusSeconds(60));
    assertThat(get(batch.batch()).standing()).isEqualTo("closed");
    HttpFailure refused =
        catchThrowableOfType(HttpFailure.class, () -> closes(batch, false));
    assertThat(refused.getMessage()).contains("409");
    assertThat(compares(batch).standing()).isEqualTo("closed");
  }

  @Test
  @Tag("L16")
  void aPurgeIsTakenBackAndTakesNothingThatWasBooked() throws Exception {
    BatchJson.Batch batch = opened();
    sells("bk-101");
    BatchRow before = mall.merchant.batches().row(batch.batch()).orElseThrow();
    Batch purged = mall.merchant.batches().does(batch.batch(), Errand.purge);
    assertThat(purged).isInstanceOf(Batch.Agrees.class);
    assertThat(mall.merchant.batches().does(batch.batch(), Errand.restore))
        .isInstanceOf(Batch.Agrees.class);
    assertThat(compares(batch).ours().debited().minor())
        .isEqualTo(before.ours().debited().minor());
  }

  @Test
  @Tag("Batch-M-03")
  @Tag("W10")
  void aBatchOfNobodyIsNotThere() {
    HttpFailure none =
        catchThrowableOfType(HttpFailure.class, () -> get("999001-M-0001-999999"));
    assertThat(none.getMessage()).contains("404");
    assertThat(mall.merchant.batches().row("' or true --")).isEmpty();
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> mall.merchant.batches().does("nobody", Errand.close));
    assertThat(refused.rule()).isEqualTo("Batch-M-03");
  }
}
