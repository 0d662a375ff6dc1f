package openset.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import openset.merchant.event.OrderEvent;
import openset.merchant.event.OrderEvent.Kind;
import openset.merchant.order.OrderRow;
import openset.merchant.order.Parcel;
import openset.merchant.order.Wanted;
import openset.merchant.sale.NextStep;
import openset.merchant.sale.Ship;
import openset.merchant.shop.OutsideOrder;
import openset.merchant.shop.PlacedOrder;
import openset.merchant.shop.ShopRefused;
import openset.set.data.sale.AuthCode;
import openset.store.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens to an order is written down in the step in which it happens, once. */
@Timeout(120)
final class EventsTest {
  private static final Brand BRAND = new Brand();

  private final Shopfront shopfront = new Shopfront(BRAND);
  private final Wallet wallet = shopfront.wallet(1);

  @AfterEach
  void close() {
    shopfront.close();
  }

  private List<OrderEvent> events(PlacedOrder order) {
    return shopfront.merchant().orders().events(order.lidM());
  }

  private List<Kind> kinds(PlacedOrder order) {
    return events(order).stream().map(event -> event.happened().kind()).toList();
  }

  @Test
  void tellsAPurchaseFromTheOrderToTheMoney() throws Exception {
    PlacedOrder order = shopfront.order("bk-101", "bk-102");
    assertThat(kinds(order)).containsExactly(Kind.placed);
    shopfront.receive(wallet.agrees(shopfront, order).pReq());
    assertThat(kinds(order)).containsExactly(Kind.placed, Kind.authorized);
    shopfront.merchant().ship(order.lidM(), new Ship(List.of(2), "T-1"));
    shopfront.merchant().ship(order.lidM(), new Ship(List.of(1), "T-2"));

    List<OrderEvent> events = events(order);
    assertThat(kinds(order))
        .containsExactly(
            Kind.placed, Kind.authorized, Kind.shipped, Kind.captured, Kind.shipped, Kind.captured);
    assertThat(events).extracting(OrderEvent::sequence).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(events).extracting(OrderEvent::id).doesNotHaveDuplicates();
    assertThat(events.get(2).happened().lines()).containsExactly(2);
    assertThat(events.get(2).happened().tracking()).contains("T-1");
    long captured =
        IntStream.of(3, 5)
            .mapToLong(i -> events.get(i).happened().amount().orElseThrow().minor())
            .sum();
    assertThat(captured).isEqualTo(order.offer().value().total().minor());
    assertThat(shopfront.merchant().orders().parcels(order.lidM()))
        .extracting(Parcel::tracking, Parcel::lines)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("T-1", List.of(2)),
            org.assertj.core.groups.Tuple.tuple("T-2", List.of(1)));
  }

  @Test
  void tellsThatTheMoneyWasGivenBack() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    shopfront.receive(wallet.agrees(shopfront, order).pReq());
    assertThat(shopfront.merchant().nextSteps(order))
        .containsExactly(NextStep.ship, NextStep.voiding, NextStep.reduce);
    shopfront.merchant().voidAuthorization(order.lidM());
    assertThat(kinds(order)).containsExactly(Kind.placed, Kind.authorized, Kind.voided);
    assertThat(shopfront.merchant().nextSteps(order)).isEmpty();
  }

  @Test
  void tellsADeclineWithItsCode() throws Exception {
    shopfront.gateway.decision = AuthCode.declined;
    PlacedOrder order = shopfront.order("bk-101");
    shopfront.receive(wallet.agrees(shopfront, order).pReq());
    assertThat(kinds(order)).containsExactly(Kind.placed, Kind.declined);
    assertThat(events(order).getLast().happened().code()).contains("declined");
  }

  @Test
  void aRepeatedMessageHappensOnce() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    byte[] request = wallet.agrees(shopfront, order).pReq();
    shopfront.receive(request);
    shopfront.receive(request);
    assertThat(kinds(order)).containsExactly(Kind.placed, Kind.authorized);
  }

  @Test
  void showsTheMessagesOfASaleAsTheyWere() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    byte[] request = wallet.agrees(shopfront, order).pReq();
    shopfront.receive(request);
    var messages = shopfront.merchant().orders().messages(order.lidM());
    assertThat(messages.stream().map(entry -> entry.message().name()))
        .containsSequence("PInitReq", "PInitRes", "PReq", "AuthReq", "AuthRes", "PRes");
    assertThat(messages.get(2).message().bytes()).isEqualTo(request);
    assertThat(messages.get(2).message().exchange().direction())
        .isEqualTo(Exchange.Direction.IN);
  }

  private PlacedOrder outside(String reference, OutsideOrder.Line... lines) throws ShopRefused {
    return shopfront
        .merchant()
        .shop()
        .accept(
            new OutsideOrder(
                "en",
                List.of(lines),
                190,
                500,
                Shopfront.PARCEL,
                new PlacedOrder.Outside(
                    reference, "https://shop.example/paid", "https://shop.example/cart")));
  }

  private static OutsideOrder.Line line(String article, int quantity, long price) {
    return new OutsideOrder.Line(article, "A " + article, quantity, price, false);
  }

  @Test
  void takesAnOrderOfAnotherShopSystemAndItsMoney() throws Exception {
    PlacedOrder order = outside("web-81", line("lamp", 2, 4_000), line("bulb", 1, 300));
    assertThat(order.offer().value().total().minor()).isEqualTo(2 * 4_000 + 300 + 190 + 500);
    assertThat(shopfront.merchant().shop().order(order.lidM())).isEqualTo(order);
    shopfront.receive(wallet.agrees(shopfront, order).pReq());
    assertThat(kinds(order)).containsExactly(Kind.placed, Kind.authorized);
    assertThat(events(order)).extracting(OrderEvent::reference).containsOnly(Optional.of("web-81"));
    shopfront.merchant().ship(order.lidM(), new Ship(List.of(1, 2), "T-1"));
    assertThat(kinds(order)).endsWith(Kind.shipped, Kind.captured);
  }

  @Test
  void refusesAnOutsideOrderThatIsNone() {
    for (OutsideOrder.Line bad :
        List.of(
            line("", 1, 100),
            line("x".repeat(41), 1, 100),
            line("lamp", 0, 100),
            line("lamp", 1_000_001, 100),
            line("lamp", 1_000_000, 900_000_000_000_000L),
            line("lamp", 1, -5))) {
      assertThatThrownBy(() -> outside("r", bad))
          .isInstanceOfSatisfying(
              ShopRefused.class,
              refused -> assertThat(refused.reason()).isEqualTo(ShopRefused.Reason.badRequest));
    }
    assertThatThrownBy(() -> outside("r")).isInstanceOf(ShopRefused.class);
  }

  @Test
  void findsOrdersByNumberReferenceAndStanding() throws Exception {
    PlacedOrder first = shopfront.order("bk-101");
    PlacedOrder second = outside("web-82", line("lamp", 1, 4_000));
    shopfront.receive(wallet.agrees(shopfront, second).pReq());

    assertThat(numbers(Optional.empty(), Optional.empty()))
        .containsExactlyInAnyOrder(first.orderNumber(), second.orderNumber());
    assertThat(numbers(Optional.of("WEB-8"), Optional.empty()))
        .containsExactly(second.orderNumber());
    assertThat(numbers(Optional.of(first.orderNumber().substring(2, 7)), Optional.empty()))
        .containsExactly(first.orderNumber());
    assertThat(numbers(Optional.empty(), Optional.of("authorized")))
        .containsExactly(second.orderNumber());
    assertThat(numbers(Optional.of("%"), Optional.empty())).isEmpty();
    assertThat(shopfront.merchant().orders().standings())
        .containsOnly(java.util.Map.entry("placed", 1L), java.util.Map.entry("authorized", 1L));
  }

  @Test
  void goesThroughAllOrdersPageByPageThoughPlacedInTheSameSecond() throws Exception {
    for (int i = 0; i < 7; i++) shopfront.order("bk-101");
    List<String> all = numbers(Optional.empty(), Optional.empty());
    List<String> paged = new ArrayList<>();
    Optional<Wanted.Place> after = Optional.empty();
    List<OrderRow> page;
    do {
      page =
          shopfront.merchant().orders()
              .find(new Wanted(Optional.empty(), Optional.empty(), after, 2));
      page.forEach(row -> paged.add(row.orderNumber()));
      if (!page.isEmpty()) {
        after = Wanted.Place.read(Wanted.Place.of(page.getLast()).toString());
      }
    } while (!page.isEmpty());
    assertThat(paged).hasSize(7).isEqualTo(all);
    assertThat(Wanted.Place.read("nonsense")).isEmpty();
    assertThat(Wanted.Place.read("nonsense_" + "00".repeat(20))).isEmpty();
  }

  private List<String> numbers(Optional<String> text, Optional<String> standing) {
    return shopfront.merchant().orders()
        .find(new Wanted(text, standing, Optional.empty(), 50))
        .stream()
        .map(OrderRow::orderNumber)
        .toList();
  }
}
