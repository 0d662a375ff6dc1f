package openset.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Optional;
import openset.clearing.store.Claim;
import openset.clearing.store.Position;
import openset.iso8583.IsoLink;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Dispute;
import openset.iso8583.host.ClearingItem.Dispute.Stage;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.SettlementAdvice.Totals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Items of all kinds, held to those of their authorization. */
@Timeout(120)
final class ItemsTest {
  private static final int EUR = 978;
  private static World world;

  @BeforeAll
  static void starts() throws Exception {
    world = new World();
  }

  @AfterAll
  static void stops() {
    world.close();
  }

  /** Another item of the authorization that was captured. */
  private static FinancialAdvice next(FinancialAdvice captured, long minor) {
    return new FinancialAdvice(
        world.trace(),
        new Amount(minor, EUR),
        captured.acceptor(),
        captured.approval(),
        Purchase.of(world.key(), captured.purchase().xid()),
        captured.issuer());
  }

  private static FinancialAdvice captured(long minor) throws Exception {
    FinancialAdvice capture = world.advice(world.key(), minor, EUR, World.ISSUER);
    assertThat(sent(ClearingItem.first(Kind.CAPTURE, capture))).isEqualTo(ResponseCode.APPROVED);
    return capture;
  }

  private static ResponseCode sent(ClearingItem item) throws Exception {
    IsoLink link = item.kind() == Kind.CHARGEBACK ? world.issuing : world.aurora;
    return AdviceAnswer.of(world.ask(link, item.toMessage())).code();
  }

  private static ClearingItem credit(FinancialAdvice captured, long minor) {
    return ClearingItem.first(Kind.CREDIT, next(captured, minor));
  }

  private static ClearingItem reversal(Kind kind, FinancialAdvice captured, long minor, Octets of) {
    return ClearingItem.reversal(kind, next(captured, minor), of);
  }

  private static ClearingItem disputed(
      Kind kind, FinancialAdvice captured, long minor, String number, Stage stage) {
    return ClearingItem.disputed(
        kind,
        next(captured, minor),
        captured.purchase().key(),
        new Dispute(number, "4853", stage));
  }

  @Test
  @Tag("HL-105")
  void everyKindOfItemGoesToItsReceiverAndItsMoneyTheRightWay() throws Exception {
    world.house.runCycle();
    long auroraBefore = world.house.balance(World.AURORA, EUR).minorUnits();
    FinancialAdvice one = captured(1000);
    FinancialAdvice two = captured(300);
    ClearingItem credit = credit(one, 200);
    assertThat(sent(credit)).isEqualTo(ResponseCode.APPROVED);
    Octets key = credit.advice().purchase().key();
    assertThat(sent(reversal(Kind.CREDIT_REVERSAL, one, 200, key)))
        .isEqualTo(ResponseCode.APPROVED);
    assertThat(sent(reversal(Kind.CAPTURE_REVERSAL, two, 300, two.purchase().key())))
        .isEqualTo(ResponseCode.APPROVED);
    assertThat(sent(disputed(Kind.CHARGEBACK, one, 700, "D1", Stage.FIRST)))
        .isEqualTo(ResponseCode.APPROVED);
    assertThat(sent(disputed(Kind.REPRESENTMENT, one, 700, "D1", Stage.FIRST)))
        .isEqualTo(ResponseCode.APPROVED);
    assertThat(ClearingItem.of(world.auroraBank.next()).kind()).isEqualTo(Kind.CHARGEBACK);
    ClosedCycle cycle = world.house.runCycle().orElseThrow();
    assertThat(cycle.positions())
        .extracting(Position::institution, Position::totals)
        .containsExactlyInAnyOrder(
            tuple(World.AURORA, new Totals(4, 3, 2200, 1200)),
            tuple(World.ISSUER, new Totals(3, 4, 1200, 2200)));
    assertThat(world.house.balance(World.AURORA, EUR).minorUnits() - auroraBefore)
        .isEqualTo(1000);
    world.awaitSettled(cycle.name());
  }

  @Test
  @Tag("HL-106")
  @Tag("S06")
  void noMoreIsGivenBackThanWasCapturedHoweverItIsGiven() throws Exception {
    FinancialAdvice captured = captured(1000);
    assertThat(sent(credit(captured, 1001))).isEqualTo(ResponseCode.INVALID_AMOUNT);
    assertThat(sent(disputed(Kind.CHARGEBACK, captured, 1001, "E1", Stage.FIRST)))
        .isEqualTo(ResponseCode.INVALID_AMOUNT);
    assertThat(sent(disputed(Kind.CHARGEBACK, captured, 600, "E1", Stage.FIRST)))
        .isEqualTo(ResponseCode.APPROVED);
    assertThat(sent(disputed(Kind.CHARGEBACK, captured, 400, "E1", Stage.FIRST)))
        .isEqualTo(ResponseCode.INVALID_TRANSACTION);
    assertThat(sent(disputed(Kind.CHARGEBACK, captured, 600, "E2", Stage.FIRST)))
        .isEqualTo(ResponseCode.INVALID_AMOUNT);
    assertThat(sent(credit(captured, 401))).isEqualTo(ResponseCode.INVALID_AMOUNT);
    assertThat(sent(credit(captured, 400))).isEqualTo(ResponseCode.APPROVED);
    assertThat(sent(reversal(Kind.CAPTURE_REVERSAL, captured, 1000, captured.purchase().key())))
        .isEqualTo(ResponseCode.INVALID_AMOUNT);
    assertThat(sent(disputed(Kind.REPRESENTMENT, captured, 601, "E1", Stage.FIRST)))
        .isEqualTo(ResponseCode.INVALID_AMOUNT);
    assertThat(sent(disputed(Kind.REPRESENTMENT, captured, 600, "E1", Stage.FIRST)))
        .isEqualTo(ResponseCode.APPROVED);
    assertThat(sent(disputed(Kind.REPRESENTMENT, captured, 600, "E1", Stage.FIRST)))
        .isEqualTo(ResponseCode.INVALID_TRANSACTION);
  }

