package openset.http.merchant;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import openset.asn1.Der;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.hook.HookJson;
import openset.http.once.AnswerStore;
import openset.merchant.Merchant;
import openset.merchant.order.OrderRow;
import openset.merchant.order.Wanted;
import openset.merchant.sale.Refund;
import openset.merchant.sale.Sale;
import openset.merchant.sale.Ship;
import openset.merchant.shop.OutsideOrder;
import openset.merchant.shop.PlacedOrder;
import openset.merchant.shop.ShopRefused;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.CurrencyCode;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.set.initiation.WebAddress;
import openset.set.treatment.merchant.Publication;

/** The routes by which a merchant's own programs place orders and see to them. */
public final class OrderApi {
  private static final int REFERENCE_MAX = 60;

  private final Merchant merchant;
  private final Ways ways;

  private OrderApi(Merchant merchant, Ways ways) {
    this.merchant = merchant;
    this.ways = ways;
  }

  /**
   * Where an order is paid.
   *
   * @param page the address of the page on which it is paid
   * @param initiation the text that wakes a wallet for it
   * @param published the same with what was published, which needs no PInit
   */
  public record Ways(
      Function<PlacedOrder, String> page,
      Function<PlacedOrder, String> initiation,
      BiFunction<PlacedOrder, List<Publication>, String> published) {}

  /**
   * The routes.
   *
   * @param once where answers to writes are kept, so that each is done once
   */
  public static List<Mount> routes(
      Merchant merchant, Ways ways, ApiRights rights, AnswerStore once) {
    OrderApi api = new OrderApi(merchant, ways);
    return Stream.concat(
            api.routes(rights, once).stream(),
            PlanApi.routes(merchant, api, rights, once).stream())
        .toList();
  }

  private List<Mount> routes(ApiRights rights, AnswerStore once) {
    return List.of(
        JsonRoute.get("/v1/orders", this::list).only(rights.see()),
        JsonRoute.post("/v1/orders", OrderJson.NewOrder.class, this::create)
            .answering(201)
            .only(rights.act())
            .once(once),
        JsonRoute.get("/v1/orders/{order}", this::get).only(rights.see()),
        JsonRoute.get("/v1/orders/{order}/events", this::events).only(rights.see()),
        JsonRoute.get("/v1/orders/{order}/evidence", this::evidence).only(rights.see()),
        JsonRoute.post("/v1/orders/{order}/shipments", ShopJson.Shipment.class, this::ship)
            .only(rights.act())
            .once(once),
        JsonRoute.post("/v1/orders/{order}/claim", Call.None.class, this::claim)
            .only(rights.act())
            .once(once),
        JsonRoute.post("/v1/orders/{order}/void", Call.None.class, this::voids)
            .only(rights.act())
            .once(once),
        JsonRoute.post(
                "/v1/orders/{order}/reduction", OrderJson.NewReduction.class, this::reduce)
            .only(rights.act())
            .once(once),
        JsonRoute.get("/v1/orders/{order}/publication", this::publication).only(rights.see()),
        JsonRoute.post(
                "/v1/orders/{order}/publication", OrderJson.NewPublication.class, this::publish)
            .only(rights.act())
            .once(once),
        JsonRoute.post("/v1/orders/{order}/refunds", OrderJson.NewRefund.class, this::refund)
            .only(rights.act())
            .once(once),
        JsonRoute.post(
                "/v1/orders/{order}/refunds/{refund}/reversal",
                Call.None.class,
                this::takeBackRefund)
            .only(rights.act())
            .once(once),
        JsonRoute.post(
                "/v1/orders/{order}/captures/{capture}/reversal",
                Call.None.class,
                this::takeBackCapture)
            .only(rights.act())
            .once(once));
  }

  private OrderJson.Orders list(Call<Call.None> call) throws HttpRefused {
    int most = most(call);
    Wanted wanted =
        new Wanted(
            call.parameter("text").filter(text -> !text.isBlank()),
            call.parameter("standing"),
            after(call),
            most);
    List<OrderRow> rows = merchant.orders().find(wanted);
    Optional<String> next =
        rows.size() < most
            ? Optional.empty()
            : Optional.of(Wanted.Place.of(rows.getLast()).toString());
    return new OrderJson.Orders(rows.stream().map(OrderJson.OrderSummary::of).toList(), next);
  }

  private static int most(Call<?> call) throws HttpRefused {
    String text = call.parameter("most").orElse("50");
    if (!text.matches("[1-9][0-9]{0,2}")) {
      throw new HttpRefused(400, "order.most", "Ask for 1 to 100 orders.");
    }
    return Math.min(Integer.parseInt(text), Wanted.MOST);
  }

