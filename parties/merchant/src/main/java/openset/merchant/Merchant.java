package openset.merchant;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import openset.asn1.Der;
import openset.conduct.ConductLimits;
import openset.conduct.Conductor;
import openset.conduct.Doors;
import openset.conduct.Hosts;
import openset.conduct.Input;
import openset.conduct.ListKeeper;
import openset.conduct.Mender;
import openset.conduct.Peer;
import openset.conduct.Peers;
import openset.crypto.Randomness;
import openset.crypto.Vault;
import openset.merchant.batch.Batch;
import openset.merchant.batch.BatchDesk;
import openset.merchant.batch.BatchFacts;
import openset.merchant.batch.Batches;
import openset.merchant.evidence.MerchantEvidence;
import openset.merchant.hook.Webhooks;
import openset.merchant.order.Orders;
import openset.merchant.order.PaidPlan;
import openset.merchant.plan.AskPayment;
import openset.merchant.plan.Plans;
import openset.merchant.plan.Schedule;
import openset.merchant.publication.Publications;
import openset.merchant.sale.Counters;
import openset.merchant.sale.GiveBack;
import openset.merchant.sale.NextStep;
import openset.merchant.sale.Practice;
import openset.merchant.sale.Refund;
import openset.merchant.sale.Sale;
import openset.merchant.sale.SaleDesk;
import openset.merchant.sale.SaleFacts;
import openset.merchant.sale.Ship;
import openset.merchant.sale.TakeBackCapture;
import openset.merchant.sale.TakeBackRefund;
import openset.merchant.shop.PlacedOrder;
import openset.merchant.shop.Product;
import openset.merchant.shop.Shop;
import openset.merchant.shop.Terms;
import openset.merchant.store.BatchTables;
import openset.merchant.store.EventTables;
import openset.merchant.store.HookTables;
import openset.merchant.store.OrderTables;
import openset.merchant.store.PlanTables;
import openset.merchant.store.PublicationTables;
import openset.merchant.store.SaleTables;
import openset.merchant.store.ShopTables;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.CurrencyAmount;
import openset.set.data.CurrencyCode;
import openset.set.data.LocalID;
import openset.set.data.RRPID;
import openset.set.treatment.Means;
import openset.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A merchant: a shop, and sales that wallets pay. Holds no account number and cannot name one.
 *
 * <p>Close it to stop what it repeats by itself; the database is the caller's.
 */
public final class Merchant implements AutoCloseable {
  /** Where the merchant's tables are made. */
  public static final String MIGRATIONS = "openset/merchant/migrations";

  private static final Logger LOG = LoggerFactory.getLogger(Merchant.class);
  private static final int DUE_AT_ONCE = 100;
  private static final Duration EXPIRY_EVERY = Duration.ofSeconds(10);

  private final Shop shop;
  private final Conductor<Sale, SaleFacts> conductor;
  private final Orders orders;
  private final Webhooks webhooks;
  private final Mender expiry;
  private final Mender payments;
  private final Batches batches;
  private final MerchantEvidence evidence;
  private final Publications publications;
  private final Due due;

  /**
   * What a merchant is made of.
   *
   * @param name names it in journal and log
   * @param terms how it reckons orders
   * @param catalogue what it puts on its shelves when it opens
   * @param counters the brands it takes
   * @param practice how it asks for money
   */
  public record Premises(
      String name,
      Terms terms,
      List<Product> catalogue,
      Counters counters,
      Practice practice,
      ConductLimits limits) {}

  /** What a merchant is given. */
  public record Given(
      Database database,
      Vault vault,
      Peers peers,
      Supplier<Means> means,
      InstantSource clock,
      Randomness randomness) {}

  /** By what is known which payments of plans are due. */
  private record Due(Database database, PlanTables plans, InstantSource clock) {
    Duration every() {
      return plans.pace().every();
    }

