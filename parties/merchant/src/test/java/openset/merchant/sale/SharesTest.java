package openset.merchant.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import openset.crypto.Randomness;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.LocalID;
import openset.set.data.Salt;
import openset.set.data.order.Delivery;
import openset.set.data.order.DeliveryMethod;
import openset.set.data.order.Offer;
import openset.set.data.order.OrderLine;

/** Shares of odd amounts, in any order of shipping. */
final class SharesTest {
  private static final Randomness RANDOM = Randomness.secure();

  /** An order, and its lines in the order they are shipped. */
  record Shipping(Offer offer, List<Integer> lines) {}

  @Property(tries = 500)
  void allLinesAreWorthTheTotalAndEachShipmentSomething(
      @ForAll("shippings") Shipping shipping) {
    Set<Integer> shipped = new HashSet<>();
    CurrencyAmount captured = CurrencyAmount.zero(shipping.offer().total().currency());
    for (int line : shipping.lines()) {
      shipped.add(line);
      CurrencyAmount worth = Shares.of(shipping.offer(), shipped);
      CurrencyAmount due = worth.minus(captured);
      assertThat(due.minor())
          .isGreaterThanOrEqualTo(shipping.offer().lines().get(line - 1).lineTotal().minor());
      captured = captured.plus(due);
    }
    assertThat(captured).isEqualTo(shipping.offer().total());
  }

  @Property(tries = 200)
  void aShareNeverExceedsPriceAndTaxOfItsLines(@ForAll("shippings") Shipping shipping) {
    Offer offer = shipping.offer();
    int first = shipping.lines().getFirst();
    if (offer.lines().size() == 1) return;
    long price = offer.lines().get(first - 1).lineTotal().minor();
    long share = Shares.of(offer, Set.of(first)).minor();
    assertThat(share).isBetween(price, price + offer.tax().minor());
  }

  @Provide
  Arbitrary<Shipping> shippings() {
    Arbitrary<List<Integer>> prices =
        Arbitraries.integers().between(1, 999_999_937).list().ofMinSize(1).ofMaxSize(12);
    Arbitrary<Integer> tax = Arbitraries.integers().between(0, 1_000_003);
    Arbitrary<Integer> delivery = Arbitraries.integers().between(0, 997);
    return Combinators.combine(prices, tax, delivery)
        .as(SharesTest::offer)
        .flatMap(
            offer ->
                Arbitraries.shuffle(numbers(offer))
                    .map(lines -> new Shipping(offer, lines)));
  }

  private static List<Integer> numbers(Offer offer) {
    return offer.lines().stream().map(OrderLine::lineNumber).toList();
  }

  private static Offer offer(List<Integer> prices, int tax, int delivery) {
    List<OrderLine> lines = new ArrayList<>();
    CurrencyAmount total = euros((long) tax + delivery);
    for (int price : prices) {
      int number = lines.size() + 1;
      lines.add(
          new OrderLine(
              number, "a-1", "A thing", 1, euros(price), euros(price), Salt.random(RANDOM)));
      total = total.plus(euros(price));
    }
    return new Offer(
        LocalID.ofText("order-1"),
        Instant.parse("2026-06-01T12:00:00Z"),
        List.of(new BrandID("Aurora")),
        lines,
        euros(tax),
        euros(delivery),
        total,
        new Delivery(DeliveryMethod.digital, "Sample Cardholder", List.of(), Optional.empty()),
        Optional.empty());
  }

  private static CurrencyAmount euros(long minor) {
    return CurrencyAmount.of("EUR", minor);
  }
}
