package openset.cli.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import openset.http.Call;
import openset.http.Mount;
import openset.http.client.JsonClient;
import openset.http.keys.ApiKey;
import openset.http.merchant.BatchJson;
import openset.http.merchant.OrderJson;
import openset.http.merchant.PlanJson;
import openset.http.merchant.ShopJson;

/** A shop as its customers see it; with the staff's key, its goods can be shipped too. */
public final class ShopClient implements AutoCloseable {
  private final Calls calls;

  /**
   * A shop.
   *
   * @param name the merchant's
   * @param staff the key of the merchant's own people, for shipping
   */
  public ShopClient(String name, URI shop, Optional<ApiKey> staff) {
    this(name, shop, staff, InstantSource.system());
  }

  /** A shop whose clock is {@code clock}: by it calls are dated that are signed. */
  ShopClient(String name, URI shop, Optional<ApiKey> staff, InstantSource clock) {
    this.calls = new Calls(name, shop, staff, clock);
  }

  /** Goods whose words hold {@code text}; all where it is empty. */
  public List<ShopJson.Product> find(String text) throws CallFailed {
    String query =
        text.isEmpty() ? "" : "?search=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    return calls.get("/api/products" + query, ShopJson.Products.class).products();
  }

  /** One article of the shop. */
  public ShopJson.Product product(String sku) throws CallFailed {
    return calls.get("/api/products/" + sku, ShopJson.Product.class);
  }

  /** A new cart with these goods. */
  public ShopJson.Basket fill(List<ShopJson.Put> goods) throws CallFailed {
    ShopJson.Basket basket =
        calls.post("/api/carts", Call.None.NONE, ShopJson.Basket.class);
    for (ShopJson.Put put : goods) {
      JsonClient.Ask ask =
          JsonClient.Ask.of(
              Mount.Method.PUT, calls.at("/api/carts/" + basket.cart() + "/lines"));
      basket = calls.call(ask, put, ShopJson.Basket.class);
    }
    return basket;
  }

  /** Orders what is in the cart. */
  public ShopJson.Order order(ShopJson.Basket basket, ShopJson.Checkout checkout)
      throws CallFailed {
    String path = "/api/carts/" + basket.cart() + "/order";
    return calls.once(path, basket.cart(), checkout, ShopJson.Order.class);
  }

  /** How an order stands. */
  public ShopJson.Standing standing(String order) throws CallFailed {
    return calls.get("/api/orders/" + order, ShopJson.Standing.class);
  }

  /** Ships lines of an order, or hands them out. */
  public ShopJson.Standing ship(String order, ShopJson.Shipment shipment) throws CallFailed {
    String path = "/api/orders/" + order + "/shipments";
    String key = order.substring(0, 16) + "-" + shipment.lines().hashCode();
    return calls.once(path, key, shipment, ShopJson.Standing.class);
  }

  /** The merchant's batches, the newest first. */
  public List<BatchJson.Batch> batches() throws CallFailed {
    return calls.get("/v1/batches", BatchJson.Batches.class).batches();
  }

  /** Opens a batch for the next captures of a brand. */
  public BatchJson.Batch openBatch(String brand) throws CallFailed {
    return calls.anew("/v1/batches", new BatchJson.NewBatch(brand), BatchJson.Batch.class);
  }

  /** Compares a batch with the gateway's. */
  public BatchJson.Batch compareBatch(String batch) throws CallFailed {
    String path = "/v1/batches/" + batch + "/compare";
    return calls.anew(path, Call.None.NONE, BatchJson.Batch.class);
  }

  /** Closes a batch in which both sides agree. */
  public BatchJson.Batch closeBatch(String batch) throws CallFailed {
    String path = "/v1/batches/" + batch + "/close";
    return calls.anew(path, new BatchJson.BatchClosing(false), BatchJson.Batch.class);
  }

  /** Takes an order of the merchant's own shop system. */
  public OrderJson.Order create(OrderJson.NewOrder order) throws CallFailed {
    return calls.anew("/v1/orders", order, OrderJson.Order.class);
  }

  /** Asks for the next payment of an order's plan, due or not. */
  public OrderJson.Order askPayment(String order) throws CallFailed {
    return calls.anew(
        "/v1/orders/" + order + "/payments",
        new PlanJson.NewPayment(Optional.empty()),
        OrderJson.Order.class);
  }

  /** An order with its payment. */
  public OrderJson.Order whole(String order) throws CallFailed {
    return calls.get("/v1/orders/" + order, OrderJson.Order.class);
  }

  /** Signs the offer of an order ahead, to be paid without asking first. */
  public OrderJson.Publication publish(String order, Instant until) throws CallFailed {
    return calls.anew(
        "/v1/orders/" + order + "/publication",
        new OrderJson.NewPublication(until.toString()),
        OrderJson.Publication.class);
  }

  /** Gives money back: an amount, what lines are worth, or all that is left. */
  public OrderJson.Order refund(String order, OrderJson.NewRefund refund) throws CallFailed {
    return calls.anew("/v1/orders/" + order + "/refunds", refund, OrderJson.Order.class);
  }

  /** Takes a refund back. */
  public OrderJson.Order takeBackRefund(String order, String refund) throws CallFailed {
    return acts(order, "/refunds/" + refund + "/reversal");
  }

  /** Takes a capture back. */
  public OrderJson.Order takeBackCapture(String order, String capture) throws CallFailed {
    return acts(order, "/captures/" + capture + "/reversal");
  }

  /** Gives back what is authorized and will not be shipped. */
  public OrderJson.Order giveBack(String order) throws CallFailed {
    return acts(order, "/void");
  }

  private OrderJson.Order acts(String order, String act) throws CallFailed {
    return calls.anew("/v1/orders/" + order + act, Call.None.NONE, OrderJson.Order.class);
  }

  /** The evidence bundle of an order, in base64. */
  public String evidence(String order) throws CallFailed {
    return calls
        .get("/v1/orders/" + order + "/evidence", OrderJson.Evidence.class)
        .bundle();
  }

  @Override
  public void close() {
    calls.close();
  }
}