  @Test
  @Tag("HL-105")
  void aReversalTakesBackOneItemThatIsThereAllOfItAndOnce() throws Exception {
    FinancialAdvice captured = captured(1000);
    Octets key = captured.purchase().key();
    assertThat(sent(reversal(Kind.CREDIT_REVERSAL, captured, 1000, key)))
        .isEqualTo(ResponseCode.ORIGINAL_NOT_FOUND);
    assertThat(sent(reversal(Kind.CAPTURE_REVERSAL, captured, 1000, world.key())))
        .isEqualTo(ResponseCode.ORIGINAL_NOT_FOUND);
    assertThat(sent(reversal(Kind.CAPTURE_REVERSAL, captured, 999, key)))
        .isEqualTo(ResponseCode.INVALID_AMOUNT);
    ClearingItem reversal = reversal(Kind.CAPTURE_REVERSAL, captured, 1000, key);
    assertThat(sent(reversal)).isEqualTo(ResponseCode.APPROVED);
    assertThat(sent(reversal.with(world.trace()))).isEqualTo(ResponseCode.APPROVED);
    assertThat(sent(reversal(Kind.CAPTURE_REVERSAL, captured, 1000, key)))
        .isEqualTo(ResponseCode.INVALID_TRANSACTION);
    Octets reversed = reversal.advice().purchase().key();
    assertThat(sent(reversal(Kind.CAPTURE_REVERSAL, captured, 1000, reversed)))
        .isEqualTo(ResponseCode.ORIGINAL_NOT_FOUND);
    assertThat(sent(credit(captured, 1))).isEqualTo(ResponseCode.INVALID_AMOUNT);
  }

  @Test
  @Tag("HL-105")
  void anItemOfAnotherPurchaseUnderTheSameAuthorizationIsRefused() throws Exception {
    FinancialAdvice captured = captured(1000);
    FinancialAdvice other =
        new FinancialAdvice(
            world.trace(),
            new Amount(10, EUR),
            captured.acceptor(),
            captured.approval(),
            Purchase.of(world.key(), Octets.ofHex("cd".repeat(20))),
            captured.issuer());
    assertThat(sent(ClearingItem.first(Kind.CREDIT, other)))
        .isEqualTo(ResponseCode.INVALID_TRANSACTION);
    FinancialAdvice elsewhere =
        new FinancialAdvice(
            world.trace(),
            new Amount(10, EUR),
            captured.acceptor(),
            captured.approval(),
            Purchase.of(world.key(), captured.purchase().xid()),
            Optional.of(World.MERIDIAN));
    assertThat(sent(ClearingItem.first(Kind.CAPTURE, elsewhere)))
        .isEqualTo(ResponseCode.INVALID_TRANSACTION);
  }

  @Test
  @Tag("HL-107")
  void theLastClaimOfADisputeWaitsForTheRulingOfTheHouse() throws Exception {
    for (boolean forAcquirer : new boolean[] {true, false}) {
      String number = "F" + forAcquirer;
      FinancialAdvice captured = captured(500);
      for (Kind kind : new Kind[] {Kind.CHARGEBACK, Kind.REPRESENTMENT}) {
        assertThat(sent(disputed(kind, captured, 500, number, Stage.FIRST)))
            .isEqualTo(ResponseCode.APPROVED);
      }
      ClearingItem claim = disputed(Kind.REPRESENTMENT, captured, 500, number, Stage.ARBITRATION);
      assertThat(sent(claim)).isEqualTo(ResponseCode.ORIGINAL_NOT_FOUND);
      assertThat(sent(disputed(Kind.CHARGEBACK, captured, 500, number, Stage.ARBITRATION)))
          .isEqualTo(ResponseCode.APPROVED);
      assertThat(sent(claim.with(world.trace()))).isEqualTo(ResponseCode.IN_PROGRESS);
      Claim.Name name = new Claim.Name(World.ISSUER, number);
      assertThat(world.house.claims()).extracting(Claim::name).contains(name);
      Optional<String> by = Optional.of("ann");
      assertThat(world.house.rule(name, forAcquirer, "proof of delivery", by)).isTrue();
      assertThat(world.house.rule(name, !forAcquirer, "changed our mind", by)).isFalse();
      assertThat(sent(claim.with(world.trace())))
          .isEqualTo(forAcquirer ? ResponseCode.APPROVED : ResponseCode.DO_NOT_HONOUR);
      assertThat(world.house.claims()).extracting(Claim::name).doesNotContain(name);
    }
  }
}
