package openset.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import openset.merchant.order.Parcel;
import openset.merchant.sale.Practice;
import openset.merchant.sale.Sale;
import openset.merchant.sale.Ship;
import openset.merchant.shop.PlacedOrder;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.outcome.Results;
import openset.set.data.sale.AuthCode;
import openset.set.message.InqRes;
import openset.set.message.MessageWrapper;
import openset.set.treatment.cardholder.CreateInqReq;
import openset.set.treatment.cardholder.ProcessInqRes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A shop that authorizes parcel by parcel, and one that sells digital goods at once. */
@Timeout(120)
final class ParcelsTest {
  private static final Brand BRAND = new Brand();

  private final Shopfront shopfront = new Shopfront(BRAND, new Practice(true, true, false));
  private final Wallet wallet = shopfront.wallet(1);

  @AfterEach
  void close() {
    shopfront.close();
  }

  private PlacedOrder paid(String... skus) throws Exception {
    PlacedOrder order = shopfront.order(skus);
    shopfront.receive(wallet.agrees(shopfront, order).pReq());
    return order;
  }

  private Sale.Authorized ships(PlacedOrder order, Integer... lines) throws Refused {
    return (Sale.Authorized)
        shopfront.merchant().ship(order.lidM(), new Ship(Arrays.asList(lines), "T-1"));
  }

  private static long sum(List<CurrencyAmount> amounts) {
    return amounts.stream().mapToLong(CurrencyAmount::minor).sum();
  }

  private static long total(PlacedOrder order) {
    return order.offer().value().total().minor();
  }

  private List<Integer> shipped(PlacedOrder order) {
    return shopfront.merchant().orders().parcels(order.lidM()).stream()
        .map(Parcel::lines)
        .flatMap(List::stream)
        .toList();
  }

  @Test
  @Tag("Ship-04")
  @Tag("AuthReq-M-05")
  void eachParcelIsAuthorizedWhenItIsShippedAndAllTogetherAreTheTotal() throws Exception {
    PlacedOrder order = paid("bk-101", "bk-102", "st-303");
    assertThat(sum(shopfront.gateway.authorizations())).isLessThan(total(order));
    ships(order, 1);
    assertThat(shopfront.gateway.authorizations()).hasSize(1);
    ships(order, 2);
    Sale.Authorized after = ships(order, 3);
    assertThat(shopfront.gateway.authorizations()).hasSize(3);
    assertThat(shopfront.gateway.terminals()).hasSize(3).containsOnly(Shopfront.TERMINAL);
    assertThat(sum(shopfront.gateway.authorizations())).isEqualTo(total(order));
    assertThat(sum(shopfront.gateway.captures())).isEqualTo(total(order));
    assertThat(after.captured().minor()).isEqualTo(total(order));
    assertThat(shipped(order)).containsExactly(1, 2, 3);
  }

  @Test
  @Tag("Ship-04")
  void aParcelThatIsWorthMoreThanOneAuthorizationIsCapturedOfSeveral() throws Exception {
    PlacedOrder order = paid("bk-101", "bk-102");
    Sale.Authorized after = ships(order, 1, 2);
    assertThat(shopfront.gateway.authorizations()).hasSize(2);
    assertThat(shopfront.gateway.captures()).hasSize(2);
    assertThat(after.captured().minor()).isEqualTo(total(order));
  }

  @Test
  @Tag("Ship-04")
  void aParcelThatTheBankDoesNotAuthorizeStaysHere() throws Exception {
    PlacedOrder order = paid("bk-101", "bk-102");
    ships(order, 1);
    shopfront.gateway.decision = AuthCode.declined;
    assertThat(ships(order, 2).refused()).contains(AuthCode.declined);
    assertThat(shipped(order)).containsExactly(1);
    shopfront.gateway.decision = AuthCode.approved;
    Sale.Authorized after = ships(order, 2);
    assertThat(after.refused()).isEmpty();
    assertThat(after.captured().minor()).isEqualTo(total(order));
    assertThat(shipped(order)).containsExactly(1, 2);
  }

  @Test
  @Tag("Ship-04")
  void anAuthorizationThatIsNotAnsweredIsAskedForAgainAndTheParcelGoesThen() throws Exception {
    PlacedOrder order = paid("bk-101", "bk-102");
    ships(order, 1);
    shopfront.gateway.manner = TestGateway.answerLost();
    ships(order, 2);
    assertThat(shipped(order)).containsExactly(1);
    shopfront.gateway.manner = TestGateway::work;
    long end = System.nanoTime() + 20_000_000_000L;
    while (shopfront.authorized(order).isBusy() && System.nanoTime() < end) Shopfront.pause();
    assertThat(shipped(order)).containsExactly(1, 2);
    assertThat(sum(shopfront.gateway.authorizations())).isEqualTo(total(order));
    assertThat(sum(shopfront.gateway.captures())).isEqualTo(total(order));
  }

  @Test
  @Tag("Sale-03")
  void digitalGoodsAreAuthorizedAndCapturedAtOnceAndHandedOutWithoutAnotherCapture()
      throws Exception {
    PlacedOrder order = paid("eb-201", "eb-202");
    assertThat(shopfront.authorized(order).captured().minor()).isEqualTo(total(order));
    Sale.Authorized after = ships(order, 1, 2);
    assertThat(shipped(order)).containsExactly(1, 2);
    assertThat(after.captured().minor()).isEqualTo(total(order));
    assertThat(sum(shopfront.gateway.captures())).isEqualTo(total(order));
    assertThat(shopfront.gateway.captures()).hasSize(1);
  }

  @Test
  @Tag("Void-03")
  void whatStaysAfterAReversalIsAllThatIsShipped() throws Exception {
    PlacedOrder order = paid("bk-101", "bk-102");
    long held = shopfront.authorized(order).authAmt().minor();
    shopfront
        .merchant()
        .reduceAuthorization(order.lidM(), CurrencyAmount.of("EUR", held - 1));
    assertThatThrownBy(() -> ships(order, 1, 2))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.rule()).isEqualTo("Ship-01"));
    assertThat(shopfront.gateway.authorizations()).hasSize(1);
  }

  @Test
  @Tag("InqRes-M-04")
  @Tag("InqRes-C-05")
  void theCardholderHearsOfEachAuthorization() throws Exception {
    PlacedOrder order = shopfront.order("bk-101", "bk-102");
    Wallet.Agreed agreed = wallet.agrees(shopfront, order);
    shopfront.receive(agreed.pReq());
    ships(order, 1);
    ships(order, 2);
    CreateInqReq.Created asked =
        CreateInqReq.create(
            agreed.created().asked().transIDs(), wallet.card().credential(), wallet.means());
    MessageWrapper answer =
        MessageWrapper.TYPE.decode(
            shopfront.receive(MessageWrapper.TYPE.encode(asked.wrapper())));
    ProcessInqRes.Told told =
        ProcessInqRes.process(
            answer,
            (InqRes) answer.message(),
            agreed.created().asked(),
            asked.asked(),
            wallet.means());
    assertThat(told.more()).hasSize(1);
    double captured =
        Stream.concat(Stream.of(told.said()), told.more().stream())
            .flatMap(payload -> payload.results().flatMap(Results::capStatus).stream())
            .mapToDouble(status -> status.capRatio().value())
            .sum();
    assertThat(captured).isCloseTo(1.0, within(1e-9));
  }
}
