package openset.acquirer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.acquirer.fee.CardClass;
import openset.acquirer.fee.CardKind;
import openset.acquirer.fee.FeeKind;
import openset.acquirer.fee.FeeLine;
import openset.acquirer.fee.FeeRate;
import openset.acquirer.fee.FeeRule;
import openset.acquirer.fee.FeeScope;
import openset.acquirer.funding.Iban;
import openset.acquirer.funding.Reserve;
import openset.acquirer.store.Merchant;
import openset.acquirer.store.Payout;
import openset.acquirer.store.Terminals;
import openset.acquirer.store.Terms;
import openset.iso20022.AccountStatement;
import openset.iso20022.CustomerTransfers;
import openset.iso20022.MessageHead;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.Octets;
import openset.iso8583.host.SettlementAdvice;
import openset.ledger.AccountCode;
import openset.ledger.Ledger;
import openset.ledger.LedgerRefused;
import openset.ledger.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How merchants get their money, and what of it they do not get. */
@Timeout(120)
class FundingTest {
  private static final Iban ACCOUNT = new Iban("GB82 WEST 1234 5698 7654 32");
  private static final CardClass DEBIT = new CardClass("Aurora", CardKind.DEBIT);
  private World world;

  @BeforeEach
  void opens() throws Exception {
    world = new World();
    world.of(DEBIT);
    world.clearing.now(request -> World.cleared(request, "C1"));
  }

  @AfterEach
  void closes() {
    world.checkBooks();
    world.close();
  }

  private AuthorizationRequest captured(Octets capture, long minor) throws Exception {
    AuthorizationRequest request = world.request(world.key(), minor);
    assertThat(world.code(request.toMessage())).isEqualTo("00");
    assertThat(world.code(world.capture(request, capture, minor).toMessage())).isEqualTo("00");
    return request;
  }

  private void settled(String cycle, SettlementAdvice.Totals totals) {
    world.awaitDelivered();
    assertThat(world.settle(cycle, totals)).isEqualTo("00");
  }

  private void settled(long items, long minor) {
    settled("C1", new SettlementAdvice.Totals(items, 0, minor, 0));
  }

  private long credit(String account) {
    return -world
        .database
        .transactions()
        .inTransaction(
            tx -> {
              try {
                return Ledger.in(tx, Instant.now()).balance(AccountCode.of(account)).minorUnits();
              } catch (LedgerRefused e) {
                return 0L;
              }
            });
  }

  private static Money eur(long minor) {
    return new Money(World.EUR, minor);
  }

  private Money owed() {
    return world.acquirer.owedTo("M-1", World.EUR);
  }

  private void charge(FeeKind kind, int ppm, long fixed) {
    world.acquirer.charge(
        new FeeRule(
            kind,
            FeeScope.ofBrand("Aurora").with(CardKind.DEBIT),
            World.EUR,
            FeeRate.of(ppm, fixed),
            Instant.now()));
  }

  private void terms(boolean plus, Reserve reserve, Optional<Iban> account) {
    world.acquirer.agree(
        "M-1", new Terms(Set.of("Aurora"), new Terms.Price(10, plus), reserve, account));
  }

  @Test
  @Tag("HL-61")
  void whatIsPresentedWhileItsCycleIsSettledIsBookedWithItsFeesOrNotYet() throws Exception {
    charge(FeeKind.INTERCHANGE, 2_000, 0);
    terms(true, Reserve.NONE, Optional.empty());
    for (int round = 1; round <= 40; round++) {
      String cycle = "R" + round;
      world.clearing.now(request -> World.cleared(request, cycle));
      captured(world.key(), 6_000);
      SettlementAdvice.Totals totals = new SettlementAdvice.Totals(1, 0, 6_000, 0);
      String code = world.settle(cycle, totals);
      while (code.equals("09")) code = world.settle(cycle, totals);
      assertThat(code).isEqualTo("00");
    }
    world.checkBooks();
  }

  @Test
  @Tag("S05")
  @Tag("HL-74")
  void feesOfTheDayOfAuthorizationAreBookedToTheirAccountsAndExplained() throws Exception {
    charge(FeeKind.INTERCHANGE, 2_000, 0);
    charge(FeeKind.SCHEME, 500, 2);
    terms(false, Reserve.NONE, Optional.empty());
    AuthorizationRequest request = world.request(world.key(), 6_000);
    assertThat(world.code(request.toMessage())).isEqualTo("00");
    charge(FeeKind.INTERCHANGE, 900_000, 0);
    terms(true, Reserve.NONE, Optional.empty());
    world.acquirer.agree(new Merchant("M-1", "Lantern Books", "5732", 9_000, true));
    Octets capture = world.key();
    assertThat(world.code(world.capture(request, capture, 6_000).toMessage())).isEqualTo("00");
    settled(1, 6_000);
    assertThat(world.acquirer.fees(request.purchase().key(), capture))
        .extracting(FeeLine::formula)
        .containsExactly(
            "60.00 × 0.2% = 0.12 EUR",
            "60.00 × 0.05% + 0.02 = 0.05 EUR",
            "60.00 × 1.5% + 0.10 = 1.00 EUR");
    assertThat(owed()).isEqualTo(eur(5_900));
    assertThat(credit("fees/978")).isEqualTo(100);
    assertThat(credit("interchange/Aurora/978")).isEqualTo(12);
    assertThat(credit("interchange-cost/978")).isEqualTo(-12);
    assertThat(credit("scheme/Aurora/978")).isEqualTo(5);
  }