    List<Plans.Due> some(Optional<Plans.Due> after) {
      return database
          .transactions()
          .inTransaction(tx -> plans.due(tx, clock.instant(), after, DUE_AT_ONCE));
    }
  }

  private Merchant(
      Shop shop,
      Conductor<Sale, SaleFacts> conductor,
      Webhooks webhooks,
      Batches batches,
      Signing signing,
      Due due) {
    MerchantEvidence evidence = signing.evidence();
    this.due = due;
    this.shop = shop;
    this.conductor = conductor;
    this.orders = evidence.orders();
    this.webhooks = webhooks;
    this.expiry = new Mender("expiry", EXPIRY_EVERY, this::expire);
    this.payments = new Mender("payments", due.every(), this::askDuePayments);
    this.batches = batches;
    this.evidence = evidence;
    this.publications = signing.publications();
  }

  /** What the merchant signs beside its messages. */
  private record Signing(MerchantEvidence evidence, Publications publications) {}

  /** Opens the shop, and takes up what a crash left undone. */
  public static Merchant start(Premises premises, Given given) {
    ShopTables tables = new ShopTables(premises.terms().delivery().currency());
    Shop shop =
        new Shop(
            given.database(), tables, premises.terms(), given.clock(), given.randomness());
    shop.open(premises.catalogue());
    PlanTables plans = new PlanTables(premises.practice().plans());
    ListKeeper means = new ListKeeper(given.means(), given.database());
    Conductor<Sale, SaleFacts> conductor =
        new Conductor<>(
            new Conductor.House<>(
                premises.name(),
                new SaleDesk(premises.counters(), premises.practice()),
                new SaleTables(tables, plans, given.clock()),
                given.database(),
                means,
                new Conductor.Outside(
                    new Doors(given.peers(), Hosts.NONE, given.vault()),
                    given.clock(),
                    premises.limits())));
    conductor.start();
    EventTables events = new EventTables(tables.currency());
    Webhooks webhooks =
        new Webhooks(
            new Webhooks.Given(
                given.database(),
                new HookTables(tables.currency()),
                given.vault(),
                given.clock(),
                given.randomness()));
    Orders orders = new Orders(given.database(), new OrderTables(events));
    Merchant merchant =
        new Merchant(
            shop,
            conductor,
            webhooks,
            batches(premises, given, tables.currency()),
            new Signing(
                new MerchantEvidence(
                    given.database(), orders, means, premises.counters().settlements()),
                new Publications(
                    given.database(),
                    new PublicationTables(tables),
                    premises.counters(),
                    means::get)),
            new Due(given.database(), plans, given.clock()));
    merchant.expiry.start();
    merchant.payments.start();
    return merchant;
  }

  private static Batches batches(Premises premises, Given given, CurrencyCode currency) {
    BatchTables tables = new BatchTables(currency, given.clock());
    Conductor<Batch, BatchFacts> conductor =
        new Conductor<>(
            new Conductor.House<>(
                premises.name() + "-batches",
                new BatchDesk(premises.counters()),
                tables,
                given.database(),
                given.means(),
                new Conductor.Outside(
                    new Doors(given.peers(), Hosts.NONE, given.vault()),
                    given.clock(),
                    premises.limits())));
    conductor.start();
    return new Batches(
        new Batches.Given(
            given.database(), premises.counters(), given.means(), given.clock()),
        tables,
        conductor);
  }

  /** Answers one SET message: wrapper in, wrapper out. */
  public byte[] receive(Peer peer, byte[] wrapper) {
    return conductor.receive(peer, wrapper);
  }

  /** What customers do before they pay. */
  public Shop shop() {
    return shop;
  }

  /** The orders, for the merchant's own people. */
  public Orders orders() {
    return orders;
  }

  /** Our batches at our gateways. They are closed by time once they are told when. */
  public Batches batches() {
    return batches;
  }

  /** What can be shown to others of a purchase. */
  public MerchantEvidence evidence() {
    return evidence;
  }

