package openset.acquirer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import openset.acquirer.dispute.Speaker;
import openset.acquirer.funding.Iban;
import openset.acquirer.funding.Reserve;
import openset.acquirer.store.Dispute;
import openset.acquirer.store.Item;
import openset.acquirer.store.Payout;
import openset.acquirer.store.Terms;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Dispute.Stage;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.Octets;
import openset.iso8583.host.SettlementAdvice;
import openset.ledger.Money;

/**
 * Whatever is asked in whatever order: the books balance, nothing is captured beyond what was
 * approved nor given back beyond what was captured, and what merchants are owed is what was
 * captured less credits, chargebacks, fees, reserve and payouts.
 */
class HistoriesTest {
  private static final long APPROVED = 1_000;
  private static final Speaker SHOP = new Speaker.Merchant("M-1");
  private static World world;
  private static final AtomicInteger CYCLES = new AtomicInteger();
  private static final Map<Octets, ClearingItem> IN_CYCLE = new ConcurrentHashMap<>();

  private AuthorizationRequest authorized;
  private long paid;

  @BeforeContainer
  static void opens() throws Exception {
    world = new World();
    world.acquirer.agree(
        "M-1",
        new Terms(
            Set.of(),
            new Terms.Price(3, false),
            new Reserve(100_000, 5),
            Optional.of(new Iban("GB82WEST12345698765432"))));
    world.clearing.now(HistoriesTest::cleared);
  }

  @AfterContainer
  static void closes() {
    world.close();
  }

  private static IsoMessage cleared(IsoMessage request)
      throws MalformedMessage {
    ClearingItem item = ClearingItem.of(request);
    IN_CYCLE.put(item.advice().purchase().key(), item);
    return World.cleared(request, cycle());
  }

  private static String cycle() {
    return "C" + CYCLES.get();
  }

  enum Step { CAPTURE, CREDIT, TAKE_BACK, CHARGE_BACK, CONTEST, SETTLE, PAY }

  record Act(Step step, int which, long minor) {}

  @Provide
  static Arbitrary<List<Act>> acts() {
    return Combinators.combine(
            Arbitraries.of(Step.class),
            Arbitraries.integers().between(0, 5),
            Arbitraries.longs().between(1, 700))
        .as(Act::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(25);
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  @Tag("L01")
  @Tag("S04")
  @Tag("S06")
  void keepEveryRuleOfTheBooks(@ForAll("acts") List<Act> acts) throws Exception {
    authorized = world.request(world.key(), APPROVED);
    assertThat(world.code(authorized.toMessage())).isEqualTo("00");
    List<Octets> asked = new ArrayList<>();
    for (Act act : acts) {
      perform(act, asked);
      world.checkBooks();
    }
    settle();
    List<Item> items = items(asked);
    assertThat(sum(items, Kind.CAPTURE)).isBetween(0L, APPROVED);
    assertThat(sum(items, Kind.CREDIT)).isBetween(0L, sum(items, Kind.CAPTURE));
  }

  private void perform(Act act, List<Octets> asked) throws Exception {
    switch (act.step) {
      case CAPTURE -> ask(world.item(Kind.CAPTURE, authorized, world.key(), act.minor), asked);
      case CREDIT -> ask(world.item(Kind.CREDIT, authorized, world.key(), act.minor), asked);
      case TAKE_BACK -> takeBack(act, asked);
      case CHARGE_BACK -> chargeBack(act, asked);
      case CONTEST -> contest(act);
      case SETTLE -> settle();
      case PAY -> pay();
    }
  }

  private static void ask(ClearingItem item, List<Octets> asked) {
    asked.add(item.advice().purchase().key());
    assertThat(world.code(item.toMessage())).isIn("00", "12", "13", "25", "94");
  }

  private List<Item> items(List<Octets> asked) {
    return asked.stream()
        .flatMap(key -> world.acquirer.item(authorized.purchase().key(), key).stream())
        .toList();
  }

  private void takeBack(Act act, List<Octets> asked) {
    List<Item> items = items(asked);
    if (items.isEmpty()) return;
    Item item = items.get(act.which % items.size());
    Kind kind =
        item.kind() == Kind.CREDIT ? Kind.CREDIT_REVERSAL : Kind.CAPTURE_REVERSAL;
    long minor = item.taken().amount().minor();
    ask(world.reversal(kind, authorized, item.taken().key(), minor), asked);
  }

  private void chargeBack(Act act, List<Octets> asked) {
    List<Item> captures =
        items(asked).stream().filter(item -> item.kind() == Kind.CAPTURE).toList();
    if (captures.isEmpty()) return;
    world.awaitDelivered();
    Octets capture = captures.get(act.which % captures.size()).taken().key();
    Stage stage = act.minor % 3 == 0 ? Stage.ARBITRATION : Stage.FIRST;
    ClearingItem item =
        ClearingItem.disputed(
            Kind.CHARGEBACK,
            world.capture(authorized, world.key(), act.minor),
            capture,
            new ClearingItem.Dispute(name(act.which), "4853", stage));
    if (world.passedOn(item, cycle()).equals("00")) {
      IN_CYCLE.put(item.advice().purchase().key(), item);
    }
  }

  private String name(int which) {
    return authorized.reference().retrieval() + "-" + which;
  }

  private void contest(Act act) {
    Dispute.Name dispute = new Dispute.Name(World.ISSUER, name(act.which));
    byte[] proof = {(byte) act.minor, 1};
    if (act.minor % 4 == 0) {
      world.acquirer.accept(dispute, SHOP);
    } else {
      world.acquirer.contest(dispute, SHOP, proof);
    }
  }

  /** Both sides of the cycle as a clearing house counts them, which the acquirer agrees to. */
  private static void settle() {
    world.awaitDelivered();
    List<ClearingItem> in = side(true);
    List<ClearingItem> out = side(false);
    SettlementAdvice.Totals totals =
        new SettlementAdvice.Totals(in.size(), out.size(), sum(in), sum(out));
    assertThat(world.settle(cycle(), totals)).isEqualTo("00");
    IN_CYCLE.clear();
    CYCLES.incrementAndGet();
  }

  private static List<ClearingItem> side(boolean issuerOwes) {
    return IN_CYCLE.values().stream()
        .filter(item -> item.kind().issuerOwes() == issuerOwes)
        .toList();
  }

  private static long sum(List<ClearingItem> items) {
    return items.stream().mapToLong(item -> item.advice().amount().minor()).sum();
  }

  private void pay() {
    world.later(Duration.ofDays(1));
    Money owed = world.acquirer.owedTo("M-1", World.EUR);
    long before = paid;
    for (Payout payout : world.acquirer.fund()) paid += payout.amount().minorUnits();
    if (owed.isPositive()) assertThat(paid - before).isGreaterThanOrEqualTo(owed.minorUnits());
    assertThat(world.acquirer.owedTo("M-1", World.EUR).isPositive()).isFalse();
  }

  private static long sum(List<Item> items, Kind kind) {
    return items.stream()
        .filter(item -> item.kind() == kind && item.stands())
        .mapToLong(item -> item.taken().amount().minor())
        .sum();
  }
}