  private static Optional<Wanted.Place> after(Call<?> call) throws HttpRefused {
    Optional<String> text = call.parameter("after");
    Optional<Wanted.Place> place = text.flatMap(Wanted.Place::read);
    if (text.isPresent() && place.isEmpty()) {
      throw new HttpRefused(400, "order.after", "It is what the list before said.");
    }
    return place;
  }

  private OrderJson.Order create(Call<OrderJson.NewOrder> call) throws HttpRefused {
    OrderJson.NewOrder order = call.body();
    check(order);
    try {
      return shown(merchant.shop().accept(outside(order)));
    } catch (ShopRefused refused) {
      throw new HttpRefused(422, "shop." + refused.reason(), refused.getMessage());
    }
  }

  private static OutsideOrder outside(OrderJson.NewOrder order) throws HttpRefused {
    try {
      return order.outside();
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(422, "order.country", "There is no country of that number.");
    }
  }

  private static void check(OrderJson.NewOrder order) throws HttpRefused {
    if (!order.language().matches("en|zh")) {
      throw new HttpRefused(422, "order.language", "An order is written in en or zh.");
    }
    if (order.reference().isBlank() || order.reference().length() > REFERENCE_MAX) {
      throw new HttpRefused(422, "order.reference", "A reference has 1 to 60 characters.");
    }
    checkPlan(order.plan());
    boolean goods = !order.lines().stream().allMatch(OrderJson.NewLine::digital);
    if (goods && order.address().isEmpty()) {
      throw new HttpRefused(422, "order.address", "Say where the goods are to be delivered.");
    }
    for (String url : List.of(order.successUrl(), order.cancelUrl())) {
      try {
        new WebAddress(url);
      } catch (IllegalArgumentException e) {
        throw new HttpRefused(422, "order.url", "Return addresses are whole web addresses.");
      }
    }
  }

  private static void checkPlan(Optional<PlanJson.NewPlan> plan) throws HttpRefused {
    try {
      plan.ifPresent(PlanJson.NewPlan::leave);
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(
          422, "order.plan", "A plan has 2 to 999 instalments or an end, 1 to 366 days apart.");
    }
  }

  private OrderJson.Order get(Call<Call.None> call) throws HttpRefused {
    return shown(placed(call));
  }

  private WebhookJson.Events events(Call<Call.None> call) throws HttpRefused {
    LocalID order = placed(call).lidM();
    return new WebhookJson.Events(
        merchant.orders().events(order).stream().map(HookJson.Event::of).toList());
  }

  private OrderJson.Evidence evidence(Call<Call.None> call) throws HttpRefused {
    PlacedOrder placed = placed(call);
    return merchant
        .evidence()
        .of(placed, List.of())
        .map(bundle -> OrderJson.Evidence.of(placed, bundle))
        .orElseThrow(
            () -> new HttpRefused(409, "order.evidence", "Nobody signed this order yet."));
  }

  private OrderJson.Order ship(Call<ShopJson.Shipment> call) throws HttpRefused {
    PlacedOrder placed = placed(call);
    try {
      Parcels.authorized(
          merchant.ship(placed.lidM(), new Ship(call.body().lines(), call.body().tracking())));
      return shown(placed);
    } catch (Refused refused) {
      throw new HttpRefused(409, refused.rule(), "This cannot be shipped now.");
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(422, "Ship-02", "Name lines of the order, and a tracking number.");
    }
  }

  private OrderJson.Order claim(Call<Call.None> call) throws HttpRefused {
    PlacedOrder placed = placed(call);
    try {
      merchant.claim(placed.lidM());
      return shown(placed);
    } catch (Refused refused) {
      throw new HttpRefused(409, refused.rule(), "There is nothing to claim now.");
    }
  }

  private OrderJson.Order voids(Call<Call.None> call) throws HttpRefused {
    PlacedOrder placed = placed(call);
    try {
      if (merchant.voidAuthorization(placed.lidM()) instanceof Sale.Reversed) {
        return shown(placed);
      }
      throw new HttpRefused(503, "order.void", "The gateway did not let it go. Ask again.");
    } catch (Refused refused) {
      throw new HttpRefused(409, refused.rule(), "Nothing is held, or something was shipped.");
    }
  }

  private OrderJson.Order reduce(Call<OrderJson.NewReduction> call) throws HttpRefused {
    PlacedOrder placed = placed(call);
    CurrencyCode currency = placed.offer().value().total().currency();
    CurrencyAmount stays;
    try {
      stays = new CurrencyAmount(currency, call.body().stays());
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(422, "Void-02", "What stays held is an amount, or 0 for nothing.");
    }
    try {
      boolean less =
          switch (merchant.reduceAuthorization(placed.lidM(), stays)) {
            case Sale.Authorized authorized -> !authorized.authAmt().exceeds(stays);
            case Sale.Reversed _ -> true;
            default -> false;
          };
      if (less) return shown(placed);
      throw new HttpRefused(503, "order.reduction", "The gateway did not let it go. Ask again.");
    } catch (Refused refused) {
      throw new HttpRefused(
          409, refused.rule(), "Nothing is held, or not less is to stay, or it was shipped.");
    }
  }

