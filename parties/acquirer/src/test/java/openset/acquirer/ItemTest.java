package openset.acquirer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import openset.acquirer.store.Item;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.Decision;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.Reversal;
import openset.iso8583.host.SaleRequest;
import openset.iso8583.host.SettlementAdvice;
import openset.ledger.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sales, credits and the reversals of items, between a gateway and a clearing house. */
@Timeout(120)
class ItemTest {
  private static World world;
  private static int cycles;
  private AuthorizationRequest authorized;
  private Octets original;
  private String cycle;

  @BeforeAll
  static void opens() throws Exception {
    world = new World();
  }

  @AfterAll
  static void closes() {
    world.close();
  }

  @BeforeEach
  void authorizes() throws Exception {
    cycle = "C" + ++cycles;
    world.issuer.now(World::approve);
    world.clearing.now(request -> World.cleared(request, cycle));
    original = world.key();
    authorized = world.request(original, 10_000);
    assertThat(world.code(authorized.toMessage())).isEqualTo("00");
  }

  private Octets taken(Kind kind, long minor) {
    Octets key = world.key();
    assertThat(asked(kind, key, minor)).isEqualTo("00");
    return key;
  }

  private String asked(Kind kind, Octets key, long minor) {
    return world.code(world.item(kind, authorized, key, minor).toMessage());
  }

  private String takenBack(Kind kind, Octets earlier, long minor) {
    return world.code(world.reversal(kind, authorized, earlier, minor).toMessage());
  }

  private Item item(Octets key) {
    return world.acquirer.item(original, key).orElseThrow();
  }

  private List<ClearingItem> presented() throws Exception {
    List<ClearingItem> items = new java.util.ArrayList<>();
    for (IsoMessage message : world.clearing.received) {
      ClearingItem item = ClearingItem.of(message);
      if (item.advice().approval().key().equals(original)) items.add(item);
    }
    return items;
  }

  @Test
  @Tag("HL-70")
  @Tag("HL-75")
  void aCreditIsPresentedAfterItsCaptureAndNeverTogetherMoreThanWasCaptured() throws Exception {
    assertThat(asked(Kind.CREDIT, world.key(), 1)).isEqualTo("13");
    taken(Kind.CAPTURE, 6_000);
    Octets credit = taken(Kind.CREDIT, 2_000);
    assertThat(asked(Kind.CREDIT, credit, 2_000)).isEqualTo("00");
    assertThat(asked(Kind.CREDIT, credit, 2_001)).isEqualTo("94");
    assertThat(asked(Kind.CREDIT, world.key(), 4_001)).isEqualTo("13");
    taken(Kind.CREDIT, 4_000);
    assertThat(asked(Kind.CREDIT, world.key(), 1)).isEqualTo("13");
    world.awaitDelivered();
    assertThat(presented())
        .extracting(ClearingItem::kind)
        .containsExactly(Kind.CAPTURE, Kind.CREDIT, Kind.CREDIT);
    assertThat(item(credit).cycle()).contains(cycle);
  }

