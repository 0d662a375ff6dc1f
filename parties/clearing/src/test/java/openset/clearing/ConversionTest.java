package openset.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import openset.clearing.ClearingHouse.Entered;
import openset.clearing.office.Office;
import openset.clearing.store.Break;
import openset.clearing.store.CycleRows;
import openset.clearing.store.Position;
import openset.clearing.store.Rate;
import openset.clearing.store.Rates;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Mti;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Dispute;
import openset.iso8583.host.ClearingItem.Dispute.Stage;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.Conversion;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.ResponseCode;
import openset.ledger.ExchangeRate;
import openset.ledger.Money;
import openset.store.listing.Look;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Items that their issuer takes in another currency, and what the house makes of them. */
@Timeout(120)
final class ConversionTest {
  private static final int EUR = 978;
  private static final int USD = 840;
  private static World world;

  @BeforeAll
  static void starts() throws Exception {
    world = new World();
    world.house.keep(rate("1.0843"));
    world.house.keep(rate("1.0843"));
    assertThat(world.house.rates()).hasSize(1);
  }

  @AfterAll
  static void stops() {
    world.close();
  }

  private static ExchangeRate rate(String factor) {
    return new ExchangeRate(EUR, USD, new BigDecimal(factor));
  }

  /** From now on the issuer takes what comes as so much at that rate. */
  private static void issuerSays(String factor, long minor) {
    world.issuer.now(request -> converted(request, factor, minor));
  }

  private static IsoMessage converted(IsoMessage request, String factor, long minor)
      throws MalformedMessage {
    if (request.mti().kind() == 5) return request.answer("00");
    Conversion said = new Conversion(new BigDecimal(factor), new Amount(minor, USD));
    return new AdviceAnswer(ResponseCode.APPROVED, Optional.empty(), Optional.of(said))
        .answer(request);
  }

  private static ResponseCode sent(ClearingItem item) throws Exception {
    IsoLink link = item.kind() == Kind.CHARGEBACK ? world.issuing : world.aurora;
    return AdviceAnswer.of(world.ask(link, item.toMessage())).code();
  }

  private static FinancialAdvice captured(long minor) throws Exception {
    FinancialAdvice capture = world.advice(world.key(), minor, EUR, World.ISSUER);
    assertThat(sent(ClearingItem.first(Kind.CAPTURE, capture))).isEqualTo(ResponseCode.APPROVED);
    return capture;
  }

  private static FinancialAdvice next(FinancialAdvice captured, long minor) {
    return new FinancialAdvice(
        world.trace(),
        new Amount(minor, EUR),
        captured.acceptor(),
        captured.approval(),
        Purchase.of(world.key(), captured.purchase().xid()),
        captured.issuer());
  }

  private static ClearingItem chargeback(FinancialAdvice captured, long minor, String number) {
    return ClearingItem.disputed(
        Kind.CHARGEBACK,
        next(captured, minor),
        captured.purchase().key(),
        new Dispute(number, "4853", Stage.FIRST));
  }

  private static List<Position> settled() {
    ClosedCycle cycle = world.house.runCycle().orElseThrow();
    world.awaitSettled(cycle.name());
    return world.house.cycle(cycle.name()).orElseThrow().positions();
  }

  @Test
  @Tag("HL-124")
  @Tag("HL-125")
  @Tag("S04")
  void theHouseStandsBetweenTheBanksAndEachCurrencySumsToZero() throws Exception {
    issuerSays("1.0843", 1728);
    FinancialAdvice captured = captured(1594);
    issuerSays("1.0843", 867);
    assertThat(sent(ClearingItem.first(Kind.CREDIT, next(captured, 800))))
        .isEqualTo(ResponseCode.APPROVED);
    assertThat(settled())
        .extracting(Position::institution, Position::currency, each -> each.totals().net())
        .containsExactlyInAnyOrder(
            tuple(World.AURORA, EUR, 794L),
            tuple(World.HOUSE, EUR, -794L),
            tuple(World.ISSUER, USD, -861L),
            tuple(World.HOUSE, USD, 861L));
    assertThat(world.house.balance(World.ISSUER, USD).minorUnits()).isEqualTo(-861);
    assertThat(world.house.balance(World.HOUSE, USD).minorUnits()).isEqualTo(861);
    assertThat(world.house.checkSums()).allMatch(each -> each.isBalanced());
    world.house.reconcile();
    assertThat(world.house.breaks(10)).isEmpty();
    String cycle = world.house.cycles(1).getFirst().name();
    String pacs = new String(world.house.instructions(cycle, USD).orElseThrow());
    assertThat(pacs).contains("8.61").doesNotContain("<NbOfTxs>2</NbOfTxs>");
    itsPeopleSeeTheRates(cycle);
  }

  /** An item that was converted moves in two currencies and counts once. */
  private static void itsPeopleSeeTheRates(String cycle) {
    Office office = world.house.office();
    Office.CycleView view = office.cycle(cycle).orElseThrow();
    Money euros = new Money(EUR, 2394);
    Money dollars = new Money(USD, 2595);
    assertThat(view.converted())
        .containsExactly(new CycleRows.Converted(rate("1.0843"), 2, euros, dollars));
    assertThat(view.row().sums())
        .containsExactly(new CycleRows.Sum(1, dollars), new CycleRows.Sum(1, euros));
    assertThat(office.items(cycle, Look.first(9)).rows())
        .extracting(row -> row.sums().converted().orElseThrow().minorUnits())
        .containsExactly(1728L, 867L);
    assertThat(office.messages(Look.first(9).of("cycle", cycle)).rows())
        .extracting(message -> message.bank().orElse(""))
        .containsExactlyInAnyOrder("", "", World.AURORA, World.ISSUER);
    assertThat(world.house.rerun(cycle).orElseThrow().isSame()).isTrue();
  }

