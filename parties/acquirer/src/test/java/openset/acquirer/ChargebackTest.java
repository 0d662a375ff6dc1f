package openset.acquirer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import openset.acquirer.dispute.DisputeState;
import openset.acquirer.dispute.Speaker;
import openset.acquirer.store.Dispute;
import openset.acquirer.store.Disputes;
import openset.iso8583.IsoMessage;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Dispute.Stage;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.Octets;
import openset.iso8583.host.SettlementAdvice;
import openset.ledger.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Chargebacks from their first day to the ruling, and the money at each step. */
@Timeout(120)
class ChargebackTest {
  private static final byte[] PROOF = {1, 2, 3};
  private static final Speaker SHOP = new Speaker.Merchant("M-1");
  private static World world;
  private static int number;
  private AuthorizationRequest authorized;
  private Octets capture;
  private String cycle;
  private String dispute;

  @BeforeAll
  static void opens() throws Exception {
    world = new World();
  }

  @AfterAll
  static void closes() {
    world.checkBooks();
    world.close();
  }

  @BeforeEach
  void captures() throws Exception {
    number++;
    next("C" + number + "a");
    dispute = "D-" + number;
    authorized = world.request(world.key(), 10_000);
    capture = world.key();
    assertThat(world.code(authorized.toMessage())).isEqualTo("00");
    assertThat(world.code(world.capture(authorized, capture, 10_000).toMessage()))
        .isEqualTo("00");
    world.awaitDelivered();
    settled(1, 0, 10_000, 0);
  }

  private void next(String name) {
    cycle = name;
    world.clearing.now(request -> World.cleared(request, name));
  }

  private void settled(long in, long out, long credits, long debits) {
    assertThat(world.settle(cycle, new SettlementAdvice.Totals(in, out, credits, debits)))
        .isEqualTo("00");
    next("C" + number + (char) (cycle.charAt(cycle.length() - 1) + 1));
  }

  private String chargedBack(Stage stage, long minor) {
    ClearingItem.Dispute named = new ClearingItem.Dispute(dispute, "4853", stage);
    return world.chargeBack(authorized, capture, named, minor, cycle);
  }

  private Dispute.Name name() {
    return new Dispute.Name(World.ISSUER, dispute);
  }

  private DisputeState state() {
    return world.acquirer.office().dispute(name()).orElseThrow().state();
  }

  private Money owed() {
    return world.acquirer.owedTo("M-1", World.EUR);
  }

  private static Money eur(long minor) {
    return new Money(World.EUR, minor);
  }

  private ClearingItem presented() throws Exception {
    IsoMessage last = world.clearing.received.getLast();
    return ClearingItem.of(last);
  }

  @Test
  @Tag("HL-90")
  @Tag("HL-91")
  @Tag("HL-92")
  void goesThroughItsStagesAndTheMoneyWithIt() throws Exception {
    Money before = owed();
    assertThat(chargedBack(Stage.FIRST, 4_000)).isEqualTo("00");
    settled(0, 1, 0, 4_000);
    assertThat(owed()).isEqualTo(before.minus(eur(4_000)));
    assertThat(state()).isEqualTo(DisputeState.CHARGED_BACK);

    assertThat(world.acquirer.contest(name(), SHOP, PROOF)).isTrue();
    world.awaitDelivered();
    ClearingItem representment = presented();
    assertThat(representment.kind()).isEqualTo(Kind.REPRESENTMENT);
    assertThat(representment.earlier()).contains(capture);
    assertThat(representment.dispute())
        .contains(new ClearingItem.Dispute(dispute, "4853", Stage.FIRST));
    settled(1, 0, 4_000, 0);
    assertThat(owed()).isEqualTo(before);
    assertThat(state()).isEqualTo(DisputeState.REPRESENTED);

    assertThat(chargedBack(Stage.ARBITRATION, 4_001)).isEqualTo("13");
    assertThat(chargedBack(Stage.ARBITRATION, 4_000)).isEqualTo("00");
    settled(0, 1, 0, 4_000);
    assertThat(state()).isEqualTo(DisputeState.ARBITRATION);
    world.clearing.now(request -> request.answer("09"));
    assertThat(world.acquirer.contest(name(), SHOP, PROOF)).isTrue();
    assertThat(state()).isEqualTo(DisputeState.CLAIMED);
    next(cycle);
    world.awaitDelivered();
    assertThat(presented().dispute().orElseThrow().stage()).isEqualTo(Stage.ARBITRATION);
    settled(1, 0, 4_000, 0);
    assertThat(owed()).isEqualTo(before);
    assertThat(state()).isEqualTo(DisputeState.WON);
    assertThat(steps())
        .extracting(Disputes.Step::state)
        .containsExactly(
            DisputeState.CHARGED_BACK,
            DisputeState.CONTESTED,
            DisputeState.REPRESENTED,
            DisputeState.ARBITRATION,
            DisputeState.CLAIMED,
            DisputeState.WON);
  }

