package openset.merchant;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import openset.conduct.ConductLimits;
import openset.conduct.Peer;
import openset.crypto.SecretBytes;
import openset.crypto.Vault;
import openset.merchant.sale.Counter;
import openset.merchant.sale.Practice;
import openset.merchant.sale.Sale;
import openset.merchant.shop.Cart;
import openset.merchant.shop.Catalogue;
import openset.merchant.shop.PlacedOrder;
import openset.merchant.shop.Shop;
import openset.merchant.shop.ShopRefused;
import openset.merchant.shop.Terms;
import openset.set.data.BrandID;
import openset.set.data.CountryCode;
import openset.set.data.CurrencyAmount;
import openset.set.data.order.Delivery;
import openset.set.data.order.DeliveryMethod;
import openset.set.treatment.Means;
import openset.store.Database;

/** A merchant on a fresh database, which can die and begin again, and the gateway it works with. */
final class Shopfront implements AutoCloseable {
  static final String TERMINAL = "T0000007";
  static final String GATEWAY_URL = "https://gateway.example/set";
  static final Delivery PARCEL =
      new Delivery(
          DeliveryMethod.parcel,
          "Sample Cardholder",
          List.of("1 Example Street", "12345 Sampletown"),
          Optional.of(new CountryCode(276)));

  private static final Peer WALLET = new Peer("wallet");
  private static final ConductLimits QUICK =
      new ConductLimits(
          Duration.ofSeconds(10),
          Duration.ofMillis(5),
          Duration.ofMillis(30),
          16,
          Duration.ofMillis(50));

  final Brand brand;
  final TestGateway gateway;
  final Database database = Databases.fresh();
  /** Steps until the process dies; it never does while this is not positive. */
  final AtomicInteger lives = new AtomicInteger();

  private final Vault vault =
      Vault.of(SecretBytes.random(Vault.KEY_OCTETS, Brand.RANDOM), Brand.RANDOM);
  private final Practice practice;
  private Merchant merchant;

  Shopfront(Brand brand) {
    this(brand, Practice.PLAIN);
  }

  Shopfront(Brand brand, Practice practice) {
    this.brand = brand;
    this.practice = practice;
    this.gateway = new TestGateway(brand);
    this.merchant = started();
  }

  private Merchant started() {
    Counter counter =
        new Counter(
            brand.merchantSigning,
            brand.merchantOpening,
            brand.gateway(),
            GATEWAY_URL,
            Optional.of(TERMINAL));
    Terms terms =
        new Terms(
            List.of(new BrandID(Brand.NAME)),
            CurrencyAmount.of("EUR", 490),
            CurrencyAmount.of("EUR", 10_000));
    return Merchant.start(
        new Merchant.Premises(
            "merchant",
            terms,
            Catalogue.shipped("lantern", "EUR"),
            (brandID, means) -> counter,
            practice,
            QUICK),
        new Merchant.Given(
            database, vault, gateway, this::means, brand.clock(), Brand.RANDOM));
  }

  private Means means() {
    if (lives.get() > 0 && lives.decrementAndGet() == 0) throw new TestGateway.Death();
    return brand.means(List.of(brand.merchantSigning), List.of(brand.merchantOpening));
  }

  Merchant merchant() {
    return merchant;
  }

  /** Dies and begins again with what was stored. */
  void restart() {
    merchant.close();
    merchant = started();
  }

  byte[] receive(byte[] wrapper) {
    return merchant.receive(WALLET, wrapper);
  }

  Wallet wallet(int number) {
    return new Wallet(brand, brand.card(number));
  }

  /** An order of one piece of each. */
  PlacedOrder order(String... skus) throws ShopRefused {
    Cart cart = merchant.shop().openCart();
    for (String sku : skus) merchant.shop().put(cart.cartId(), sku, 1);
    return merchant.shop().place(new Shop.Checkout(cart.cartId(), "en", PARCEL));
  }

  /** Lets so much of the time pass in which an order waits for being paid. */
  void passes(Duration time, PlacedOrder order) {
    database
        .transactions()
        .perform(
            tx ->
                tx.handle()
                    .createUpdate(
                        """
                        update shop_order set expires_at = expires_at - make_interval(secs => :secs)
                        where lid_m = :lidM
                        """)
                    .bind("secs", time.toSeconds())
                    .bind("lidM", order.lidM().octets().bytes())
                    .execute());
  }

  Sale sale(PlacedOrder order) {
    return merchant.sale(order.lidM()).orElseThrow();
  }

  Sale.Authorized authorized(PlacedOrder order) {
    return (Sale.Authorized) sale(order);
  }

  /** Waits until the merchant, working by itself, has brought a sale so far. */
  <S extends Sale> S awaits(PlacedOrder order, Class<S> standing) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!standing.isInstance(sale(order)) && System.nanoTime() < end) pause();
    return standing.cast(sale(order));
  }

  static void pause() {
    LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
  }

  @Override
  public void close() {
    merchant.close();
    database.close();
  }
}