  private OrderJson.Publication publication(Call<Call.None> call) throws HttpRefused {
    PlacedOrder placed = placed(call);
    List<Publication> published = merchant.publications().of(placed.lidM());
    if (published.isEmpty()) throw HttpRefused.notFound();
    return published(placed, published);
  }

  private OrderJson.Publication publish(Call<OrderJson.NewPublication> call)
      throws HttpRefused {
    PlacedOrder placed = placed(call);
    try {
      Instant until = Instant.parse(call.body().until());
      return published(placed, merchant.publications().publish(placed.lidM(), until));
    } catch (DateTimeParseException e) {
      throw new HttpRefused(422, "order.until", "Say when it ends, as 2026-12-31T23:59:59Z.");
    } catch (Refused refused) {
      throw new HttpRefused(
          409, refused.rule(), "The order is not to be paid any more, or the end is no such.");
    }
  }

  private OrderJson.Publication published(PlacedOrder placed, List<Publication> published) {
    return OrderJson.Publication.of(
        placed.lidM(), published, ways.published().apply(placed, published));
  }

  private OrderJson.Order refund(Call<OrderJson.NewRefund> call) throws HttpRefused {
    PlacedOrder placed = placed(call);
    OrderJson.NewRefund wanted = call.body();
    List<Integer> lines = wanted.lines().orElse(List.of());
    boolean both = wanted.amount().isPresent() && !lines.isEmpty();
    if (both || wanted.amount().filter(minor -> minor <= 0).isPresent()) {
      throw new HttpRefused(
          422, "Refund-02", "Name lines, or an amount above 0, or neither for all that is left.");
    }
    try {
      CurrencyCode currency = placed.offer().value().total().currency();
      Optional<CurrencyAmount> amount =
          wanted.amount().map(minor -> new CurrencyAmount(currency, minor));
      return booked(placed, merchant.refund(placed.lidM(), new Refund(amount, lines)));
    } catch (Refused refused) {
      throw new HttpRefused(
          409, refused.rule(), "More than is left of what was captured, or a line again.");
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(422, "Refund-02", "Name lines of the order, or an amount.");
    }
  }

  private OrderJson.Order takeBackRefund(Call<Call.None> call) throws HttpRefused {
    PlacedOrder placed = placed(call);
    RRPID refund = key(call, "refund");
    try {
      return booked(placed, merchant.takeBackRefund(placed.lidM(), refund));
    } catch (Refused refused) {
      throw new HttpRefused(409, refused.rule(), "There is no such refund that stands.");
    }
  }

  private OrderJson.Order takeBackCapture(Call<Call.None> call) throws HttpRefused {
    PlacedOrder placed = placed(call);
    RRPID capture = key(call, "capture");
    try {
      return booked(placed, merchant.takeBackCapture(placed.lidM(), capture));
    } catch (Refused refused) {
      throw new HttpRefused(
          409, refused.rule(), "There is no such capture that stands, or it was refunded.");
    }
  }

  private static RRPID key(Call<?> call, String part) throws HttpRefused {
    String text = call.part(part);
    if (!text.matches("[0-9a-f]{40}")) throw HttpRefused.notFound();
    return RRPID.of(Der.ofHex(text).bytes());
  }

  /** What the gateway would not book is no success. */
  private OrderJson.Order booked(PlacedOrder placed, Sale sale) throws HttpRefused {
    if (sale instanceof Sale.Authorized authorized && authorized.notBooked().isPresent()) {
      String code = authorized.notBooked().get().code();
      throw new HttpRefused(
          502, "order.notBooked", "The gateway did not book it: " + code + ".");
    }
    return shown(placed);
  }

  /** The order that a call is about. */
  PlacedOrder placed(Call<?> call) throws HttpRefused {
    String text = call.part("order");
    // W10: what is not ours looks like what is not there.
    if (!text.matches("[0-9a-f]{40}")) throw HttpRefused.notFound();
    try {
      return merchant.shop().order(new LocalID(Der.ofHex(text)));
    } catch (ShopRefused e) {
      throw HttpRefused.notFound();
    }
  }

  /** An order as it stands now. */
  OrderJson.Order shown(PlacedOrder placed) {
    return new OrderJson.Parts(
            placed,
            merchant.orders().row(placed.lidM()).orElseThrow(),
            merchant.sale(placed.lidM()),
            merchant.orders().parcels(placed.lidM()),
            merchant.nextSteps(placed),
            merchant.plan(placed),
            ways.page().apply(placed),
            ways.initiation().apply(placed))
        .order();
  }
}
