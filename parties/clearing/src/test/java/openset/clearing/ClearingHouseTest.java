package openset.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import openset.clearing.store.Position;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.LinkData;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.SettlementAdvice;
import openset.iso8583.host.SettlementAdvice.Totals;
import openset.ledger.CurrencySum;
import openset.ledger.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ClearingHouseTest {
  private static final int EUR = 978;
  private static final int USD = 840;
  private World world;

  @BeforeEach
  void starts() throws Exception {
    world = new World();
  }

  @AfterEach
  void stops() {
    world.close();
  }

  private AdviceAnswer presented(FinancialAdvice advice) throws Exception {
    return AdviceAnswer.of(world.ask(world.aurora, advice.toMessage()));
  }

  @Test
  @Tag("HL-51")
  void takesAPresentmentToTheIssuerAndPutsItIntoTheOpenCycle() throws Exception {
    FinancialAdvice advice = world.advice(world.key(), 1999, EUR, World.ISSUER);
    AdviceAnswer answer = presented(advice);
    assertThat(answer.code()).isEqualTo(ResponseCode.APPROVED);
    assertThat(answer.cycle()).contains("C00000001");
    FinancialAdvice arrived = FinancialAdvice.of(world.issuer.received.getFirst());
    assertThat(arrived.with(advice.trace())).isEqualTo(advice);
  }

  @Test
  void saysInProgressWhileTheIssuerIsSilentAndTheRestWhenItSpeaks() throws Exception {
    FinancialAdvice advice = world.advice(world.key(), 1999, EUR, World.ISSUER);
    for (String notFinal : List.of("09", "91", "96", "0Q")) {
      world.issuer.now(request -> request.answer(notFinal));
      assertThat(presented(advice.with(world.trace())).code()).isEqualTo(ResponseCode.IN_PROGRESS);
    }
    world.issuer.now(request -> request.answer("00"));
    IsoMessage repeat = advice.with(world.trace()).toMessage().as(Mti.ADVICE.repeat());
    assertThat(AdviceAnswer.of(world.ask(world.aurora, repeat)).code())
        .isEqualTo(ResponseCode.APPROVED);
  }

  @Test
  @Tag("HL-60")
  void aCycleWaitsForTheIssuersLastWordAndThenClosesByItself() throws Exception {
    world.issuer.now(request -> request.answer("96"));
    FinancialAdvice silent = world.advice(world.key(), 1999, EUR, World.ISSUER);
    assertThat(presented(silent).code()).isEqualTo(ResponseCode.IN_PROGRESS);
    ClosedCycle cycle = world.house.runCycle().orElseThrow();
    assertThat(cycle.isNetted()).isFalse();
    assertThat(world.house.runCycle()).isEmpty();
    world.issuer.now(request -> request.answer("00"));
    FinancialAdvice later = world.advice(world.key(), 1, EUR, World.ISSUER);
    assertThat(presented(later).cycle()).contains("C00000002");
    world.awaitSettled(cycle.name());
    assertThat(world.house.balance(World.AURORA, EUR)).isEqualTo(new Money(EUR, 1999));
    assertThat(presented(silent.with(world.trace())).cycle()).contains(cycle.name());
  }

  @Test
  void namesTheSameCycleToTheIssuerInEveryRepeat() throws Exception {
    world.issuer.now(request -> request.answer("91"));
    FinancialAdvice advice = world.advice(world.key(), 1999, EUR, World.ISSUER);
    presented(advice);
    world.house.runCycle();
    presented(advice.with(world.trace()));
    assertThat(world.issuer.received).hasSizeGreaterThan(1);
    for (IsoMessage message : world.issuer.received) {
      assertThat(LinkData.of(message).text(LinkData.Tag.CYCLE)).contains("C00000001");
      assertThat(FinancialAdvice.of(message).purchase()).isEqualTo(advice.purchase());
    }
  }

  @Test
  void anIssuersNoStaysAndIsNotSettled() throws Exception {
    world.issuer.now(request -> request.answer("25"));
    FinancialAdvice advice = world.advice(world.key(), 1999, EUR, World.ISSUER);
    assertThat(presented(advice).code()).isEqualTo(ResponseCode.ORIGINAL_NOT_FOUND);
    world.issuer.now(request -> request.answer("00"));
    assertThat(presented(advice.with(world.trace())).code())
        .isEqualTo(ResponseCode.ORIGINAL_NOT_FOUND);
    assertThat(world.house.runCycle()).isEmpty();
  }

  @Test
  @Tag("HL-11")
  void anItemIsPresentedAndSettledOnceHoweverOftenItComes() throws Exception {
    Octets key = world.key();
    FinancialAdvice advice = world.advice(key, 1999, EUR, World.ISSUER);
    for (int i = 0; i < 3; i++) {
      assertThat(presented(advice.with(world.trace())).cycle()).contains("C00000001");
    }
    assertThat(world.issuer.received).hasSize(1);
    assertThat(presented(world.advice(key, 2000, EUR, World.ISSUER)).code())
        .isEqualTo(ResponseCode.DUPLICATE);
    ClosedCycle cycle = world.house.runCycle().orElseThrow();
    assertThat(presented(advice.with(world.trace())).cycle()).contains("C00000001");
    assertThat(cycle.positions()).extracting(position -> position.totals().net())
        .containsExactlyInAnyOrder(1999L, -1999L);
    assertThat(world.house.runCycle()).isEmpty();
  }

  @Test
  void refusesForeignItemsAndUnknownIssuers() throws Exception {
    FinancialAdvice advice = world.advice(world.key(), 1999, EUR, World.ISSUER);
    assertThat(world.ask(world.meridian, advice.toMessage()).text(39)).contains("57");
    assertThat(presented(world.advice(world.key(), 1999, EUR, "111111")).code())
        .isEqualTo(ResponseCode.NO_SUCH_ISSUER);
    FinancialAdvice noIssuer =
        new FinancialAdvice(
            advice.trace(),
            advice.amount(),
            advice.acceptor(),
            advice.approval(),
            advice.purchase(),
            Optional.empty());
    assertThat(world.ask(world.aurora, noIssuer.toMessage()).text(39)).contains("30");
    assertThat(presented(world.advice(world.key(), 1999, 1, World.ISSUER)).code())
        .isEqualTo(ResponseCode.INVALID_TRANSACTION);
    assertThat(world.issuer.received).isEmpty();
  }

  @Test
  @Tag("HL-60")
  void netsEveryCurrencyToZeroMovesTheMoneyAndTellsEveryBank() throws Exception {
    presented(world.advice(world.key(), 1000, EUR, World.ISSUER));
    presented(world.advice(world.key(), 500, EUR, World.MERIDIAN));
    presented(world.advice(world.key(), 70, USD, World.ISSUER));
    FinancialAdvice back = world.adviceOf(World.MERIDIAN, world.key(), 300, World.ISSUER);
    assertThat(world.ask(world.meridian, back.toMessage()).text(39)).contains("00");

    ClosedCycle cycle = world.house.runCycle().orElseThrow();
    assertThat(cycle.positions())
        .extracting(Position::currency, Position::institution, Position::totals)
        .containsExactlyInAnyOrder(
            tuple(EUR, World.AURORA, new Totals(2, 0, 1500, 0)),
            tuple(EUR, World.MERIDIAN, new Totals(1, 1, 300, 500)),
            tuple(EUR, World.ISSUER, new Totals(0, 2, 0, 1300)),
            tuple(USD, World.AURORA, new Totals(1, 0, 70, 0)),
            tuple(USD, World.ISSUER, new Totals(0, 1, 0, 70)));
    world.awaitSettled(cycle.name());
    assertThat(world.house.balance(World.AURORA, EUR)).isEqualTo(new Money(EUR, 1500));
    assertThat(world.house.balance(World.MERIDIAN, EUR)).isEqualTo(new Money(EUR, -200));
    assertThat(world.house.balance(World.ISSUER, EUR)).isEqualTo(new Money(EUR, -1300));
    assertThat(world.house.checkSums()).hasSize(2).allMatch(CurrencySum::isBalanced);
    List<SettlementAdvice> told = world.settlements();
    assertThat(told).hasSize(5);
    for (SettlementAdvice each : told) {
      assertThat(each.cycle()).isEqualTo(cycle.name());
      assertThat(cycle.positions())
          .anyMatch(
              position ->
                  position.institution().equals(each.institution())
                      && position.currency() == each.currency()
                      && position.totals().equals(each.totals()));
    }
  }

  @Test
  void repeatsASettlementUntilTheBankAgrees() throws Exception {
    world.auroraBank.now(request -> request.answer("09"));
    presented(world.advice(world.key(), 1000, EUR, World.ISSUER));
    ClosedCycle cycle = world.house.runCycle().orElseThrow();
    assertThat(world.auroraBank.next().mti()).isEqualTo(Mti.SETTLEMENT);
    assertThat(world.auroraBank.next().mti()).isEqualTo(Mti.SETTLEMENT.repeat());
    assertThat(world.house.cycles(1).getFirst().isSettled()).isFalse();
    world.auroraBank.now(request -> request.answer("00"));
    world.awaitSettled(cycle.name());
  }

  @Test
  @Tag("F02")
  void aRestartAfterClosingTellsTheBanksTheSameAndBooksNothingTwice() throws Exception {
    world.auroraBank.now(request -> request.answer("96"));
    world.issuer.now(request -> request.answer(request.mti().kind() == 5 ? "96" : "00"));
    presented(world.advice(world.key(), 1000, EUR, World.ISSUER));
    ClosedCycle cycle = world.house.runCycle().orElseThrow();
    world.auroraBank.next();
    world.stop();
    world.auroraBank.now(request -> request.answer("00"));
    world.issuer.now(request -> request.answer("00"));
    world.start();
    world.awaitSettled(cycle.name());
    assertThat(world.house.balance(World.AURORA, EUR)).isEqualTo(new Money(EUR, 1000));
    assertThat(world.house.cycles(10)).hasSize(1);
    assertThat(world.settlements().stream().map(SettlementAdvice::totals).distinct()).hasSize(2);
  }

  @Test
  @Tag("HL-53")
  void everyItemIsInOneCycleWhileCyclesAreClosedAllTheTime() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<AdviceAnswer>> answers =
          IntStream.range(0, 200)
              .mapToObj(_ -> world.advice(world.key(), 10, EUR, World.ISSUER))
              .map(advice -> threads.submit(() -> presented(advice)))
              .toList();
      List<ClosedCycle> cycles =
          new ArrayList<>(
              Stream.generate(world.house::runCycle).limit(20).flatMap(Optional::stream).toList());
      for (Future<AdviceAnswer> answer : answers) {
        assertThat(answer.get().code()).isEqualTo(ResponseCode.APPROVED);
      }
      world.house.runCycle().ifPresent(cycles::add);
      long items =
          cycles.stream()
              .flatMap(cycle -> cycle.positions().stream())
              .mapToLong(position -> position.totals().creditCount())
              .sum();
      assertThat(items).isEqualTo(200);
    }
    assertThat(world.house.balance(World.AURORA, EUR)).isEqualTo(new Money(EUR, 2000));
    assertThat(world.house.checkSums()).allMatch(CurrencySum::isBalanced);
  }

  @Test
  void runsCyclesByIntervalWhenToldTo() throws Exception {
    world.stop();
    world.start(Optional.of(Duration.ofMillis(100)));
    presented(world.advice(world.key(), 1000, EUR, World.ISSUER));
    world.awaitSettled("C00000001");
  }
}