  /** Offers that can be paid without PInit. */
  public Publications publications() {
    return publications;
  }

  /** Who is told what happens to orders. They are told once this is started with a courier. */
  public Webhooks webhooks() {
    return webhooks;
  }

  /** Whether an order was not paid in time. */
  public boolean isExpired(LocalID lidM) {
    return orders.row(lidM).filter(row -> row.standing().equals("expired")).isPresent();
  }

  private void expire() {
    int expired = shop.expire();
    if (expired > 0) LOG.info("orders expired count={}", expired);
  }

  /** What may be done with an order as it stands now. */
  public Set<NextStep> nextSteps(PlacedOrder order) {
    Set<Integer> shipped = new HashSet<>();
    orders.parcels(order.lidM()).forEach(parcel -> shipped.addAll(parcel.lines()));
    return NextStep.of(sale(order.lidM()), new SaleFacts(Optional.of(order), shipped));
  }

  /**
   * Where the sale of an order stands now: what is held no more is not shown as held. Empty before
   * a wallet came.
   */
  public Optional<Sale> sale(LocalID lidM) {
    return conductor.state(SaleDesk.key(lidM)).map(sale -> Sale.at(sale, due.clock().instant()));
  }

  /**
   * Ships lines, or hands them out, and captures their share of the price.
   *
   * @throws Refused Ship-01 where the order is not paid for, or not enough is, Ship-02 where a line
   *     cannot be shipped
   */
  public Sale ship(LocalID lidM, Ship ship) throws Refused {
    return conductor.tell(
        SaleDesk.key(lidM), new Input.Told(Ship.ORDER, Der.of(Ship.TYPE.encode(ship))));
  }

  /**
   * Captures again what was shipped and would not be captured then.
   *
   * @throws Refused Ship-01 where the order is not paid for, Ship-03 where nothing is left
   */
  public Sale claim(LocalID lidM) throws Refused {
    return conductor.tell(
        SaleDesk.key(lidM), new Input.Told(Ship.CLAIM, Der.of(new byte[0])));
  }

  /**
   * Gives all back that is held for an order of which nothing was shipped.
   *
   * @throws Refused Void-01 where nothing is held, or it is being captured; Void-02 where something
   *     was shipped
   */
  public Sale voidAuthorization(LocalID lidM) throws Refused {
    return reduceAuthorization(lidM, CurrencyAmount.zero(held(lidM).currency()));
  }

  /**
   * Gives back what is held for an order and will not be shipped.
   *
   * @param stays what shall stay held
   * @return the sale with less held, or as it was where the gateway would not
   * @throws Refused Void-01 where nothing is held, or it is being captured; Void-02 where that is
   *     not less than is held, or less than what was shipped is worth
   */
  public Sale reduceAuthorization(LocalID lidM, CurrencyAmount stays) throws Refused {
    held(lidM);
    Der order = Der.of(GiveBack.TYPE.encode(new GiveBack(stays)));
    return conductor.tell(SaleDesk.key(lidM), new Input.Told(GiveBack.ORDER, order));
  }

  private CurrencyAmount held(LocalID lidM) throws Refused {
    Sale sale = sale(lidM).orElseThrow(() -> new Refused(ErrorCode.unknownLID, "Void-01"));
    if (sale instanceof Sale.Authorized authorized) return authorized.authAmt();
    throw new Refused(ErrorCode.unspecifiedFailure, "Void-01");
  }

  /**
   * Gives captured money back: for lines, an amount, or all that is left.
   *
   * @return the sale with more refunded, or as it was, with what the gateway would not book
   * @throws Refused Refund-01 where nothing is captured, something is under way, or more is wanted
   *     than is left; Refund-02 where a line was not shipped or is refunded already
   */
  public Sale refund(LocalID lidM, Refund refund) throws Refused {
    Der order = Der.of(Refund.TYPE.encode(refund));
    return conductor.tell(SaleDesk.key(lidM), new Input.Told(Refund.ORDER, order));
  }

