package openset.merchant.shop;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.asn1.AsSent;
import openset.asn1.Der;
import openset.crypto.Randomness;
import openset.merchant.shop.ShopRefused.Reason;
import openset.set.data.LocalID;
import openset.set.data.order.Delivery;
import openset.set.data.order.DeliveryMethod;
import openset.set.data.order.Offer;
import openset.store.Database;
import openset.store.Tx;

/**
 * What a merchant's customers do before they pay: look, search, put aside, order. Stock is taken
 * when an order is placed, so two customers can never be promised the same last piece.
 */
public final class Shop {
  private static final int PAGE = 100;

  private final Database database;
  private final Shelves shelves;
  private final Terms terms;
  private final InstantSource clock;
  private final Randomness randomness;

  /** The tables of the shop, as far as it reads and writes them. */
  public interface Shelves {
    /** Puts products on the shelves that are not there yet; leaves the others as they are. */
    void fill(Tx tx, List<Product> products);

    /** Products of a category, or whose words hold a text, or all; in the order of their sku. */
    List<Product> find(Tx tx, Wanted wanted);

    Optional<Product> product(Tx tx, String sku);

    List<String> categories(Tx tx);

    void openCart(Tx tx, Der cartId, Instant at);

    Optional<Cart> cart(Tx tx, Der cartId);

    /** Sets how many of a product a cart holds; 0 takes it out. */
    void put(Tx tx, Der cartId, String sku, int quantity);

    /** Takes a quantity out of stock; false where fewer are left. */
    boolean take(Tx tx, String sku, int quantity);

    void keep(Tx tx, PlacedOrder order);

    Optional<PlacedOrder> order(Tx tx, LocalID lidM);

    /** What was shipped of an order, the oldest first. */
    List<Shipment> shipments(Tx tx, LocalID lidM);

    void dropCart(Tx tx, Der cartId);

    /** Orders that nobody is paying and that should have been paid by now; locks them. */
    List<LocalID> due(Tx tx, Instant now, int most);

    /** Takes the limit of an order that is paid. False where it is not, or is being paid. */
    boolean isPaid(Tx tx, LocalID lidM);

    /** Notes that an order waits no longer, and puts what it took back on the shelves. */
    void expire(Tx tx, LocalID lidM, Instant at);
  }

  /** What is looked for: each part narrows the search. */
  public record Wanted(Optional<String> category, Optional<String> text, int most) {
    /** At most a page of all products. */
    public static final Wanted ALL = new Wanted(Optional.empty(), Optional.empty(), PAGE);
  }

  /** Where an order goes and in which language it is written. */
  public record Checkout(Der cartId, String language, Delivery delivery) {}

  /** A shop on its database. */
  public Shop(
      Database database,
      Shelves shelves,
      Terms terms,
      InstantSource clock,
      Randomness randomness) {
    this.database = database;
    this.shelves = shelves;
    this.terms = terms;
    this.clock = clock;
    this.randomness = randomness;
  }

  /** Puts products on the shelves that are not there yet. */
  public void open(List<Product> products) {
    database.transactions().inTransaction(tx -> {
      shelves.fill(tx, products);
      return products.size();
    });
  }

  /** What there is of {@code wanted}. */
  public List<Product> find(Wanted wanted) {
    int most = Math.clamp(wanted.most(), 1, PAGE);
    Wanted bounded = new Wanted(wanted.category(), wanted.text(), most);
    return database.transactions().inTransaction(tx -> shelves.find(tx, bounded));
  }

  /** One product. */
  public Product product(String sku) throws ShopRefused {
    return database
        .transactions()
        .inTransaction(tx -> shelves.product(tx, sku))
        .orElseThrow(() -> notFound("There is no product " + shown(sku) + "."));
  }

  /** The names of all categories. */
  public List<String> categories() {
    return database.transactions().inTransaction(shelves::categories);
  }

  /** A new cart, empty. */
  public Cart openCart() {
    Der id = Der.of(randomness.bytes(20));
    return database.transactions().inTransaction(tx -> {
      shelves.openCart(tx, id, clock.instant());
      return new Cart(id, List.of());
    });
  }

  /** A cart with what is in it. */
  public Cart cart(Der cartId) throws ShopRefused {
    return database.transactions().inTransaction(tx -> shelves.cart(tx, cartId))
        .orElseThrow(Shop::noCart);
  }

  /** Sets how many of a product a cart holds; 0 takes it out. */
  public Cart put(Der cartId, String sku, int quantity) throws ShopRefused {
    if (quantity < 0 || quantity > Cart.QUANTITY_MAX) {
      throw new ShopRefused(
          Reason.badRequest, "A quantity is between 0 and " + Cart.QUANTITY_MAX + ".");
    }
    product(sku);
    return database.transactions().<Cart, ShopRefused>inTransaction(tx -> {
      if (shelves.cart(tx, cartId).isEmpty()) throw noCart();
      shelves.put(tx, cartId, sku, quantity);
      Cart cart = shelves.cart(tx, cartId).orElseThrow(Shop::noCart);
      if (cart.mixes()) throw mixed();
      return cart;
    });
  }

