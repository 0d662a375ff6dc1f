package openset.pages.office;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openset.merchant.event.OrderEvent;
import openset.merchant.order.OrderRow;
import openset.merchant.order.PaidPlan;
import openset.merchant.order.Parcel;
import openset.merchant.sale.Held;
import openset.merchant.sale.NextStep;
import openset.merchant.sale.Sale;
import openset.merchant.sale.SaleMoves;
import openset.merchant.shop.PlacedOrder;
import openset.pages.Words;
import openset.set.data.CurrencyAmount;
import openset.set.data.order.Offer;
import openset.set.data.order.OrderLine;
import openset.store.Exchange;
import openset.store.Journal;

/** An order as its page shows it. */
public record Shown(
    PlacedOrder placed,
    OrderRow row,
    Optional<Sale> sale,
    List<Parcel> parcels,
    List<OrderEvent> events,
    List<Journal.Entry> messages,
    Set<NextStep> next,
    Optional<PaidPlan> plan,
    String payPage) {
  /** What may come next, by whom; nothing before a wallet came. */
  List<Words> comesNext() {
    return sale.map(SaleMoves.TABLE::from).orElse(List.of()).stream()
        .map(
            move ->
                new Words(
                    sentence(move.who().english() + " " + move.english()),
                    move.who().chinese() + "：" + move.chinese()))
        .toList();
  }

  private static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
  }

  String path() {
    return "/office/orders/" + placed.lidM();
  }

  Offer offer() {
    return placed.offer().value();
  }

  /** Whether there is something to prove: the cardholder has signed. */
  boolean isSigned() {
    return messages.stream().anyMatch(entry -> entry.message().name().equals("PReq"));
  }

  boolean may(NextStep step) {
    return next.contains(step);
  }

  Set<Integer> shipped() {
    Set<Integer> lines = new HashSet<>();
    parcels.forEach(parcel -> lines.addAll(parcel.lines()));
    return lines;
  }

  /** The lines that are still here. */
  List<OrderLine> left() {
    Set<Integer> gone = shipped();
    return offer().lines().stream().filter(line -> !gone.contains(line.lineNumber())).toList();
  }

  Optional<CurrencyAmount> held() {
    return authorized().map(authorized -> authorized.authAmt());
  }

  /** When what is held and not captured ends. */
  Optional<Instant> until() {
    return authorized().flatMap(Sale.Authorized::until);
  }

  Optional<Words> addressCheck() {
    return sale.flatMap(Sale::decision)
        .flatMap(Sale.Decision::address)
        .map(OrderDeskWords::found);
  }

  Optional<Words> securityCodeCheck() {
    return sale.flatMap(Sale::decision)
        .flatMap(Sale.Decision::securityCode)
        .map(OrderDeskWords::found);
  }

  Optional<CurrencyAmount> captured() {
    return authorized().map(Sale.Authorized::captured);
  }

  Optional<CurrencyAmount> refunded() {
    return authorized().map(Sale.Authorized::refunded).filter(CurrencyAmount::isPositive);
  }

  /** What can be given back still, as it is typed. */
  String refundable() {
    return authorized()
        .map(sale -> sale.captured().minus(sale.refunded()))
        .map(left -> BigDecimal.valueOf(left.minor(), left.currency().digits()).toPlainString())
        .orElse("");
  }

  /** What is held now, as it is typed. */
  String holding() {
    return held()
        .map(held -> BigDecimal.valueOf(held.minor(), held.currency().digits()).toPlainString())
        .orElse("");
  }

  /** Lines that were shipped and not refunded. */
  List<OrderLine> returnable() {
    Set<Integer> refunded = authorized().map(Sale.Authorized::refundedLines).orElse(Set.of());
    return offer().lines().stream()
        .filter(line -> shipped().contains(line.lineNumber()))
        .filter(line -> !refunded.contains(line.lineNumber()))
        .toList();
  }

  List<Held.Captured> captures() {
    return authorized().stream()
        .flatMap(sale -> sale.authorizations().stream())
        .flatMap(held -> held.captures().stream())
        .toList();
  }

  List<Held.Refunded> refunds() {
    return authorized().stream()
        .flatMap(sale -> sale.authorizations().stream())
        .flatMap(held -> held.refunds().stream())
        .toList();
  }

  Optional<Sale.NotBooked> notBooked() {
    return authorized().flatMap(Sale.Authorized::notBooked);
  }

  /** Whether nothing is under way. */
  boolean isIdle() {
    return authorized().filter(sale -> !sale.isBusy()).isPresent();
  }

  /** Whether it was ordered, and the cardholder did not sign. */
  boolean isUnsigned() {
    return sale.flatMap(Sale::signed).equals(Optional.of(false));
  }

  Optional<String> approvalCode() {
    return authorized().map(authorized -> authorized.approvalCode());
  }

  Optional<String> declinedBecause() {
    return sale.filter(Sale.Declined.class::isInstance)
        .map(declined -> ((Sale.Declined) declined).authCode().name());
  }

  private Optional<Sale.Authorized> authorized() {
    return sale.filter(Sale.Authorized.class::isInstance).map(Sale.Authorized.class::cast);
  }

  static String numbers(List<Integer> lines) {
    return lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  static Words direction(Journal.Entry entry) {
    boolean in = entry.message().exchange().direction() == Exchange.Direction.IN;
    return in ? OrderDeskWords.IN : OrderDeskWords.OUT;
  }

  /** The class of a standing: colour and sign. */
  public static String state(String standing) {
    return switch (standing) {
      case "captured" -> "good";
      case "authorized" -> "warn";
      case "declined", "rejected" -> "bad";
      case "opened", "authorizing" -> "info";
      default -> "";
    };
  }

  /** The class of an event in the timeline. */
  static String mark(OrderEvent event) {
    return switch (event.happened().kind()) {
      case declined, rejected, payment_declined -> "failed";
      default -> "done";
    };
  }
}