  @Test
  @Tag("HL-70")
  void creditsAtTheSameTimeDoNotExceedTheCapturesTogether() throws Exception {
    taken(Kind.CAPTURE, 5_000);
    try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> codes =
          IntStream.range(0, 12)
              .mapToObj(_ -> world.item(Kind.CREDIT, authorized, world.key(), 1_500))
              .map(item -> askers.submit(() -> world.code(item.toMessage())))
              .toList();
      int accepted = 0;
      for (Future<String> code : codes) accepted += code.get().equals("00") ? 1 : 0;
      assertThat(accepted).isEqualTo(3);
    }
  }

  @Test
  @Tag("HL-73")
  @Tag("HL-74")
  void whatNobodyHeardOfYetIsCancelledAndNobodyHearsOfIt() throws Exception {
    // The clearing house does not say whether it has the capture, so the credit waits for it.
    world.clearing.now(request -> request.answer("09"));
    taken(Kind.CAPTURE, 6_000);
    Octets credit = taken(Kind.CREDIT, 2_000);
    assertThat(takenBack(Kind.CREDIT_REVERSAL, credit, 2_000)).isEqualTo("00");
    assertThat(item(credit).progress().cancelled()).isTrue();
    world.clearing.now(request -> World.cleared(request, cycle));
    world.awaitDelivered();
    assertThat(presented()).extracting(ClearingItem::kind).containsOnly(Kind.CAPTURE);
    assertThat(asked(Kind.CREDIT, world.key(), 6_000)).isEqualTo("00");
  }

  @Test
  @Tag("HL-73")
  void whatWasPresentedIsTakenBackByAnItemOfItsOwn() throws Exception {
    Octets capture = taken(Kind.CAPTURE, 6_000);
    world.awaitDelivered();
    assertThat(takenBack(Kind.CAPTURE_REVERSAL, capture, 6_000)).isEqualTo("00");
    world.awaitDelivered();
    ClearingItem reversal = presented().getLast();
    assertThat(reversal.kind()).isEqualTo(Kind.CAPTURE_REVERSAL);
    assertThat(reversal.earlier()).contains(capture);
    assertThat(asked(Kind.CREDIT, world.key(), 1)).isEqualTo("13");
    assertThat(asked(Kind.CAPTURE, world.key(), 10_000)).isEqualTo("00");
  }

  @Test
  @Tag("HL-75")
  void refusesReversalsOfReversalsOfPartsTwiceAndOfWhatWasCredited() throws Exception {
    Octets capture = taken(Kind.CAPTURE, 6_000);
    assertThat(takenBack(Kind.CREDIT_REVERSAL, capture, 6_000)).isEqualTo("12");
    assertThat(takenBack(Kind.CAPTURE_REVERSAL, capture, 5_999)).isEqualTo("13");
    Octets credit = taken(Kind.CREDIT, 1);
    assertThat(takenBack(Kind.CAPTURE_REVERSAL, capture, 6_000)).isEqualTo("13");
    assertThat(takenBack(Kind.CREDIT_REVERSAL, credit, 1)).isEqualTo("00");
    ClearingItem back = world.reversal(Kind.CAPTURE_REVERSAL, authorized, capture, 6_000);
    assertThat(world.code(back.toMessage())).isEqualTo("00");
    IsoMessage repeat = back.toMessage().as(Mti.REVERSAL_ADVICE.repeat());
    assertThat(world.code(repeat)).isEqualTo("00");
    assertThat(takenBack(Kind.CAPTURE_REVERSAL, capture, 6_000)).isEqualTo("12");
    Octets reversal = back.advice().purchase().key();
    assertThat(takenBack(Kind.CAPTURE_REVERSAL, reversal, 6_000)).isEqualTo("12");
    ClearingItem refused = world.item(Kind.CAPTURE, authorized, world.key(), 10_001);
    assertThat(world.code(refused.toMessage())).isEqualTo("13");
    Octets never = refused.advice().purchase().key();
    assertThat(takenBack(Kind.CAPTURE_REVERSAL, never, 10_001)).isEqualTo("25");
  }

  @Test
  @Tag("F02")
  @Tag("HL-73")
  void whateverACrashLeftUndoneIsPresentedOnceAndInItsOrder() throws Exception {
    world.clearing.now(request -> request.answer("09"));
    Octets capture = taken(Kind.CAPTURE, 6_000);
    Octets credit = taken(Kind.CREDIT, 2_000);
    assertThat(takenBack(Kind.CREDIT_REVERSAL, credit, 1_999)).isEqualTo("13");
    taken(Kind.CREDIT, 1_000);
    world.stop();
    dies();
    world.clearing.now(request -> World.cleared(request, cycle));
    world.start();
    world.awaitDelivered();
    assertThat(item(capture).cycle()).contains(cycle);
    List<ClearingItem> told = presented();
    assertThat(told.stream().map(each -> each.advice().purchase().key()).distinct()).hasSize(3);
    assertThat(told.stream().map(ClearingItem::kind).distinct())
        .containsExactly(Kind.CAPTURE, Kind.CREDIT);
    assertThat(asked(Kind.CREDIT, world.key(), 3_001)).isEqualTo("13");
    world.checkBooks();
  }

  /** Brings the outbox to where a kill in the middle of sending leaves it. */
  private static void dies() {
    world
        .database
        .transactions()
        .perform(
            tx ->
                tx.handle()
                    .execute(
                        "update outbox set node = 'acquirer-' || ?,"
                            + " attempts = attempts + 1, due = due + interval '1 hour'"
                            + " where state = 'waiting'",
                        World.ACQUIRER));
  }

  @Test
  @Tag("HL-76")
  void aReversalThatOvertakesItsItemWins() throws Exception {
    Octets capture = world.key();
    assertThat(takenBack(Kind.CAPTURE_REVERSAL, capture, 6_000)).isEqualTo("00");
    assertThat(asked(Kind.CAPTURE, capture, 6_000)).isEqualTo("94");
    world.awaitDelivered();
    assertThat(presented()).isEmpty();
  }

  @Test
  @Tag("HL-73")
  void aReversalOfWhatTheIssuerRefusesIsVoid() throws Exception {
    world.clearing.now(request -> request.answer("09"));
    Octets capture = taken(Kind.CAPTURE, 6_000);
    assertThat(world.clearing.next().mti()).isEqualTo(Mti.ADVICE);
    assertThat(takenBack(Kind.CAPTURE_REVERSAL, capture, 6_000)).isEqualTo("00");
    world.clearing.now(request -> request.answer("25"));
    world.awaitDelivered();
    assertThat(presented()).extracting(ClearingItem::kind).containsOnly(Kind.CAPTURE);
    assertThat(item(capture).presented()).contains(ResponseCode.ORIGINAL_NOT_FOUND);
  }

  @Test
  @Tag("HL-74")
  @Tag("S05")
  void aCreditBringsTheFeeBackInProportionAndTheLastOneAllOfIt() throws Exception {
    taken(Kind.CAPTURE, 3_333);
    Octets credit = taken(Kind.CREDIT, 1_000);
    Octets again = taken(Kind.CREDIT, 1_000);
    assertThat(again).isNotEqualTo(credit);
    world.awaitDelivered();
    assertThat(takenBack(Kind.CREDIT_REVERSAL, credit, 1_000)).isEqualTo("00");
    taken(Kind.CREDIT, 2_333);
    world.awaitDelivered();
    Money before = world.acquirer.owedTo("M-1", World.EUR);
    SettlementAdvice.Totals totals = new SettlementAdvice.Totals(2, 3, 4_333, 4_333);
    assertThat(world.settle(cycle, totals)).isEqualTo("00");
    assertThat(world.acquirer.owedTo("M-1", World.EUR)).isEqualTo(before);
    world.checkBooks();
  }

  @Test
  @Tag("HL-72")
  void aSaleIsCapturedWithItsApprovalUnderItsOwnKey() throws Exception {
    SaleRequest sale = new SaleRequest(world.request(world.key(), 700));
    assertThat(Decision.of(world.ask(sale.toMessage())))
        .isEqualTo(new Decision.Approved("123456"));
    assertThat(world.code(sale.with(world.trace()).toMessage())).isEqualTo("00");
    assertThat(world.code(sale.request().with(world.trace()).toMessage())).isEqualTo("94");
    world.awaitDelivered();
    original = sale.request().purchase().key();
    assertThat(presented()).extracting(ClearingItem::kind).containsExactly(Kind.CAPTURE);
    assertThat(item(original).taken().amount().minor()).isEqualTo(700);
    authorized = sale.request();
    assertThat(asked(Kind.CREDIT, world.key(), 700)).isEqualTo("00");
    IsoMessage asked =
        world.issuer.received.stream()
            .filter(message -> message.mti().equals(Mti.FINANCIAL))
            .reduce((_, last) -> last)
            .orElseThrow();
    assertThat(asked.need(4)).endsWith("700");
  }

  @Test
  @Tag("HL-72")
  void ofASaleThatIsPartlyApprovedSoMuchIsCapturedAndOfADeclinedOneNothing() throws Exception {
    world.issuer.now(request -> new Decision.PartlyApproved("777777", 500).answer(request));
    SaleRequest sale = new SaleRequest(world.request(world.key(), 700));
    world.ask(sale.toMessage());
    original = sale.request().purchase().key();
    assertThat(item(original).taken().amount().minor()).isEqualTo(500);
    world.issuer.now(request -> request.answer("51"));
    SaleRequest declined = new SaleRequest(world.request(world.key(), 700));
    assertThat(world.code(declined.toMessage())).isEqualTo("51");
    Octets key = declined.request().purchase().key();
    assertThat(world.acquirer.item(key, key)).isEmpty();
  }

  @Test
  @Tag("HL-77")
  void aSaleThatIsReversedIsTakenBackWithItsCapture() throws Exception {
    SaleRequest sale = new SaleRequest(world.request(world.key(), 700));
    assertThat(world.code(sale.toMessage())).isEqualTo("00");
    world.awaitDelivered();
    Reversal reversal = sale.reversal(world.trace());
    assertThat(world.code(reversal.toMessage())).isEqualTo("00");
    assertThat(world.code(reversal.toMessage().as(Mti.REVERSAL.repeat()))).isEqualTo("00");
    world.awaitDelivered();
    original = sale.request().purchase().key();
    assertThat(presented())
        .extracting(ClearingItem::kind)
        .containsExactly(Kind.CAPTURE, Kind.CAPTURE_REVERSAL);
    assertThat(world.code(sale.with(world.trace()).toMessage())).isEqualTo("94");
  }

  @Test
  @Tag("HL-77")
  @Tag("HL-31")
  void aReversalThatOvertakesItsSaleWins() throws Exception {
    SaleRequest sale = new SaleRequest(world.request(world.key(), 700));
    assertThat(world.code(sale.reversal(world.trace()).toMessage())).isEqualTo("00");
    assertThat(world.code(sale.toMessage())).isEqualTo("94");
    original = sale.request().purchase().key();
    assertThat(world.acquirer.item(original, original)).isEmpty();
  }
}