  private List<Disputes.Step> steps() {
    return world.acquirer.office().steps(name());
  }

  @Test
  @Tag("HL-92")
  void aRulingForTheIssuerIsTheLastWordAndMovesNothing() throws Exception {
    assertThat(chargedBack(Stage.FIRST, 4_000)).isEqualTo("00");
    assertThat(world.acquirer.contest(name(), SHOP, PROOF)).isTrue();
    world.awaitDelivered();
    assertThat(chargedBack(Stage.ARBITRATION, 4_000)).isEqualTo("00");
    world.clearing.now(request -> request.answer("05"));
    Money before = owed();
    assertThat(world.acquirer.contest(name(), SHOP, PROOF)).isTrue();
    world.awaitDelivered();
    next(cycle);
    settled(1, 2, 4_000, 8_000);
    assertThat(state()).isEqualTo(DisputeState.LOST);
    assertThat(owed()).isEqualTo(before.minus(eur(4_000)));
    assertThat(world.acquirer.contest(name(), SHOP, PROOF)).isFalse();
  }

  @Test
  @Tag("S06")
  @Tag("HL-90")
  void nothingIsChargedBackTwiceNorMoreThanIsLeftOfItsCapture() throws Exception {
    assertThat(chargedBack(Stage.FIRST, 10_001)).isEqualTo("13");
    assertThat(world.code(world.item(Kind.CREDIT, authorized, world.key(), 3_000).toMessage()))
        .isEqualTo("00");
    assertThat(chargedBack(Stage.FIRST, 7_001)).isEqualTo("13");
    assertThat(chargedBack(Stage.FIRST, 7_000)).isEqualTo("00");
    assertThat(chargedBack(Stage.FIRST, 1)).isEqualTo("12");
    dispute = dispute + "-2";
    assertThat(chargedBack(Stage.FIRST, 1)).isEqualTo("13");
    assertThat(world.code(world.item(Kind.CREDIT, authorized, world.key(), 1).toMessage()))
        .isEqualTo("13");
    ClearingItem back =
        world.reversal(Kind.CAPTURE_REVERSAL, authorized, capture, 10_000);
    assertThat(world.code(back.toMessage())).isEqualTo("13");
    world.awaitDelivered();
    settled(0, 2, 0, 10_000);
  }

  @Test
  @Tag("S06")
  @Tag("HL-11")
  void theSameChargebackAgainGetsTheFirstAnswerAndWithAnotherAmountNone() throws Exception {
    ClearingItem.Dispute named = new ClearingItem.Dispute(dispute, "4853", Stage.FIRST);
    Octets key = world.key();
    ClearingItem item =
        ClearingItem.disputed(
            Kind.CHARGEBACK, world.capture(authorized, key, 500), capture, named);
    for (int i = 0; i < 2; i++) assertThat(world.passedOn(item, cycle)).isEqualTo("00");
    ClearingItem more =
        ClearingItem.disputed(
            Kind.CHARGEBACK, world.capture(authorized, key, 501), capture, named);
    assertThat(world.passedOn(more, cycle)).isEqualTo("94");
    settled(0, 1, 0, 500);
  }