  @Test
  @Tag("HL-124")
  void aConversionByNoRateOfTheHouseIsNoneAndTheBankThatThinksSoDisagrees() throws Exception {
    issuerSays("1.2", 1200);
    captured(1000);
    issuerSays("1.0843", 1200);
    captured(1000);
    FinancialAdvice odd = world.advice(world.key(), 1000, EUR, World.ISSUER);
    world.issuer.now(request -> converted(request, "9999999", 999_999_999_999L));
    assertThat(sent(ClearingItem.first(Kind.CAPTURE, odd))).isEqualTo(ResponseCode.APPROVED);
    world.issuer.now(request -> request.answer(request.mti().kind() == 5 ? "09" : "00"));
    ClosedCycle cycle = world.house.runCycle().orElseThrow();
    assertThat(cycle.positions())
        .extracting(Position::institution, Position::currency, each -> each.totals().net())
        .containsExactlyInAnyOrder(
            tuple(World.AURORA, EUR, 3000L), tuple(World.ISSUER, EUR, -3000L));
    world.house.reconcile();
    assertThat(world.house.breaks(10))
        .extracting(Break::kind)
        .contains(Break.Kind.BANK_DISAGREES);
    world.issuer.now(request -> request.answer("00"));
    world.awaitSettled(cycle.name());
    world.house.reconcile();
  }

  @Test
  @Tag("HL-124")
  void allItemsOfAnAuthorizationAreConvertedByTheRateOfTheFirst() throws Exception {
    issuerSays("1.0843", 1084);
    FinancialAdvice captured = captured(1000);
    assertThat(world.house.give(rate("1.0911"), Optional.empty(), "ann"))
        .isEqualTo(Entered.DONE);
    issuerSays("1.0911", 546);
    assertThat(sent(ClearingItem.first(Kind.CREDIT, next(captured, 500))))
        .isEqualTo(ResponseCode.APPROVED);
    Conversion first = new Conversion(new BigDecimal("1.0843"), new Amount(542, USD));
    assertThat(sent(chargeback(captured, 500, "F1"))).isEqualTo(ResponseCode.INVALID_TRANSACTION);
    Conversion later = new Conversion(new BigDecimal("1.0911"), new Amount(546, USD));
    assertThat(sent(chargeback(captured, 500, "F1").with(Optional.of(later))))
        .isEqualTo(ResponseCode.INVALID_TRANSACTION);
    ClearingItem right = chargeback(captured, 500, "F1").with(Optional.of(first));
    assertThat(sent(right)).isEqualTo(ResponseCode.APPROVED);
    assertThat(sent(right)).isEqualTo(ResponseCode.APPROVED);
    IsoMessage heard =
        world.auroraBank.received.stream()
            .filter(each -> each.mti().original().equals(Mti.CHARGEBACK))
            .reduce((earlier, last) -> last)
            .orElseThrow();
    assertThat(ClearingItem.of(heard).conversion()).isEmpty();
    world.issuer.now(request -> request.answer("00"));
    assertThat(settled())
        .extracting(Position::institution, Position::currency, each -> each.totals().net())
        .containsExactlyInAnyOrder(
            tuple(World.AURORA, EUR, 0L),
            tuple(World.HOUSE, EUR, -500L),
            tuple(World.ISSUER, EUR, 500L),
            tuple(World.ISSUER, USD, -542L),
            tuple(World.HOUSE, USD, 542L));
  }

  @Test
  @Tag("HL-124")
  void aChargebackOfWhatWasNotConvertedIsNot() throws Exception {
    world.issuer.now(request -> request.answer("00"));
    FinancialAdvice captured = captured(1000);
    Conversion said = new Conversion(new BigDecimal("1.0843"), new Amount(1084, USD));
    assertThat(sent(chargeback(captured, 1000, "G1").with(Optional.of(said))))
        .isEqualTo(ResponseCode.INVALID_TRANSACTION);
    assertThat(sent(chargeback(captured, 1000, "G1"))).isEqualTo(ResponseCode.APPROVED);
    settled();
  }

  @Test
  void aRateIsGivenForWhatComesAndOncePerMoment() {
    ExchangeRate yen = new ExchangeRate(EUR, 392, new BigDecimal("162.35"));
    Instant later = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
    assertThat(world.house.give(yen, Optional.of(Instant.now().minusSeconds(60)), "ann"))
        .isEqualTo(Entered.PAST);
    assertThat(world.house.give(yen, Optional.of(later), "ann")).isEqualTo(Entered.DONE);
    assertThat(world.house.give(yen, Optional.of(later), "bob")).isEqualTo(Entered.TWICE);
    assertThat(world.house.rates())
        .filteredOn(each -> each.rate().equals(yen))
        .singleElement()
        .matches(each -> each.by().equals("ann"));
    Look coming = Look.first(9).of("standing", "coming").of("currency", "392");
    assertThat(world.house.office().rates(coming).rows())
        .containsExactly(
            new Rates.Row(new Rate(yen, later, "ann"), Rates.Standing.COMING));
    assertThat(world.house.office().rates(Look.first(9).of("standing", "current")).rows())
        .singleElement()
        .matches(each -> each.rate().rate().from() == EUR && each.rate().rate().to() == USD);
  }
}
