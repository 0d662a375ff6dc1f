package openset.merchant.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import openset.asn1.Der;
import openset.crypto.Randomness;
import openset.merchant.Databases;
import openset.merchant.shop.Product.Words;
import openset.merchant.store.ShopTables;
import openset.set.data.BrandID;
import openset.set.data.CountryCode;
import openset.set.data.CurrencyAmount;
import openset.set.data.CurrencyCode;
import openset.set.data.order.Delivery;
import openset.set.data.order.DeliveryMethod;
import openset.set.data.order.Offer;
import openset.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shop on a real database. */
final class ShopTest {
  private static final Delivery PARCEL =
      new Delivery(
          DeliveryMethod.parcel,
          "Sample Cardholder",
          List.of("1 Example Street", "12345 Sampletown"),
          Optional.of(new CountryCode(276)));
  private static final Delivery DIGITAL =
      new Delivery(DeliveryMethod.digital, "Sample Cardholder", List.of(), Optional.empty());

  private Database database;
  private Shop shop;

  @BeforeEach
  void openShop() {
    database = Databases.fresh();
    Terms terms =
        new Terms(
            List.of(new BrandID("Aurora")),
            CurrencyAmount.of("EUR", 490),
            CurrencyAmount.of("EUR", 10_000));
    shop =
        new Shop(
            database,
            new ShopTables(CurrencyCode.of("EUR")),
            terms,
            InstantSource.fixed(Instant.parse("2026-06-01T12:00:00Z")),
            Randomness.secure());
    shop.open(Catalogue.shipped("lantern", "EUR"));
  }

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  private Cart cartWith(String sku, int quantity) throws ShopRefused {
    return shop.put(shop.openCart().cartId(), sku, quantity);
  }

  private PlacedOrder place(Cart cart, Delivery delivery) throws ShopRefused {
    return shop.place(new Shop.Checkout(cart.cartId(), "en", delivery));
  }

  @Test
  void bothCataloguesHaveFortyGoodsInSeveralCategories() {
    for (String name : List.of("lantern", "fern")) {
      List<Product> goods = Catalogue.shipped(name, "EUR");
      assertThat(goods).hasSizeGreaterThanOrEqualTo(40);
      assertThat(goods.stream().map(Product::category).distinct().count())
          .isGreaterThanOrEqualTo(4);
      assertThat(goods.stream().map(Product::sku).distinct().count()).isEqualTo(goods.size());
    }
  }

  @Test
  void findsByCategoryAndByWordsInBothLanguages() {
    assertThat(shop.categories()).contains("books", "digital");
    assertThat(found(Optional.of("books"), Optional.empty())).hasSize(12);
    assertThat(found(Optional.empty(), Optional.of("fountain"))).containsExactly("Fountain pen");
    assertThat(found(Optional.empty(), Optional.of("钢笔"))).containsExactly("Fountain pen");
    assertThat(found(Optional.of("games"), Optional.of("fountain"))).isEmpty();
    assertThat(found(Optional.empty(), Optional.of("%' or '1'='1"))).isEmpty();
  }

  private List<String> found(Optional<String> category, Optional<String> text) {
    return shop.find(new Shop.Wanted(category, text, 100)).stream()
        .map(product -> product.name().en())
        .toList();
  }

  @Test
  void anOrderListsLinesTaxDeliveryAndTheirSum() throws ShopRefused {
    Offer offer = place(cartWith("bk-101", 2), PARCEL).offer().value();
    assertThat(offer.lines()).hasSize(1);
    assertThat(offer.lines().getFirst().lineTotal()).isEqualTo(CurrencyAmount.of("EUR", 2980));
    assertThat(offer.tax()).isEqualTo(CurrencyAmount.of("EUR", 209));
    assertThat(offer.deliveryCharge()).isEqualTo(CurrencyAmount.of("EUR", 490));
    assertThat(offer.total()).isEqualTo(CurrencyAmount.of("EUR", 3679));
  }

  @Test
  void anOrderIsKeptByteForByte() throws ShopRefused {
    PlacedOrder placed = place(cartWith("bk-101", 1), PARCEL);
    assertThat(shop.order(placed.lidM())).isEqualTo(placed);
  }

  @Test
  void digitalGoodsNeedNoAddressAndCostNoDelivery() throws ShopRefused {
    PlacedOrder placed = place(cartWith("eb-201", 1), DIGITAL);
    assertThat(placed.offer().value().deliveryCharge().isPositive()).isFalse();
    assertThat(placed.digital()).containsExactly(1);
  }

  @Test
  void goodsAreNotSoldWithoutAnAddress() throws ShopRefused {
    Cart cart = cartWith("bk-101", 1);
    assertThatThrownBy(() -> place(cart, DIGITAL)).hasMessageContaining("delivered");
    assertThat(shop.product("bk-101").stock()).isEqualTo(200);
  }

  @Test
  void largeOrdersAreDeliveredFree() throws ShopRefused {
    assertThat(place(cartWith("lt-401", 2), PARCEL).offer().value().deliveryCharge().minor())
        .isZero();
  }

  @Test
  void aCartIsOrderedOnceAndNeverEmpty() throws ShopRefused {
    Cart cart = cartWith("bk-101", 1);
    place(cart, PARCEL);
    assertThatThrownBy(() -> place(cart, PARCEL)).hasMessageContaining("no such cart");
    Cart empty = shop.openCart();
    assertThatThrownBy(() -> place(empty, PARCEL)).hasMessageContaining("empty");
  }

  @Test
  void refusesQuantitiesOutOfBoundsAndProductsThatAreNot() {
    Der cart = shop.openCart().cartId();
    assertThatThrownBy(() -> shop.put(cart, "bk-101", -1)).isInstanceOf(ShopRefused.class);
    assertThatThrownBy(() -> shop.put(cart, "bk-101", 100)).isInstanceOf(ShopRefused.class);
    assertThatThrownBy(() -> shop.put(cart, "<script>", 1))
        .hasMessageNotContaining("script");
  }

  @Test
  void concurrentOrdersNeverSellMoreThanThereIs() throws Exception {
    Words words = new Words("Last pieces", "最后几件");
    shop.open(
        List.of(
            new Product(
                "zz-1", "books", words, words, CurrencyAmount.of("EUR", 100), 700, false, 5,
                Optional.empty())));
    List<Callable<PlacedOrder>> orders =
        java.util.Collections.nCopies(12, () -> place(cartWith("zz-1", 1), PARCEL));
    int sold = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<PlacedOrder> order : threads.invokeAll(orders)) {
        try {
          order.get();
          sold++;
        } catch (ExecutionException e) {
          assertThat(e.getCause()).isInstanceOf(ShopRefused.class);
        }
      }
    }
    assertThat(sold).isEqualTo(5);
    assertThat(shop.product("zz-1").stock()).isZero();
  }
}