  @Test
  @Tag("HL-90")
  void refusesWhatIsAboutNoCaptureOfThePurchaseOrComesFromNobodyEntitled() throws Exception {
    Octets right = capture;
    capture = world.key();
    assertThat(chargedBack(Stage.FIRST, 100)).isEqualTo("25");
    capture = right;
    assertThat(chargedBack(Stage.ARBITRATION, 100)).isEqualTo("25");
    ClearingItem.Dispute named = new ClearingItem.Dispute(dispute, "4853", Stage.FIRST);
    ClearingItem item =
        ClearingItem.disputed(
            Kind.CHARGEBACK, world.capture(authorized, world.key(), 100), capture, named);
    assertThat(world.code(item.toMessage(cycle))).isEqualTo("57");
    ClearingItem own =
        ClearingItem.disputed(
            Kind.REPRESENTMENT, world.capture(authorized, world.key(), 100), capture, named);
    assertThat(world.code(own.toMessage())).isEqualTo("57");
  }

  @Test
  @Tag("HL-91")
  void onlyTheMerchantsOwnTurnMovesADispute() throws Exception {
    assertThat(chargedBack(Stage.FIRST, 100)).isEqualTo("00");
    assertThat(world.acquirer.accept(name(), new Speaker.Merchant("M-2"))).isFalse();
    assertThat(world.acquirer.contest(name(), new Speaker.Merchant("M-2"), PROOF)).isFalse();
    assertThat(world.acquirer.accept(name(), SHOP)).isTrue();
    assertThat(world.acquirer.accept(name(), SHOP)).isFalse();
    assertThat(world.acquirer.contest(name(), SHOP, PROOF)).isFalse();
    assertThat(state()).isEqualTo(DisputeState.ACCEPTED);
    assertThat(chargedBack(Stage.ARBITRATION, 100)).isEqualTo("12");
    settled(0, 1, 0, 100);
  }

  @Test
  @Tag("HL-93")
  void whatNobodyAnswersInTimeEndsByItself() throws Exception {
    assertThat(chargedBack(Stage.FIRST, 100)).isEqualTo("00");
    Optional<LocalDate> due = world.acquirer.office().dispute(name()).orElseThrow().due();
    assertThat(due).isPresent();
    String first = dispute;
    dispute = dispute + "-2";
    assertThat(chargedBack(Stage.FIRST, 100)).isEqualTo("00");
    assertThat(world.acquirer.contest(name(), SHOP, PROOF)).isTrue();
    world.awaitDelivered();
    settled(1, 2, 100, 200);
    world.later(Duration.ofDays(30));
    world.acquirer.expireDisputes();
    assertThat(state()).isEqualTo(DisputeState.REPRESENTED);
    world.later(Duration.ofDays(1));
    world.acquirer.expireDisputes();
    assertThat(state()).isEqualTo(DisputeState.WON);
    assertThat(chargedBack(Stage.ARBITRATION, 100)).isEqualTo("57");
    dispute = first;
    assertThat(state()).isEqualTo(DisputeState.LOST);
    assertThat(world.acquirer.contest(name(), SHOP, PROOF)).isFalse();
    world.later(Duration.ofDays(90));
    dispute = first + "-3";
    assertThat(chargedBack(Stage.FIRST, 100)).isEqualTo("57");
  }

  @Test
  @Tag("HL-91")
  void aRepresentmentThatIsRefusedForGoodLosesTheDispute() throws Exception {
    assertThat(chargedBack(Stage.FIRST, 100)).isEqualTo("00");
    world.clearing.now(request -> request.answer("57"));
    assertThat(world.acquirer.contest(name(), SHOP, PROOF)).isTrue();
    world.awaitDelivered();
    assertThat(state()).isEqualTo(DisputeState.LOST);
    next(cycle);
    settled(0, 1, 0, 100);
  }
}
