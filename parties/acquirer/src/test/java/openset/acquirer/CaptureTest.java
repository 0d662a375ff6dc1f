package openset.acquirer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import openset.acquirer.store.Item;
import openset.acquirer.store.Merchant;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.Amount;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.Reversal;
import openset.iso8583.host.ResponseCode;
import openset.ledger.CurrencySum;
import openset.ledger.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CaptureTest {
  private static World world;
  private AuthorizationRequest authorized;
  private Octets original;

  @BeforeAll
  static void starts() throws Exception {
    world = new World();
  }

  @AfterAll
  static void stops() {
    world.close();
  }

  @BeforeEach
  void authorizes() throws Exception {
    world.clearing.now(request -> request.answer("09"));
    world.issuer.received.clear();
    original = world.key();
    authorized = world.request(original, 10_000);
    assertThat(world.code(authorized.toMessage())).isEqualTo("00");
  }

  @AfterEach
  void leavesNothingToDeliver() {
    world.clearing.now(request -> World.cleared(request, "L" + original.hex().substring(30)));
    world.awaitDelivered();
    world.clearing.forget();
  }

  private String captured(Octets key, long minor) {
    return world.code(world.capture(authorized, key, minor).toMessage());
  }

  @Test
  @Tag("HL-50")
  @Tag("HL-12")
  @Tag("HL-10")
  void presentsACaptureUntilTheClearingHouseSaysSomethingFinal() throws Exception {
    Octets key = world.key();
    assertThat(captured(key, 9_000)).isEqualTo("00");
    IsoMessage first = world.clearing.next();
    assertThat(first.mti()).isEqualTo(Mti.ADVICE);
    FinancialAdvice presented = FinancialAdvice.of(first);
    assertThat(presented.issuer()).contains(World.ISSUER);
    assertThat(presented.purchase().key()).isEqualTo(key);
    assertThat(presented.purchase().transStain()).isEqualTo(authorized.purchase().transStain());
    world.clearing.now(request -> request.answer("96"));
    assertThat(world.clearing.next().mti()).isEqualTo(Mti.ADVICE.repeat());
    world.clearing.now(request -> World.cleared(request, "C1"));
    world.awaitDelivered();
    Item capture = world.acquirer.item(original, key).orElseThrow();
    assertThat(capture.presented()).contains(ResponseCode.APPROVED);
    assertThat(capture.cycle()).contains("C1");
  }

  @Test
  void keepsARefusalOfTheClearingHouseAndDoesNotPayIt() throws Exception {
    world.clearing.now(request -> request.answer("25"));
    Octets key = world.key();
    assertThat(captured(key, 9_000)).isEqualTo("00");
    world.awaitDelivered();
    Item capture = world.acquirer.item(original, key).orElseThrow();
    assertThat(capture.presented()).contains(ResponseCode.ORIGINAL_NOT_FOUND);
    assertThat(capture.cycle()).isEmpty();
  }

  @Test
  @Tag("L01")
  @Tag("HL-40")
  void neverCapturesMoreThanWasApproved() throws Exception {
    assertThat(captured(world.key(), 10_001)).isEqualTo("13");
    assertThat(captured(world.key(), 6_000)).isEqualTo("00");
    assertThat(captured(world.key(), 4_001)).isEqualTo("13");
    assertThat(captured(world.key(), 4_000)).isEqualTo("00");
    assertThat(captured(world.key(), 1)).isEqualTo("13");
  }

  @Test
  @Tag("L01")
  void capturesAtTheSameTimeDoNotExceedTheApprovalTogether() throws Exception {
    try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> codes =
          IntStream.range(0, 20)
              .mapToObj(_ -> world.capture(authorized, world.key(), 3_000).toMessage())
              .map(message -> askers.submit(() -> world.code(message)))
              .toList();
      int accepted = 0;
      for (Future<String> code : codes) accepted += code.get().equals("00") ? 1 : 0;
      assertThat(accepted).isEqualTo(3);
    }
  }

  @Test
  @Tag("L04")
  void theSameKeyIsCapturedOnceAndWithAnotherAmountNotAtAll() throws Exception {
    Octets key = world.key();
    assertThat(captured(key, 4_000)).isEqualTo("00");
    assertThat(captured(key, 4_000)).isEqualTo("00");
    IsoMessage repeat = world.capture(authorized, key, 4_000).toMessage();
    assertThat(world.code(repeat.as(Mti.ADVICE.repeat()))).isEqualTo("00");
    assertThat(captured(key, 5_000)).isEqualTo("94");
    assertThat(captured(world.key(), 6_000)).isEqualTo("00");
  }

  @Test
  @Tag("HL-40")
  void refusesCapturesThatDoNotFitTheirAuthorization() throws Exception {
    FinancialAdvice right = world.capture(authorized, world.key(), 1_000);
    assertThat(world.code(with(right, "654321", right.acceptor(), right.purchase().xid())))
        .isEqualTo("25");
    Acceptor other = new Acceptor("T1", "M-2", "5732");
    assertThat(world.code(with(right, "123456", other, right.purchase().xid()))).isEqualTo("12");
    Octets xid = Octets.ofHex("ee".repeat(20));
    assertThat(world.code(with(right, "123456", right.acceptor(), xid))).isEqualTo("12");
    FinancialAdvice francs =
        new FinancialAdvice(
            world.trace(),
            new Amount(1_000, 756),
            right.acceptor(),
            right.approval(),
            Purchase.of(world.key(), right.purchase().xid()),
            Optional.empty());
    assertThat(world.code(francs.toMessage())).isEqualTo("12");
    AuthorizationRequest never = world.request(world.key(), 10_000);
    assertThat(world.code(world.capture(never, world.key(), 1).toMessage())).isEqualTo("25");
  }

  private IsoMessage with(FinancialAdvice advice, String code, Acceptor acceptor, Octets xid) {
    FinancialAdvice.Approval approval = advice.approval();
    return new FinancialAdvice(
            world.trace(),
            advice.amount(),
            acceptor,
            new FinancialAdvice.Approval(approval.reference(), code, approval.key()),
            Purchase.of(world.key(), xid),
            Optional.empty())
        .toMessage();
  }

  @Test
  @Tag("L05")
  @Tag("HL-40")
  @Tag("HL-32")
  void refusesACaptureAfterTheReversalAndAReversalAfterTheCapture() throws Exception {
    assertThat(captured(world.key(), 1_000)).isEqualTo("00");
    assertThat(world.code(authorized.reversal(world.trace()).toMessage())).isEqualTo("12");
    AuthorizationRequest other = world.request(world.key(), 500);
    assertThat(world.code(other.toMessage())).isEqualTo("00");
    assertThat(world.code(other.reversal(world.trace()).toMessage())).isEqualTo("00");
    assertThat(world.code(world.capture(other, world.key(), 500).toMessage())).isEqualTo("25");
  }

  private String staying(AuthorizationRequest request, long minor) {
    return world.code(
        request.reversal(world.trace()).staying(OptionalLong.of(minor)).toMessage());
  }

  @Test
  @Tag("HL-33")
  @Tag("HL-34")
  @Tag("HL-35")
  void aPartThatIsGivenBackIsToldTheIssuerAndCapturedNoMore() throws Exception {
    world.clearing.now(request -> World.cleared(request, "C1"));
    assertThat(staying(world.request(world.key(), 10_000), 1)).isEqualTo("25");
    assertThat(captured(world.key(), 2_000)).isEqualTo("00");
    assertThat(staying(authorized, 1_999)).isEqualTo("13");
    assertThat(staying(authorized, 6_000)).isEqualTo("00");
    world.awaitDelivered();
    assertThat(staying(authorized, 6_000)).isEqualTo("00");
    assertThat(staying(authorized, 9_000)).isEqualTo("00");
    assertThat(captured(world.key(), 4_001)).isEqualTo("13");
    assertThat(captured(world.key(), 4_000)).isEqualTo("00");
    List<Reversal> told = new ArrayList<>();
    for (IsoMessage message : world.issuer.received) {
      if (message.mti().original().equals(Mti.REVERSAL)) told.add(Reversal.of(message));
    }
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().amounts().replacement()).hasValue(6_000);
    AuthorizationRequest other = world.request(world.key(), 500);
    assertThat(world.code(other.toMessage())).isEqualTo("00");
    assertThat(world.code(other.reversal(world.trace()).toMessage())).isEqualTo("00");
    assertThat(staying(other, 100)).isEqualTo("25");
  }

  @Test
  @Tag("HL-61")
  @Tag("S05")
  void paysMerchantsLessTheFeeOfTheDayOnceWhenTheCycleAgrees() throws Exception {
    world.clearing.now(request -> World.cleared(request, "C9"));
    assertThat(captured(world.key(), 6_000)).isEqualTo("00");
    world.acquirer.agree(new Merchant("M-1", "Lantern Books", "5732", 9_999, true));
    assertThat(captured(world.key(), 3_333)).isEqualTo("00");
    world.awaitDelivered();
    assertThat(world.settle("C9", 2, 9_334)).isEqualTo("09");
    assertThat(world.settle("C9", 1, 9_333)).isEqualTo("09");
    assertThat(world.acquirer.owedTo("M-1", World.EUR)).isEqualTo(Money.zero(World.EUR));
    assertThat(world.settle("C9", 2, 9_333)).isEqualTo("00");
    assertThat(world.settle("C9", 2, 9_333)).isEqualTo("00");
    assertThat(world.settle("C9", 2, 9_334)).isEqualTo("94");
    // 1.5 % of 60.00 is 0.90; of 33.33 it is 0.49995, so 0.50.
    assertThat(world.acquirer.owedTo("M-1", World.EUR))
        .isEqualTo(new Money(World.EUR, 9_333 - 90 - 50));
    assertThat(world.acquirer.checkSums()).allMatch(CurrencySum::isBalanced).hasSize(1);
  }

  @Test
  @Tag("F02")
  @Tag("HL-41")
  void goesOnPresentingAfterARestart() throws Exception {
    Octets key = world.key();
    assertThat(captured(key, 9_000)).isEqualTo("00");
    world.stop();
    world.clearing.now(request -> World.cleared(request, "C1"));
    world.start();
    world.awaitDelivered();
    assertThat(world.acquirer.item(original, key).orElseThrow().cycle()).contains("C1");
  }
}