  /** Orders what is in a cart: takes it out of stock, reckons the total, and drops the cart. */
  public PlacedOrder place(Checkout checkout) throws ShopRefused {
    return database
        .transactions()
        .<PlacedOrder, ShopRefused>inTransaction(tx -> place(tx, checkout));
  }

  private PlacedOrder place(Tx tx, Checkout checkout) throws ShopRefused {
    Cart cart = shelves.cart(tx, checkout.cartId()).orElseThrow(Shop::noCart);
    if (cart.lines().isEmpty()) throw new ShopRefused(Reason.emptyCart, "The cart is empty.");
    if (cart.mixes()) throw mixed();
    boolean nowhere = checkout.delivery().method() == DeliveryMethod.digital;
    if (cart.hasGoods() && nowhere) {
      throw new ShopRefused(Reason.badRequest, "Say where the goods are to be delivered.");
    }
    for (Cart.Line line : cart.lines()) {
      if (!shelves.take(tx, line.product().sku(), line.quantity())) {
        throw new ShopRefused(
            Reason.outOfStock, "Fewer are left of " + line.product().sku() + " than you ordered.");
      }
    }
    PlacedOrder order = order(checkout, cart);
    shelves.keep(tx, order);
    shelves.dropCart(tx, checkout.cartId());
    return order;
  }

  private PlacedOrder order(Checkout checkout, Cart cart) {
    Der label = Der.of(randomness.bytes(LocalID.OCTETS_MAX));
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Terms.Customer customer =
        new Terms.Customer(
            new LocalID(label), now, checkout.language(), checkout.delivery());
    Offer offer = terms.offer(cart, customer, randomness);
    Set<Integer> digital = new HashSet<>();
    for (int i = 0; i < cart.lines().size(); i++) {
      if (cart.lines().get(i).product().digital()) digital.add(i + 1);
    }
    return new PlacedOrder(
        OrderNumber.of(label),
        checkout.language(),
        AsSent.of(Offer.TYPE, offer),
        digital,
        Optional.empty(),
        Optional.of(now.plus(terms.payWithin())));
  }

  /**
   * Takes an order of the merchant's own shop system, to be paid here. Takes nothing out of stock:
   * what there is of such goods is known there.
   *
   * @throws ShopRefused badRequest where a text or an amount is outside its bounds
   */
  public PlacedOrder accept(OutsideOrder order) throws ShopRefused {
    PlacedOrder placed = placed(order);
    database
        .transactions()
        .perform(tx -> shelves.keep(tx, placed));
    return placed;
  }

  private PlacedOrder placed(OutsideOrder order) throws ShopRefused {
    Der label = Der.of(randomness.bytes(LocalID.OCTETS_MAX));
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Set<Integer> digital = new HashSet<>();
    for (int i = 0; i < order.lines().size(); i++) {
      if (order.lines().get(i).digital()) digital.add(i + 1);
    }
    try {
      Offer offer = terms.offer(order, new LocalID(label), now, randomness);
      AsSent<Offer> sent = AsSent.of(Offer.TYPE, offer);
      if (!offer.total().isPositive() || order.lines().size() > OutsideOrder.LINES_MAX) {
        throw new IllegalArgumentException("nothing to pay, or too many lines");
      }
      return new PlacedOrder(
          OrderNumber.of(label),
          order.language(),
          sent,
          digital,
          Optional.of(order.from()),
          Optional.of(now.plus(terms.payWithin())));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ShopRefused(
          Reason.badRequest, "A line, text or amount of the order is outside its bounds.");
    }
  }

  /**
   * Lets orders go that were not paid in time: what they took is on the shelves again.
   *
   * @return how many
   */
  public int expire() {
    Instant now = clock.instant();
    return database.transactions().inTransaction(tx -> {
      int expired = 0;
      for (LocalID lidM : shelves.due(tx, now, PAGE)) {
        if (shelves.isPaid(tx, lidM)) continue;
        shelves.expire(tx, lidM, now);
        expired++;
      }
      return expired;
    });
  }

  /** An order that was placed. */
  public PlacedOrder order(LocalID lidM) throws ShopRefused {
    return database.transactions().inTransaction(tx -> shelves.order(tx, lidM))
        .orElseThrow(() -> notFound("There is no such order."));
  }

  /** What was shipped of an order, or handed out, the oldest first. */
  public List<Shipment> shipments(LocalID lidM) {
    return database.transactions().inTransaction(tx -> shelves.shipments(tx, lidM));
  }

  /** How the shop reckons. */
  public Terms terms() {
    return terms;
  }

  private static ShopRefused mixed() {
    return new ShopRefused(Reason.plan, "What is paid by a plan is ordered by itself.");
  }

  private static ShopRefused noCart() {
    return notFound("There is no such cart.");
  }

  private static ShopRefused notFound(String sentence) {
    return new ShopRefused(Reason.notFound, sentence);
  }

  private static String shown(String sku) {
    return sku.matches("[a-z0-9-]{1,40}") ? sku : "of that name";
  }
}
