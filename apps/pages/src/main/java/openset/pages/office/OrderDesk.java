package openset.pages.office;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.asn1.Der;
import openset.evidence.EvidenceBundle;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.merchant.Merchant;
import openset.merchant.order.OrderRow;
import openset.merchant.order.Wanted;
import openset.merchant.sale.NextStep;
import openset.merchant.sale.Refund;
import openset.merchant.sale.Sale;
import openset.merchant.sale.Ship;
import openset.merchant.shop.PlacedOrder;
import openset.merchant.shop.ShopRefused;
import openset.pages.Rendered;
import openset.pages.Words;
import openset.pages.desk.Guard;
import openset.pages.desk.View;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.CurrencyCode;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.signin.Role.Right;
import openset.signin.Session;
import openset.store.Journal;

/** Orders: the list, each with what may be done now, and the messages of its sale. */
final class OrderDesk {
  private static final int PAGE = 25;
  private static final int LINES_MAX = 1024;
  private static final List<String> STANDINGS =
      List.of("authorized", "captured", "placed", "opened", "declined", "rejected", "reversed",
          "expired");

  private final Office office;
  private final Guard guard;
  private final Merchant merchant;

  OrderDesk(Office office, Guard guard) {
    this.office = office;
    this.guard = guard;
    this.merchant = office.merchant();
  }

  List<PageRoute> routes() {
    return List.of(
        guard.get("/office", Right.see, this::list),
        guard.get("/office/orders/{order}", Right.see, this::show),
        guard.get("/office/orders/{order}/messages/{number}", Right.see, this::message),
        guard.get("/office/orders/{order}/evidence", Right.see, this::evidence),
        guard.post("/office/orders/{order}/ship", Right.act, this::ship),
        guard.post("/office/orders/{order}/claim", Right.act, this::claim),
        guard.post("/office/orders/{order}/void", Right.act, this::voids),
        guard.post("/office/orders/{order}/reduce", Right.act, this::reduce),
        guard.post("/office/orders/{order}/refund", Right.act, this::refund),
        guard.post("/office/orders/{order}/back", Right.act, this::takeBack));
  }

  /**
   * The list as it is shown.
   *
   * @param chosen the standing that is looked at; empty for all
   * @param older the query of the next part; empty at the end
   */
  public record Listed(
      List<OrderRow> rows, List<Tab> tabs, String text, String chosen, String older) {}

  /** A standing with how many orders stand so. */
  public record Tab(String standing, Words words, long count, boolean here) {
    String query() {
      return standing.isEmpty() ? "/office" : "/office?standing=" + standing;
    }

    String current() {
      return here ? "page" : null;
    }
  }

  private Page list(Visit visit, Session session) {
    String text = visit.parameter("text").orElse("").strip();
    String chosen = visit.parameter("standing").filter(STANDINGS::contains).orElse("");
    Wanted wanted =
        new Wanted(
            text.isEmpty() ? Optional.empty() : Optional.of(text),
            chosen.isEmpty() ? Optional.empty() : Optional.of(chosen),
            visit.parameter("after").flatMap(Wanted.Place::read),
            PAGE);
    List<OrderRow> rows = merchant.orders().find(wanted);
    String here = "/office" + query(text, chosen, Optional.empty());
    String older =
        rows.size() < PAGE
            ? ""
            : "/office" + query(text, chosen, Optional.of(Wanted.Place.of(rows.getLast())));
    View view = guard.view(visit, session, OfficeWords.ORDERS, here);
    Listed listed = new Listed(rows, tabs(chosen), text, chosen, older);
    return Page.html(
        Rendered.text(out -> JteordersGenerated.render(out, null, view, listed)));
  }