  @Test
  void interchangePlusIsChargedBesideTheDiscountAndCostsTheAcquirerNothing() throws Exception {
    charge(FeeKind.INTERCHANGE, 2_000, 0);
    terms(true, Reserve.NONE, Optional.empty());
    captured(world.key(), 6_000);
    settled(1, 6_000);
    assertThat(owed()).isEqualTo(eur(6_000 - 100 - 12));
    assertThat(credit("interchange-cost/978")).isZero();
    assertThat(credit("settlement/978")).isEqualTo(-6_000);
  }

  @Test
  void aReserveIsHeldOfSalesAndGivenBackByItself() throws Exception {
    terms(false, new Reserve(100_000, 30), Optional.empty());
    captured(world.key(), 6_000);
    settled(1, 6_000);
    assertThat(owed()).isEqualTo(eur(6_000 - 100 - 600));
    assertThat(credit("reserve/M-1/978")).isEqualTo(600);
    world.later(Duration.ofDays(29));
    world.acquirer.fund();
    assertThat(credit("reserve/M-1/978")).isEqualTo(600);
    world.later(Duration.ofDays(1));
    world.acquirer.fund();
    assertThat(credit("reserve/M-1/978")).isZero();
    assertThat(owed()).isEqualTo(eur(5_900));
  }

  @Test
  void aMerchantIsPaidOnceADayAndWhatItOwesIsCarried() throws Exception {
    terms(false, Reserve.NONE, Optional.of(ACCOUNT));
    Octets capture = world.key();
    AuthorizationRequest request = captured(capture, 6_000);
    settled(1, 6_000);
    List<Payout> paid = world.acquirer.fund();
    assertThat(paid).singleElement().extracting(Payout::amount).isEqualTo(eur(5_900));
    assertThat(paid.getFirst().account()).isEqualTo(ACCOUNT);
    assertThat(world.acquirer.fund()).isEmpty();
    assertThat(owed()).isEqualTo(eur(0));
    assertThat(world.acquirer.ended(paid.getFirst().number(), new Payout.End(true, "T-1")))
        .isTrue();
    world.clearing.now(asked -> World.cleared(asked, "C2"));
    assertThat(
            world.code(world.item(Kind.CREDIT, request, world.key(), 6_000).toMessage()))
        .isEqualTo("00");
    settled("C2", new SettlementAdvice.Totals(0, 1, 0, 6_000));
    assertThat(owed()).isEqualTo(eur(-5_900));
    world.later(Duration.ofDays(1));
    assertThat(world.acquirer.fund()).isEmpty();
    world.clearing.now(asked -> World.cleared(asked, "C3"));
    captured(world.key(), 10_000);
    settled("C3", new SettlementAdvice.Totals(1, 0, 10_000, 0));
    assertThat(world.acquirer.fund())
        .singleElement()
        .extracting(Payout::amount)
        .isEqualTo(eur(10_000 - 160 - 5_900));
  }

  /** What the acquirer's bank sends after a day with these entries. */
  private static byte[] statement(String id, List<AccountStatement.Line> lines) {
    MessageHead head =
        new MessageHead(id, Instant.parse("2026-11-28T20:00:00Z"), LocalDate.EPOCH, "bank");
    return new AccountStatement(head, "acquirer", 1, eur(0), lines).toXml();
  }

