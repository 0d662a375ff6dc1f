package openset.http.merchant;

import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import openset.evidence.EvidenceBundle;
import openset.http.merchant.ShopJson.Amount;
import openset.merchant.order.OrderRow;
import openset.merchant.order.PaidPlan;
import openset.merchant.sale.Held;
import openset.merchant.sale.NextStep;
import openset.merchant.sale.Sale;
import openset.merchant.shop.OutsideOrder;
import openset.merchant.shop.PlacedOrder;
import openset.set.data.CountryCode;
import openset.set.data.LocalID;
import openset.set.data.order.Delivery;
import openset.set.data.order.DeliveryMethod;
import openset.set.data.order.Offer;
import openset.set.data.order.OrderLine;
import openset.set.data.order.PublishedOffer;

/** Orders as JSON, for the merchant's own programs; described in {@code openapi.json}. */
public final class OrderJson {
  private OrderJson() {}

  /** An order of the merchant's own shop system. */
  public record NewOrder(
      String reference,
      String language,
      List<NewLine> lines,
      long tax,
      long deliveryCharge,
      String recipient,
      List<String> address,
      Optional<Integer> country,
      String successUrl,
      String cancelUrl,
      Optional<PlanJson.NewPlan> plan) {
    OutsideOrder outside() {
      DeliveryMethod method = address.isEmpty() ? DeliveryMethod.digital : DeliveryMethod.parcel;
      return new OutsideOrder(
          language,
          lines.stream().map(NewLine::outside).toList(),
          tax,
          deliveryCharge,
          new Delivery(method, recipient, address, country.map(CountryCode::new)),
          new PlacedOrder.Outside(reference, successUrl, cancelUrl),
          plan.map(PlanJson.NewPlan::leave));
    }
  }

  /** One line of it. */
  public record NewLine(
      String article, String description, int quantity, long unitPrice, boolean digital) {
    OutsideOrder.Line outside() {
      return new OutsideOrder.Line(article, description, quantity, unitPrice, digital);
    }
  }

  /** What shall stay held of an authorization, in minor units. */
  public record NewReduction(long stays) {}

  /** Until when an offer is published. */
  public record NewPublication(String until) {}

  /** An offer that can be paid without PInit: what wakes a wallet, and until when. */
  public record Publication(
      String order, String from, String until, List<String> brands, String initiation) {
    static Publication of(
        LocalID lidM,
        List<openset.set.treatment.merchant.Publication> published,
        String initiation) {
      PublishedOffer first = published.getFirst().offer();
      return new Publication(
          lidM.toString(),
          first.notBefore().toString(),
          first.notAfter().toString(),
          published.stream().map(one -> one.offer().brandID().name()).toList(),
          initiation);
    }
  }

  /**
   * An order with its payment.
   *
   * @param cardholderSigned whether the cardholder signed what it ordered; absent before an order
   */
  public record Order(
      String order,
      String orderNumber,
      Optional<String> reference,
      String placedAt,
      String language,
      String standing,
      List<String> next,
      Optional<String> brand,
      Optional<String> authCode,
      Optional<String> approvalCode,
      Optional<String> authorizedUntil,
      Optional<String> addressCheck,
      Optional<String> securityCodeCheck,
      Optional<Boolean> cardholderSigned,
      List<Line> lines,
      List<Parcel> parcels,
      Amount tax,
      Amount deliveryCharge,
      Amount total,
      Optional<Amount> authorized,
      Optional<Amount> captured,
      Optional<Amount> refunded,
      List<Capture> captures,
      List<Refunded> refunds,
      Optional<NotBooked> notBooked,
      Optional<PlanJson.Plan> plan,
      String recipient,
      List<String> address,
      Optional<Integer> country,
      String payUrl,
      String initiation) {}

  /**
   * What an order is made of.
   *
   * @param payUrl the page on which it is paid
   * @param initiation wakes a wallet
   */
  record Parts(
      PlacedOrder placed,
      OrderRow row,
      Optional<Sale> sale,
      List<openset.merchant.order.Parcel> parcels,
      Set<NextStep> next,
      Optional<PaidPlan> plan,
      String payUrl,
      String initiation) {
    Order order() {
      Offer offer = placed.offer().value();
      Set<Integer> shipped = new HashSet<>();
      parcels.forEach(parcel -> shipped.addAll(parcel.lines()));
      Paid paid = Paid.of(sale);
      return new Order(
          placed.lidM().toString(),
          placed.orderNumber(),
          row.reference(),
          row.placedAt().toString(),
          placed.language(),
          row.standing(),
          next.stream().map(NextStep::word).toList(),
          row.brand(),
          paid.authCode(),
          paid.approvalCode(),
          paid.authorizedUntil(),
          checked(Sale.Decision::address),
          checked(Sale.Decision::securityCode),
          sale.flatMap(Sale::signed),
          offer.lines().stream().map(line -> Line.of(line, placed, shipped)).toList(),
          parcels.stream().map(Parcel::of).toList(),
          Amount.of(offer.tax()),
          Amount.of(offer.deliveryCharge()),
          Amount.of(offer.total()),
          paid.authorized(),
          paid.captured(),
          paid.refunded(),
          paid.captures(),
          paid.refunds(),
          paid.notBooked(),
          plan.map(PlanJson.Plan::of),
          offer.delivery().recipient(),
          offer.delivery().addressLines(),
          offer.delivery().country().map(CountryCode::number),
          payUrl,
          initiation);
    }

    /** What the bank found of something that the cardholder told it, in SET's word. */
    private Optional<String> checked(Function<Sale.Decision, Optional<? extends Enum<?>>> found) {
      return sale.flatMap(Sale::decision).flatMap(found).map(Enum::name);
    }
  }

