package openset.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import openset.asn1.Der;
import openset.merchant.shop.PlacedOrder;
import openset.merchant.shop.Shop;
import openset.merchant.shop.ShopRefused;
import openset.set.data.CurrencyAmount;
import openset.set.treatment.cardholder.ProcessPRes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many wallets at once. */
@Timeout(180)
final class CrowdTest {
  private static final int WALLETS = 24;

  private final Shopfront shopfront = new Shopfront(new Brand());

  @AfterEach
  void close() {
    shopfront.close();
  }

  private static <T> List<T> together(List<Callable<T>> acts) throws Exception {
    List<T> results = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<T> result : threads.invokeAll(acts)) results.add(result.get());
    }
    return results;
  }

  @Test
  void everyWalletIsConfirmedForItsOwnOrder() throws Exception {
    List<Callable<CurrencyAmount>> purchases = new ArrayList<>();
    for (int i = 0; i < WALLETS; i++) {
      String sku = i % 2 == 0 ? "bk-101" : "lt-401";
      Wallet wallet = shopfront.wallet(i);
      purchases.add(() -> buys(wallet, sku));
    }
    List<CurrencyAmount> confirmed = together(purchases);
    assertThat(confirmed).hasSize(WALLETS);
    assertThat(shopfront.gateway.authorizations())
        .containsExactlyInAnyOrderElementsOf(confirmed);
  }

  private CurrencyAmount buys(Wallet wallet, String sku) throws Exception {
    PlacedOrder order = shopfront.order(sku);
    Wallet.Agreed agreed = wallet.agrees(shopfront, order);
    ProcessPRes.Outcome outcome = wallet.reads(agreed, shopfront.receive(agreed.pReq()));
    CurrencyAmount amount = ((ProcessPRes.Outcome.Confirmed) outcome).receipt().authAmt();
    assertThat(amount).isEqualTo(order.offer().value().total());
    return amount;
  }

  @Test
  @Tag("P01")
  void oneOrderSentManyTimesAtOnceIsAuthorizedOnce() throws Exception {
    Wallet wallet = shopfront.wallet(1);
    Wallet.Agreed agreed = wallet.agrees(shopfront, shopfront.order("bk-101"));
    Callable<byte[]> send = () -> shopfront.receive(agreed.pReq());
    List<byte[]> answers = together(Collections.nCopies(WALLETS, send));
    for (byte[] answer : answers) assertThat(answer).isEqualTo(answers.getFirst());
    assertThat(shopfront.gateway.authorizations()).hasSize(1);
  }

  @Test
  void twoCardsOnOneOrderAtOncePayItOnce() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    List<Callable<byte[]>> attempts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Wallet wallet = shopfront.wallet(i);
      attempts.add(() -> tries(wallet, order));
    }
    together(attempts);
    assertThat(shopfront.gateway.authorizations()).hasSizeLessThanOrEqualTo(1);
  }

  /** Another wallet may open the sale anew between its two messages, or pay it. */
  private byte[] tries(Wallet wallet, PlacedOrder order) throws Exception {
    try {
      return shopfront.receive(wallet.agrees(shopfront, order).pReq());
    } catch (ClassCastException errorInsteadOfPInitRes) {
      return new byte[0];
    }
  }

  @Test
  void theLastPiecesAreOrderedOnceHoweverManyWantThem() throws Exception {
    long before = shopfront.merchant().shop().product("lt-402").stock();
    Callable<Boolean> order = () -> ordered("lt-402", 10);
    List<Boolean> sold = together(Collections.nCopies(WALLETS, order));
    assertThat(sold.stream().filter(Boolean::booleanValue).count()).isEqualTo(before / 10);
    assertThat(shopfront.merchant().shop().product("lt-402").stock()).isEqualTo(before % 10);
  }

  private boolean ordered(String sku, int quantity) {
    Shop shop = shopfront.merchant().shop();
    try {
      Der cart = shop.openCart().cartId();
      shop.put(cart, sku, quantity);
      shop.place(new Shop.Checkout(cart, "en", Shopfront.PARCEL));
      return true;
    } catch (ShopRefused refused) {
      return false;
    }
  }
}