  private static String query(String text, String standing, Optional<Wanted.Place> after) {
    List<String> parts = new ArrayList<>();
    if (!text.isEmpty()) parts.add("text=" + encoded(text));
    if (!standing.isEmpty()) parts.add("standing=" + standing);
    after.ifPresent(place -> parts.add("after=" + encoded(place.toString())));
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private List<Tab> tabs(String chosen) {
    Map<String, Long> counts = merchant.orders().standings();
    List<Tab> tabs = new ArrayList<>();
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    tabs.add(new Tab("", OrderDeskWords.ALL, all, chosen.isEmpty()));
    for (String standing : STANDINGS) {
      long count = counts.getOrDefault(standing, 0L);
      if (count == 0 && !standing.equals(chosen)) continue;
      tabs.add(
          new Tab(
              standing, OrderDeskWords.standing(standing), count, standing.equals(chosen)));
    }
    return tabs;
  }

  private Page show(Visit visit, Session session) {
    Optional<PlacedOrder> order = order(visit);
    if (order.isEmpty()) return guard.nothing(visit, session);
    Shown shown = shown(order.get());
    View view =
        guard.view(
            visit, session, Words.same(order.get().orderNumber()), shown.path());
    return Page.html(Rendered.text(out -> JteorderGenerated.render(out, null, view, shown)));
  }

  private Shown shown(PlacedOrder order) {
    LocalID lidM = order.lidM();
    return new Shown(
        order,
        merchant.orders().row(lidM).orElseThrow(),
        merchant.sale(lidM),
        merchant.orders().parcels(lidM),
        merchant.orders().events(lidM),
        merchant.orders().messages(lidM),
        merchant.nextSteps(order),
        merchant.plan(order),
        office.payPage().apply(order).toString());
  }

  /** The order that a visit is about; empty where there is none. */
  Optional<PlacedOrder> order(Visit visit) {
    String text = visit.part("order");
    // W10: what is not ours looks like what is not there.
    if (!text.matches("[0-9a-f]{40}")) return Optional.empty();
    try {
      return Optional.of(merchant.shop().order(new LocalID(Der.ofHex(text))));
    } catch (ShopRefused e) {
      return Optional.empty();
    }
  }

  private Page message(Visit visit, Session session) {
    Optional<PlacedOrder> order = order(visit);
    String number = visit.part("number");
    if (order.isEmpty() || !number.matches("[1-9][0-9]{0,5}")) {
      return guard.nothing(visit, session);
    }
    Optional<Journal.Entry> entry =
        merchant.orders().messages(order.get().lidM()).stream()
            .filter(e -> e.cursor().position() == Long.parseLong(number))
            .findFirst();
    if (entry.isEmpty()) return guard.nothing(visit, session);
    String name = order.get().orderNumber() + "-" + number + "-" + entry.get().message().name();
    return Page.file(
        "application/set-payment",
        name.replaceAll("[^A-Za-z0-9._-]", "_") + ".der",
        entry.get().message().bytes());
  }

  /** One file that proves the purchase to anybody who holds the root certificate. */
  private Page evidence(Visit visit, Session session) {
    Optional<PlacedOrder> order = order(visit);
    Optional<EvidenceBundle> bundle =
        order.flatMap(placed -> merchant.evidence().of(placed, List.of()));
    if (bundle.isEmpty()) return guard.nothing(visit, session);
    String name = order.get().orderNumber() + ".evidence";
    return Page.file("application/octet-stream", name, bundle.get().der());
  }

  private Page ship(Visit visit, Session session) {
    Optional<PlacedOrder> order = order(visit);
    if (order.isEmpty()) return guard.nothing(visit, session);
    String path = "/office/orders/" + order.get().lidM();
    Optional<Ship> ship = ticked(visit);
    if (ship.isEmpty()) return Page.see(path + "?said=tick-line");
    try {
      Sale after = merchant.ship(order.get().lidM(), ship.get());
      boolean refused =
          after instanceof Sale.Authorized sale && sale.refused().isPresent();
      if (refused) return Page.see(path + "?said=not-now");
      boolean owed = merchant.nextSteps(order.get()).contains(NextStep.claim);
      boolean done = after instanceof Sale.Authorized && !owed;
      return Page.see(path + (done ? "?said=shipped" : "?said=shipped-only"));
    } catch (Refused refused) {
      return Page.see(path + "?said=not-now");
    }
  }

  private static Optional<Ship> ticked(Visit visit) {
    String tracking = visit.field("tracking");
    boolean good = !tracking.isEmpty() && tracking.length() <= 80;
    return lines(visit)
        .filter(lines -> good && !lines.isEmpty())
        .map(lines -> new Ship(lines, tracking));
  }

  /** The lines that were ticked; empty where one is none. */
  private static Optional<List<Integer>> lines(Visit visit) {
    List<Integer> lines = new ArrayList<>();
    for (String line : visit.fields("line")) {
      if (!line.matches("[1-9][0-9]{0,3}")) return Optional.empty();
      int number = Integer.parseInt(line);
      if (number > LINES_MAX) return Optional.empty();
      lines.add(number);
    }
    return Optional.of(lines);
  }

  private Page voids(Visit visit, Session session) {
    Optional<PlacedOrder> order = order(visit);
    if (order.isEmpty()) return guard.nothing(visit, session);
    String path = "/office/orders/" + order.get().lidM();
    if (!Guard.isSure(visit)) return Page.see(path + "?said=tick");
    try {
      Sale after = merchant.voidAuthorization(order.get().lidM());
      boolean done = after instanceof Sale.Reversed;
      return Page.see(path + (done ? "?said=voided" : "?said=not-now"));
    } catch (Refused refused) {
      return Page.see(path + "?said=not-now");
    }
  }

  private Page reduce(Visit visit, Session session) {
    Optional<PlacedOrder> order = order(visit);
    if (order.isEmpty()) return guard.nothing(visit, session);
    String path = "/office/orders/" + order.get().lidM();
    Optional<CurrencyAmount> stays = amount(visit.field("stays"), order.get());
    if (stays.isEmpty()) return Page.see(path + "?said=reduce-bad");
    try {
      Sale after = merchant.reduceAuthorization(order.get().lidM(), stays.get());
      boolean done =
          after instanceof Sale.Authorized sale && !sale.authAmt().exceeds(stays.get());
      return Page.see(path + (done ? "?said=reduced" : "?said=not-now"));
    } catch (Refused refused) {
      return Page.see(path + "?said=reduce-bad");
    }
  }

  private Page refund(Visit visit, Session session) {
    Optional<PlacedOrder> order = order(visit);
    if (order.isEmpty()) return guard.nothing(visit, session);
    String path = "/office/orders/" + order.get().lidM();
    Optional<Refund> refund = wanted(visit, order.get());
    if (refund.isEmpty()) return Page.see(path + "?said=refund-bad");
    try {
      return said(path, merchant.refund(order.get().lidM(), refund.get()), "refunded");
    } catch (Refused refused) {
      return Page.see(path + "?said=refund-bad");
    }
  }

  private static Optional<Refund> wanted(Visit visit, PlacedOrder order) {
    if (visit.field("amount").isBlank()) {
      return lines(visit)
          .filter(lines -> !lines.isEmpty())
          .map(lines -> new Refund(Optional.empty(), lines));
    }
    return amount(visit.field("amount"), order)
        .map(amount -> new Refund(Optional.of(amount), List.of()));
  }

  /** What somebody typed, in the currency of the order; empty where it is no amount. */
  private static Optional<CurrencyAmount> amount(String typed, PlacedOrder order) {
    String text = typed.replace(',', '.').strip();
    CurrencyCode currency = order.offer().value().total().currency();
    if (!text.matches("[0-9]{1,12}([.][0-9]{1,3})?")) return Optional.empty();
    try {
      long minor = new BigDecimal(text).movePointRight(currency.digits()).longValueExact();
      return Optional.of(new CurrencyAmount(currency, minor));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private Page takeBack(Visit visit, Session session) {
    Optional<PlacedOrder> order = order(visit);
    if (order.isEmpty()) return guard.nothing(visit, session);
    LocalID lidM = order.get().lidM();
    String path = "/office/orders/" + lidM;
    String key = visit.field("key");
    if (!key.matches("[0-9a-f]{40}")) return Page.see(path + "?said=not-now");
    RRPID original = RRPID.of(Der.ofHex(key).bytes());
    try {
      Sale after =
          visit.field("what").equals("refund")
              ? merchant.takeBackRefund(lidM, original)
              : merchant.takeBackCapture(lidM, original);
      return said(path, after, "taken-back");
    } catch (Refused refused) {
      return Page.see(path + "?said=not-now");
    }
  }

  private static Page said(String path, Sale after, String done) {
    boolean booked =
        after instanceof Sale.Authorized sale && sale.notBooked().isEmpty();
    return Page.see(path + "?said=" + (booked ? done : "said-no"));
  }

  private Page claim(Visit visit, Session session) {
    Optional<PlacedOrder> order = order(visit);
    if (order.isEmpty()) return guard.nothing(visit, session);
    String path = "/office/orders/" + order.get().lidM();
    try {
      merchant.claim(order.get().lidM());
      boolean owed = merchant.nextSteps(order.get()).contains(NextStep.claim);
      return Page.see(path + (owed ? "?said=not-now" : "?said=claimed"));
    } catch (Refused refused) {
      return Page.see(path + "?said=not-now");
    }
  }
}
