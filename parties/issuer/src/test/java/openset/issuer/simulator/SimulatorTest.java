package openset.issuer.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import openset.iso8583.Answer;
import openset.iso8583.IsoLink;
import openset.iso8583.host.Amount;
import openset.iso8583.host.AuthorizationAnswer;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Decision.Approved;
import openset.iso8583.host.Decision.Declined;
import openset.iso8583.host.Octets;
import openset.iso8583.host.ResponseCode;
import openset.issuer.Bank;
import openset.issuer.desk.AccountView.Amounts;
import openset.issuer.host.Lines;
import openset.issuer.opening.Opening.AccountOpened;
import openset.issuer.simulator.Fault.Effect;
import openset.issuer.simulator.Simulation.Bought;
import openset.issuer.simulator.Simulation.Told;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people who test against the issuer ask for does happen, and nothing else. */
class SimulatorTest {
  private static Bank bank;
  private static Lines lines;
  private AccountOpened card;

  @BeforeAll
  static void start() {
    bank = new Bank();
    lines = new Lines(bank);
  }

  @AfterAll
  static void stop() {
    lines.close();
    bank.close();
  }

  @BeforeEach
  void open() {
    card = bank.opened(10_000);
  }

  @AfterEach
  void wellAgain() {
    simulator().clear();
  }

  @Test
  void declinesByAmountOrByCardAsOftenAsItWasTold() {
    AccountOpened other = bank.opened(10_000);
    simulator().add(fault(Optional.empty(), OptionalLong.of(1_305), decline("05"), 2));
    simulator().add(fault(Optional.of(card), OptionalLong.empty(), decline("43"), 1));
    assertThat(lines.authorize(lines.asks(other, 1_305))).isEqualTo(new Declined("05"));
    assertThat(lines.authorize(lines.asks(other, 1_304))).isInstanceOf(Approved.class);
    AuthorizationRequest stolen = lines.asks(card, 1);
    assertThat(lines.authorize(stolen)).isEqualTo(new Declined("43"));
    assertThat(lines.authorize(stolen)).isEqualTo(new Declined("43"));
    assertThat(lines.authorize(lines.asks(card, 1))).isInstanceOf(Approved.class);
    assertThat(bank.issuer().inquiries().of(card.account()).orElseThrow())
        .anyMatch(each -> each.outcome().reason().equals("declined by the simulator"));
    assertThat(simulator().faults()).hasSize(1);
  }

  @Test
  void dropsAnAnswerThatARepeatThenGets() {
    simulator().add(fault(Optional.of(card), OptionalLong.empty(), new Effect.Drop(), 1));
    AuthorizationRequest request = lines.asks(card, 700);
    try (IsoLink link = lines.link(Bank.ACQUIRER)) {
      Answer none = link.ask(request.toMessage(), Duration.ofMillis(500));
      assertThat(none).isInstanceOf(Answer.NoAnswer.class);
    }
    assertThat(money().held().minorUnits()).isEqualTo(700);
    assertThat(lines.authorize(request)).isInstanceOf(Approved.class);
    assertThat(money().held().minorUnits()).isEqualTo(700);
  }

  @Test
  void delaysAnAnswerAndDoublesAnother() {
    Effect delay = new Effect.Delay(Duration.ofMillis(300));
    simulator().add(fault(Optional.of(card), OptionalLong.empty(), delay, 1));
    simulator().add(
        fault(Optional.of(card), OptionalLong.empty(), new Effect.Duplicate(), 1));
    long begun = System.nanoTime();
    assertThat(lines.authorize(lines.asks(card, 1))).isInstanceOf(Approved.class);
    assertThat(System.nanoTime() - begun).isGreaterThan(Duration.ofMillis(299).toNanos());
    // The second of two answers belongs to no question any more; the link goes on.
    assertThat(lines.authorize(lines.asks(card, 2))).isInstanceOf(Approved.class);
    assertThat(lines.authorize(lines.asks(card, 3))).isInstanceOf(Approved.class);
    assertThat(simulator().faults()).isEmpty();
  }

  @Test
  @Tag("HL-25")
  void letsAHoldEndSoonAndSaysSo() {
    Effect expire = new Effect.Expire(Duration.ofSeconds(30));
    simulator().add(fault(Optional.of(card), OptionalLong.empty(), expire, 1));
    assertThat(lines.authorize(lines.asks(card, 20_000))).isInstanceOf(Declined.class);
    AuthorizationRequest request = lines.asks(card, 700);
    AuthorizationAnswer soon =
        AuthorizationAnswer.of(lines.askAcquirerLine(request.toMessage()));
    assertThat(soon.until().orElseThrow())
        .isBetween(bank.clock().instant(), bank.clock().instant().plusSeconds(30));
    assertThat(money().held().minorUnits()).isEqualTo(700);
    assertThat(simulator().faults()).isEmpty();
    assertThat(lines.authorize(lines.asks(card, 300))).isInstanceOf(Approved.class);
    bank.pass(Duration.ofSeconds(30));
    assertThat(money().held().minorUnits()).isEqualTo(300);
  }

  @Test
  void buysClearsReturnsAndVoidsWithoutAnAcquirer() {
    Simulation simulation = bank.issuer().simulation().orElseThrow();
    Bought bought = new Bought(card.account(), new Amount(4_000, Bank.EUR), "SHOP", "5942");
    Told told = simulation.authorize(bought).orElseThrow();
    assertThat(told.response()).isEqualTo("00");
    assertThat(simulation.clear(told.key(), 3_000)).contains(ResponseCode.APPROVED);
    assertThat(simulation.clear(told.key(), 1_001)).contains(ResponseCode.INVALID_AMOUNT);
    assertThat(simulation.giveBack(told.key(), 500)).contains(ResponseCode.APPROVED);
    assertThat(simulation.giveBack(told.key(), 2_501)).contains(ResponseCode.INVALID_AMOUNT);
    assertThat(money().balance().minorUnits()).isEqualTo(2_500);
    Told second = simulation.authorize(bought).orElseThrow();
    assertThat(simulation.reverse(second.key())).contains(ResponseCode.APPROVED);
    Bought large = new Bought(card.account(), new Amount(40_000, Bank.EUR), "SHOP", "5942");
    assertThat(simulation.authorize(large).orElseThrow().response()).isEqualTo("51");
    assertThat(simulation.advise(large).orElseThrow().response()).isEqualTo("00");
    Octets never = Lines.fresh();
    assertThat(simulation.clear(never, 1)).isEmpty();
    bank.checkSums();
  }

  @Test
  void refusesFaultsThatWouldNeverEnd() {
    assertThatThrownBy(() -> fault(Optional.empty(), OptionalLong.empty(), decline("05"), 1_001))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Effect.Delay(Duration.ofMinutes(2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Effect.Expire(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> decline("00")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Simulator simulator() {
    return bank.issuer().simulator().orElseThrow();
  }

  private static Fault fault(
      Optional<AccountOpened> card, OptionalLong minor, Effect effect, int times) {
    return new Fault(card.map(AccountOpened::account), minor, effect, times);
  }

  private static Effect decline(String code) {
    return new Effect.Decline(ResponseCode.of(code).orElseThrow());
  }

  private Amounts money() {
    return bank.issuer().accounts().account(card.account()).orElseThrow().money();
  }
}