  @Test
  void aPayoutGoesOutAsATransferAndTheBanksStatementEndsItOnce() throws Exception {
    terms(false, Reserve.NONE, Optional.of(ACCOUNT));
    captured(world.key(), 6_000);
    settled(1, 6_000);
    long number = world.acquirer.fund().getFirst().number();
    byte[] transfer = world.acquirer.transfer(number).orElseThrow();
    assertThat(world.acquirer.transfer(number)).hasValue(transfer);
    assertThat(new String(transfer, StandardCharsets.UTF_8))
        .contains("pacs.008.001.08", "<IBAN>" + ACCOUNT.text(), ">59.00<");
    assertThat(world.acquirer.transfer(number + 1)).isEmpty();
    AccountStatement.Line booked = CustomerTransfers.booked(transfer).getFirst();
    assertThat(booked.amount()).isEqualTo(eur(-5_900));
    AccountStatement.Line less = new AccountStatement.Line(booked.reference(), eur(-5_899));
    AccountStatement.Line other =
        new AccountStatement.Line(booked.reference() + "0", eur(-5_900));
    assertThat(world.acquirer.reconcile(statement("S-1", List.of(less, other))).differing())
        .containsExactly(booked.reference(), booked.reference() + "0");
    assertThat(credit("payouts/978")).isEqualTo(5_900);
    byte[] right = statement("S-2", List.of(booked));
    assertThat(world.acquirer.reconcile(right).paid()).containsExactly(number);
    assertThat(world.acquirer.reconcile(right).paid()).containsExactly(number);
    assertThat(credit("payouts/978")).isZero();
    AccountStatement.Line back = new AccountStatement.Line(booked.reference(), eur(5_900));
    assertThat(world.acquirer.reconcile(statement("S-3", List.of(booked, back))).differing())
        .containsExactly(booked.reference());
    assertThatThrownBy(() -> world.acquirer.reconcile(transfer))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTransferThatTheBankSendsBackIsOwedAgain() throws Exception {
    terms(false, Reserve.NONE, Optional.of(ACCOUNT));
    captured(world.key(), 6_000);
    settled(1, 6_000);
    long number = world.acquirer.fund().getFirst().number();
    AccountStatement.Line out =
        CustomerTransfers.booked(world.acquirer.transfer(number).orElseThrow()).getFirst();
    AccountStatement.Line back = new AccountStatement.Line(out.reference(), eur(5_900));
    assertThat(world.acquirer.reconcile(statement("S-4", List.of(out, back))).returned())
        .containsExactly(number);
    assertThat(owed()).isEqualTo(eur(5_900));
  }

  @Test
  void aTransferThatIsSentBackIsOwedAgainAndEndsOnce() throws Exception {
    terms(false, Reserve.NONE, Optional.of(ACCOUNT));
    captured(world.key(), 6_000);
    settled(1, 6_000);
    long number = world.acquirer.fund().getFirst().number();
    Payout.End back = new Payout.End(false, "closed account");
    assertThat(world.acquirer.ended(number, back)).isTrue();
    assertThat(world.acquirer.ended(number, back)).isTrue();
    assertThat(world.acquirer.ended(number, new Payout.End(true, "T-1"))).isFalse();
    assertThat(world.acquirer.ended(number + 1, back)).isFalse();
    assertThat(owed()).isEqualTo(eur(5_900));
    assertThat(credit("payouts/978")).isZero();
  }

  @Test
  @Tag("HL-21")
  @Tag("HL-26")
  void onlyBrandsOfTheContractAndTerminalsThatWereGivenOutAreTaken() throws Exception {
    terms(false, Reserve.NONE, Optional.empty());
    assertThat(world.code(world.request(world.key(), 1).toMessage())).isEqualTo("00");
    assertThat(world.code(at("").toMessage())).isEqualTo("00");
    assertThat(seen()).containsExactly("T1", "");
    String terminal = world.acquirer.giveTerminal("M-1");
    assertThat(terminal).isEqualTo("T0000001");
    assertThat(world.code(world.request(world.key(), 1).toMessage())).isEqualTo("58");
    assertThat(world.code(at(terminal).toMessage())).isEqualTo("00");
    assertThat(world.code(at("T0000009").toMessage())).isEqualTo("58");
    world.acquirer.agree(
        "M-1",
        new Terms(
            Set.of("Borealis"), new Terms.Price(0, false), Reserve.NONE, Optional.empty()));
    assertThat(world.code(at(terminal).toMessage())).isEqualTo("57");
  }

  @Test
  @Tag("HL-26")
  void whereNoTerminalIsNamedTheMerchantsFirstOneCountsInAllThatFollows() throws Exception {
    terms(false, Reserve.NONE, Optional.empty());
    String first = world.acquirer.giveTerminal("M-1");
    AuthorizationRequest asked = at("");
    assertThat(world.code(asked.toMessage())).isEqualTo("00");
    String second = world.acquirer.giveTerminal("M-1");
    assertThat(world.code(asked.with(world.trace()).toMessage())).isEqualTo("00");
    assertThat(world.code(at("").toMessage())).isEqualTo("00");
    assertThat(world.code(at(second).toMessage())).isEqualTo("00");
    assertThat(seen()).containsExactly(first, first, second);
    Octets key = world.key();
    assertThat(world.code(world.capture(asked, key, 1).toMessage())).isEqualTo("00");
    world.awaitDelivered();
    assertThat(ClearingItem.of(world.clearing.next()).advice().acceptor())
        .isEqualTo(World.SHOP.at(first));
    ended(first);
    assertThat(world.code(at("").toMessage())).isEqualTo("00");
    assertThat(seen()).last().isEqualTo(second);
    ended(second);
    assertThat(world.code(at("").toMessage())).isEqualTo("58");
  }

  private void ended(String terminal) {
    world
        .database
        .transactions()
        .perform(tx -> Terminals.in(tx).end("M-1", terminal, world.now()));
  }

  /** Terminals that the issuer was told, in order. */
  private List<String> seen() throws MalformedMessage {
    List<String> terminals = new ArrayList<>();
    for (IsoMessage each : world.issuer.received) {
      terminals.add(AuthorizationRequest.of(each).acceptor().terminal());
    }
    return terminals;
  }

  private AuthorizationRequest at(String terminal) throws Exception {
    AuthorizationRequest plain = world.request(world.key(), 1);
    return new AuthorizationRequest(
        plain.trace(),
        plain.card(),
        plain.amount(),
        new Acceptor(terminal, "M-1", "5732"),
        plain.reference(),
        plain.purchase());
  }
}