  /** What is known of the money. */
  private record Paid(
      Optional<String> authCode,
      Optional<String> approvalCode,
      Optional<Amount> authorized,
      Optional<Sale.Authorized> money) {
    private static final Paid NOT =
        new Paid(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    Optional<String> authorizedUntil() {
      return money.flatMap(Sale.Authorized::until).map(Instant::toString);
    }

    Optional<Amount> captured() {
      return money.map(sale -> Amount.of(sale.captured()));
    }

    Optional<Amount> refunded() {
      return money.map(sale -> Amount.of(sale.refunded()));
    }

    private Stream<Held> each() {
      return money.stream().flatMap(sale -> sale.authorizations().stream());
    }

    List<Capture> captures() {
      return each().flatMap(held -> held.captures().stream()).map(Capture::of).toList();
    }

    List<Refunded> refunds() {
      return each().flatMap(held -> held.refunds().stream()).map(Refunded::of).toList();
    }

    Optional<NotBooked> notBooked() {
      return money
          .flatMap(Sale.Authorized::notBooked)
          .map(not -> new NotBooked(not.request(), not.code()));
    }

    static Paid of(Optional<Sale> sale) {
      return switch (sale.orElse(null)) {
        case Sale.Declined declined ->
            new Paid(
                Optional.of(declined.authCode().name()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        case Sale.Authorized authorized ->
            new Paid(
                Optional.of("approved"),
                Optional.of(authorized.approvalCode()),
                Optional.of(Amount.of(authorized.authAmt())),
                Optional.of(authorized));
        case null, default -> NOT;
      };
    }
  }

  /**
   * A capture that was booked.
   *
   * @param capture by which it is taken back
   * @param reversedAt when it was taken back
   */
  public record Capture(
      String capture, Amount amount, String at, Optional<String> reversedAt) {
    static Capture of(Held.Captured captured) {
      return new Capture(
          captured.key().toString(),
          Amount.of(captured.amount()),
          captured.at().toString(),
          captured.takenBackAt().map(Instant::toString));
    }
  }

  /**
   * A refund that was booked.
   *
   * @param refund by which it is taken back
   * @param lines numbers of the lines it was for, if any
   * @param reversedAt when it was taken back
   */
  public record Refunded(
      String refund,
      Amount amount,
      List<Integer> lines,
      String at,
      Optional<String> reversedAt) {
    static Refunded of(Held.Refunded refunded) {
      return new Refunded(
          refunded.key().toString(),
          Amount.of(refunded.amount()),
          refunded.lines(),
          refunded.at().toString(),
          refunded.takenBackAt().map(Instant::toString));
    }
  }

  /**
   * What the gateway would not book last.
   *
   * @param request its name in SET
   * @param code what the gateway said
   */
  public record NotBooked(String request, String code) {}

  /**
   * What is given back: an amount, or what lines are worth, or all that is left.
   *
   * @param amount minor units
   * @param lines numbers of lines
   */
  public record NewRefund(Optional<Long> amount, Optional<List<Integer>> lines) {}

  /** One line of an order. */
  public record Line(
      int line,
      String article,
      String description,
      int quantity,
      Amount unitPrice,
      Amount lineTotal,
      boolean digital,
      boolean shipped) {
    static Line of(OrderLine line, PlacedOrder placed, Set<Integer> shipped) {
      return new Line(
          line.lineNumber(),
          line.article(),
          line.description(),
          line.quantity(),
          Amount.of(line.unitPrice()),
          Amount.of(line.lineTotal()),
          placed.digital().contains(line.lineNumber()),
          shipped.contains(line.lineNumber()));
    }
  }

  /** What was shipped or handed out together. */
  public record Parcel(int number, String tracking, String shippedAt, List<Integer> lines) {
    static Parcel of(openset.merchant.order.Parcel parcel) {
      return new Parcel(
          parcel.number(), parcel.tracking(), parcel.shippedAt().toString(), parcel.lines());
    }
  }

  /** An order in a list. */
  public record OrderSummary(
      String order,
      String orderNumber,
      Optional<String> reference,
      String placedAt,
      String standing,
      Optional<String> brand,
      Amount total,
      String recipient,
      int lines,
      int shipped) {
    static OrderSummary of(OrderRow row) {
      return new OrderSummary(
          row.lidM().toString(),
          row.orderNumber(),
          row.reference(),
          row.placedAt().toString(),
          row.standing(),
          row.brand(),
          Amount.of(row.total()),
          row.recipient(),
          row.lines(),
          row.shipped());
    }
  }

  /**
   * A list of orders, the newest first.
   *
   * @param after for the next part of the list; empty at its end
   */
  public record Orders(List<OrderSummary> orders, Optional<String> after) {}

  /**
   * The evidence bundle of an order.
   *
   * @param bundle its octets, in base64
   */
  public record Evidence(String order, String bundle) {
    static Evidence of(PlacedOrder placed, EvidenceBundle bundle) {
      return new Evidence(
          placed.lidM().toString(), Base64.getEncoder().encodeToString(bundle.der()));
    }
  }
}
