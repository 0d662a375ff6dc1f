package openset.pages.shop;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import openset.asn1.Der;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.PagePolicy;
import openset.http.page.Visit;
import openset.merchant.Merchant;
import openset.merchant.sale.Ship;
import openset.merchant.shop.PlacedOrder;
import openset.merchant.shop.ShopRefused;
import openset.pages.Language;
import openset.pages.Link;
import openset.pages.Words;
import openset.pages.shop.edition.Edition;
import openset.set.Refused;
import openset.set.data.LocalID;
import openset.set.data.order.OrderLine;
import openset.set.initiation.PaymentInitiation;

/**
 * An order's page: pay, follow, fetch what is handed out. Found by LID-M, which nobody can guess;
 * there are no accounts.
 */
final class Orders {
  private final Doorway doorway;
  private final Function<PlacedOrder, String> initiation;

  /** Pages of orders; {@code initiation} makes the text that wakes a wallet for one. */
  Orders(Doorway doorway, Function<PlacedOrder, String> initiation) {
    this.doorway = doorway;
    this.initiation = initiation;
  }

  List<PageRoute> routes() {
    return List.of(
        PageRoute.get("/orders", this::list),
        PageRoute.get("/orders/{order}", this::follow),
        PageRoute.get("/orders/{order}/payment", this::payment),
        PageRoute.post("/orders/{order}/files/{line}", this::file));
  }

  private Page list(Visit visit) {
    List<Followed> orders = new ArrayList<>();
    for (String label : Till.remembered(visit)) {
      order(label).map(order -> followed(order, Optional.empty())).ifPresent(orders::add);
    }
    if (orders.isEmpty()) {
      Message message =
          new Message(
              OrderWords.NO_ORDERS,
              OrderWords.NO_ORDERS_MORE,
              Link.to("/", ShopWords.GO_ON),
              "empty");
      return doorway.message(200, visit, "/orders", message);
    }
    View view = doorway.view(visit, "/orders", ShopWords.ORDERS, "");
    return Doorway.page(out -> JteordersGenerated.render(out, null, view, orders));
  }

  private Page follow(Visit visit) {
    Optional<PlacedOrder> order = order(visit.part("order"));
    if (order.isEmpty()) return doorway.nothing(visit, OrderWords.NO_ORDER);
    Followed followed = followed(order.get(), hint(visit));
    // What another shop system ordered goes on there.
    Optional<PlacedOrder.Outside> outside = order.get().outside();
    if (outside.isPresent() && followed.status().isPaid()) {
      return Page.see(outside.get().successUrl());
    }
    Words title = OrderWords.order(order.get().orderNumber());
    View view = doorway.view(visit, followed.path(), title, "");
    return Doorway.page(out -> JteorderGenerated.render(out, null, view, followed))
        .under(policy());
  }

  /** The script asks the wallet what it can, shows its sign, and opens its window. */
  private PagePolicy policy() {
    String wallet = doorway.wallet().toString();
    return PagePolicy.OWN
        .connecting(wallet)
        .showing(wallet)
        .opener(PagePolicy.Opener.POPUPS);
  }

  private static Optional<Words> hint(Visit visit) {
    return switch (visit.parameter("payment").orElse("")) {
      case "cancelled" -> Optional.of(OrderWords.CANCELLED);
      case "failed" -> Optional.of(OrderWords.UNSURE);
      default -> Optional.empty();
    };
  }

  private Optional<PlacedOrder> order(String label) {
    if (!label.matches("[0-9a-f]{40}")) return Optional.empty();
    try {
      return Optional.of(doorway.merchant().shop().order(new LocalID(Der.ofHex(label))));
    } catch (ShopRefused refused) {
      return Optional.empty();
    }
  }

  private Followed followed(PlacedOrder order, Optional<Words> hint) {
    Merchant merchant = doorway.merchant();
    return new Followed(
        order,
        merchant.sale(order.lidM()),
        merchant.shop().shipments(order.lidM()),
        Followed.Pay.of(doorway.wallet(), order, initiation.apply(order)),
        merchant.isExpired(order.lidM()),
        hint);
  }

  /** The initiation as a file, for wallets that are programs of their own. */
  private Page payment(Visit visit) {
    Optional<PlacedOrder> order = order(visit.part("order"));
    if (order.isEmpty()) return doorway.nothing(visit, OrderWords.NO_ORDER);
    return Page.file(
        PaymentInitiation.MEDIA_TYPE,
        "order-" + order.get().orderNumber() + ".setpay",
        initiation.apply(order.get()).getBytes(StandardCharsets.UTF_8));
  }

  /** Hands out a file: the first time it is captured, like anything else that leaves the shop. */
  private Page file(Visit visit) {
    Optional<PlacedOrder> order = order(visit.part("order"));
    if (order.isEmpty()) return doorway.nothing(visit, OrderWords.NO_ORDER);
    Followed followed = followed(order.get(), Optional.empty());
    Optional<OrderLine> line =
        followed.files().stream()
            .filter(l -> String.valueOf(l.lineNumber()).equals(visit.part("line")))
            .findFirst();
    if (line.isEmpty()) return doorway.nothing(visit, ShopWords.NOT_FOUND);
    if (!followed.status().isPaid()) return Page.see(followed.path());
    if (!handOut(followed)) return later(visit, followed);
    Language language =
        Language.named(order.get().language()).orElse(Language.en);
    Edition edition =
        new Edition(line.get().article(), line.get().description(), language);
    return Page.file(
        Edition.MEDIA_TYPE,
        line.get().article() + ".epub",
        edition.octets(order.get().orderNumber(), followed.offer().date()));
  }

  private boolean handOut(Followed followed) {
    List<Integer> left =
        followed.files().stream()
            .map(OrderLine::lineNumber)
            .filter(line -> !followed.shippedLines().contains(line))
            .toList();
    if (left.isEmpty()) return true;
    try {
      doorway.merchant().ship(followed.order().lidM(), new Ship(left, "download"));
      return true;
    } catch (Refused refused) {
      return false;
    }
  }

  private Page later(Visit visit, Followed followed) {
    Message message =
        new Message(
            OrderWords.LATER,
            OrderWords.LATER_MORE,
            Link.to(followed.path(), OrderWords.BACK_TO_ORDER),
            "wait");
    return doorway.message(409, visit, followed.path(), message);
  }
}