  /**
   * Takes a refund back, all of it.
   *
   * @param refund RRPID of its CredReq
   * @throws Refused Refund-03 where there is no such refund that stands, or something is under way
   */
  public Sale takeBackRefund(LocalID lidM, RRPID refund) throws Refused {
    Der order = Der.of(TakeBackRefund.TYPE.encode(new TakeBackRefund(refund)));
    return conductor.tell(SaleDesk.key(lidM), new Input.Told(TakeBackRefund.ORDER, order));
  }

  /**
   * Takes a capture back, all of it.
   *
   * @param capture RRPID of its CapReq
   * @throws Refused Uncapture-01 where there is no such capture that stands, its money was
   *     refunded, or something is under way
   */
  public Sale takeBackCapture(LocalID lidM, RRPID capture) throws Refused {
    Der order = Der.of(TakeBackCapture.TYPE.encode(new TakeBackCapture(capture)));
    return conductor.tell(SaleDesk.key(lidM), new Input.Told(TakeBackCapture.ORDER, order));
  }

  /** The plan by which an order is paid, with its payments; empty where it is paid at once. */
  public Optional<PaidPlan> plan(PlacedOrder order) {
    return Schedule.of(order.offer().value())
        .map(schedule -> PaidPlan.of(schedule, sale(order.lidM()), standing(order.lidM())));
  }

  private Optional<Plans.Row> standing(LocalID lidM) {
    return due.database()
        .transactions()
        .inTransaction(tx -> due.plans().row(tx, lidM));
  }

  /**
   * Asks for the next payment of a plan, due or not; the gateway says whether the cardholder
   * signed that.
   *
   * @param amount where another is meant than the plan has
   * @return the sale with one payment more, or as it was, with what the gateway said
   * @throws Refused Plan-06 where there is no plan that goes on, or something is under way
   */
  public Sale askPayment(LocalID lidM, Optional<CurrencyAmount> amount) throws Refused {
    return ask(lidM, new AskPayment(Optional.empty(), amount));
  }

  private Sale ask(LocalID lidM, AskPayment payment) throws Refused {
    Der order = Der.of(AskPayment.TYPE.encode(payment));
    return conductor.tell(SaleDesk.key(lidM), new Input.Told(AskPayment.ORDER, order));
  }

  /**
   * Ends the plan of an order: no more is asked for. What was given stays.
   *
   * @throws Refused Plan-06 where there is no plan that goes on, or something is under way
   */
  public Sale endPlan(LocalID lidM) throws Refused {
    return conductor.tell(
        SaleDesk.key(lidM), new Input.Told(AskPayment.END, Der.of(new byte[0])));
  }

  /**
   * Asks for the payments of plans that are due by now, each once. This happens by itself, as often
   * as {@link Practice#plans} says.
   *
   * @return for how many it asked
   */
  public int askDuePayments() {
    int asked = 0;
    // One that cannot be asked for stays due, and must not hold up those behind it.
    for (List<Plans.Due> some = due.some(Optional.empty());
        !some.isEmpty();
        some = due.some(Optional.of(some.getLast()))) {
      for (Plans.Due one : some) if (isAsked(one)) asked++;
    }
    return asked;
  }

  private boolean isAsked(Plans.Due one) {
    try {
      ask(one.lidM(), new AskPayment(Optional.of(one.made() + 1), Optional.empty()));
      return true;
    } catch (Refused refused) {
      // Plan-02: it was asked for already, or something else is under way.
      LOG.info("payment of order {} waits: {}", one.lidM(), refused.rule());
    } catch (RuntimeException e) {
      LOG.error("payment of order {} could not be asked for", one.lidM(), e);
    }
    return false;
  }

  @Override
  public void close() {
    expiry.close();
    payments.close();
    webhooks.close();
    batches.close();
    conductor.close();
  }
}
