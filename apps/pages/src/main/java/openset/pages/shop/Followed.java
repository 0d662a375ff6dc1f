package openset.pages.shop;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.merchant.plan.Schedule;
import openset.merchant.sale.Sale;
import openset.merchant.shop.PlacedOrder;
import openset.merchant.shop.Shipment;
import openset.pages.PlanWords;
import openset.pages.Words;
import openset.set.data.CurrencyAmount;
import openset.set.data.order.Offer;
import openset.set.data.order.OrderLine;

/**
 * An order as its customer follows it.
 *
 * @param expired whether it was not paid in time
 * @param hint what the wallet said when it led back here; the status is the truth
 */
record Followed(
    PlacedOrder order,
    Optional<Sale> sale,
    List<Shipment> shipments,
    Pay pay,
    boolean expired,
    Optional<Words> hint) {
  /** How it is paid, where it is not paid at once. */
  Optional<Words> plan() {
    return Schedule.of(offer()).map(PlanWords::of);
  }

  /** Where an order stands, in a word. */
  enum Status {
    toPay(OrderWords.TO_PAY, "warn"),
    expired(OrderWords.EXPIRED, "bad"),
    asking(OrderWords.ASKING, "info"),
    declined(OrderWords.NOT_PAID, "bad"),
    paid(OrderWords.PAID, "good"),
    partShipped(OrderWords.PART_SHIPPED, "good"),
    shipped(OrderWords.SHIPPED, "good"),
    handedOut(OrderWords.HANDED_OUT, "good"),
    givenBack(OrderWords.GIVEN_BACK, "info");

    private final Words words;
    private final String state;

    Status(Words words, String state) {
      this.words = words;
      this.state = state;
    }

    Words words() {
      return words;
    }

    /** The class of a {@code .state} in the design system. */
    String state() {
      return state;
    }

    boolean isPaid() {
      return compareTo(paid) >= 0;
    }
  }

  /**
   * The way to the wallet.
   *
   * @param href the wallet with the initiation in its fragment
   * @param total in major units with a point, as the Payment Request API writes it
   */
  record Pay(String href, String file, String currency, String total) {
    static Pay of(URI wallet, PlacedOrder order, String initiation) {
      CurrencyAmount total = order.offer().value().total();
      byte[] octets = initiation.getBytes(StandardCharsets.UTF_8);
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
      return new Pay(
          wallet.resolve("/pay") + "#init=" + text,
          "/orders/" + order.lidM() + "/payment",
          total.currency().letters(),
          BigDecimal.valueOf(total.minor(), total.currency().digits()).toPlainString());
    }
  }

  Followed {
    shipments = List.copyOf(shipments);
  }

  Offer offer() {
    return order.offer().value();
  }

  Status status() {
    if (expired) return Status.expired;
    return switch (sale.orElse(null)) {
      case null -> Status.toPay;
      case Sale.Opened _, Sale.Rejected _ -> Status.toPay;
      case Sale.Authorizing _ -> Status.asking;
      case Sale.Declined _ -> Status.declined;
      case Sale.Authorized _ -> delivered();
      case Sale.Reversed _ -> Status.givenBack;
    };
  }

  private Status delivered() {
    int shipped = shippedLines().size();
    if (shipped == 0) return Status.paid;
    if (shipped < offer().lines().size()) return Status.partShipped;
    return order.digital().size() == shipped ? Status.handedOut : Status.shipped;
  }

  Set<Integer> shippedLines() {
    Set<Integer> lines = new HashSet<>();
    shipments.forEach(shipment -> lines.addAll(shipment.lines()));
    return lines;
  }

  /** Why nothing is paid, where somebody said. */
  Optional<Words> why() {
    if (expired) return Optional.of(OrderWords.EXPIRED_MORE);
    return switch (sale.orElse(null)) {
      case Sale.Declined declined -> Optional.of(OrderWords.why(declined.authCode()));
      case Sale.Rejected _ -> Optional.of(OrderWords.REJECTED_MORE);
      case null, default -> Optional.empty();
    };
  }

  /** The brand and the code of what the bank approved. */
  Optional<Approved> approved() {
    return switch (sale.orElse(null)) {
      case Sale.Authorized authorized ->
          Optional.of(
              new Approved(
                  authorized.ordered().brandID().name(),
                  authorized.approvalCode(),
                  authorized.authAmt()));
      case null, default -> Optional.empty();
    };
  }

  /** What the bank approved. */
  record Approved(String brand, String code, CurrencyAmount amount) {}

  boolean hasGoods() {
    return order.digital().size() < offer().lines().size();
  }

  /** Lines that are handed out as files. */
  List<OrderLine> files() {
    return offer().lines().stream()
        .filter(line -> order.digital().contains(line.lineNumber()))
        .toList();
  }

  boolean isDigital(OrderLine line) {
    return order.digital().contains(line.lineNumber());
  }

  /** The lines of a shipment. */
  List<OrderLine> lines(Shipment shipment) {
    return offer().lines().stream()
        .filter(line -> shipment.lines().contains(line.lineNumber()))
        .toList();
  }

  /** The how manieth parcel a shipment is; downloads do not count. */
  int parcel(Shipment shipment) {
    return (int)
        shipments.stream()
            .filter(other -> other.number() <= shipment.number() && !isFileOnly(other))
            .count();
  }

  boolean isFileOnly(Shipment shipment) {
    return order.digital().containsAll(shipment.lines());
  }

  String path() {
    return "/orders/" + order.lidM();
  }

  CurrencyAmount goods() {
    CurrencyAmount sum = CurrencyAmount.zero(offer().total().currency());
    for (OrderLine line : offer().lines()) sum = sum.plus(line.lineTotal());
    return sum;
  }

  String brands() {
    return String.join(", ", offer().brandIDs().stream().map(brand -> brand.name()).toList());
  }
}
