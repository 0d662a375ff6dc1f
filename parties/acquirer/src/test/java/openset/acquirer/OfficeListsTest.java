package openset.acquirer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openset.acquirer.dispute.DisputeState;
import openset.acquirer.dispute.MovedBy;
import openset.acquirer.dispute.Speaker;
import openset.acquirer.fee.CardClass;
import openset.acquirer.fee.CardKind;
import openset.acquirer.fee.FeeKind;
import openset.acquirer.fee.FeeRate;
import openset.acquirer.fee.FeeRule;
import openset.acquirer.fee.FeeScope;
import openset.acquirer.funding.Iban;
import openset.acquirer.funding.Reserve;
import openset.acquirer.office.Office;
import openset.acquirer.office.store.Contracts;
import openset.acquirer.office.store.Earnings;
import openset.acquirer.office.store.Earnings.Earned;
import openset.acquirer.office.store.Funding;
import openset.acquirer.office.store.Moves;
import openset.acquirer.office.store.Period;
import openset.acquirer.office.store.Rates;
import openset.acquirer.office.store.Traffic;
import openset.acquirer.store.Dispute;
import openset.acquirer.store.Merchant;
import openset.acquirer.store.Payout;
import openset.acquirer.store.Terms;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.SettlementAdvice;
import openset.ledger.Money;
import openset.store.listing.Listed;
import openset.store.listing.Look;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the acquirer's people see of a day: two merchants, sold, declined, credited, disputed. */
@Timeout(120)
class OfficeListsTest {
  private static final Iban ACCOUNT = new Iban("GB82WEST12345698765432");
  private static final Look ALL = Look.first(100);
  private static World world;
  private static Office office;
  private static AuthorizationRequest sold;
  private static Octets capture;
  private static AuthorizationRequest tea;
  private static List<Moves.Moved> waited;

  @BeforeAll
  static void sellsForADay() throws Exception {
    world = new World();
    world.of(new CardClass("Aurora", CardKind.DEBIT));
    office = world.acquirer.office();
    world.acquirer.agree(new Merchant("M-2", "Fern & Kettle", "5261", 200, true));
    world.acquirer.agree(new Merchant("M-3", "Closed Doors", "5732", 200, false));
    Terms.Price price = new Terms.Price(10, false);
    Reserve reserve = new Reserve(100_000, 5);
    world.acquirer.agree("M-1", new Terms(Set.of("Aurora"), price, reserve, Optional.of(ACCOUNT)));
    world.acquirer.giveTerminal("M-2");
    charge(FeeKind.INTERCHANGE, 2_000, 0);
    charge(FeeKind.SCHEME, 500, 2);
    world.clearing.now(request -> World.cleared(request, "C1"));
    capture = world.key();
    sold = sells(World.SHOP, 10_000, "00");
    captures(sold, capture, 10_000);
    tea = sells(new Acceptor("T0000001", "M-2", "5261"), 3_000, "00");
    captures(tea, world.key(), 3_000);
    world.awaitDelivered();
    world.issuer.now(request -> request.answer("51"));
    sells(World.SHOP, 700, "51");
    world.issuer.now(World::approve);
    world.clearing.now(request -> request.answer("09"));
    ClearingItem credit = world.item(Kind.CREDIT, sold, world.key(), 1_000);
    assertThat(world.code(credit.toMessage())).isEqualTo("00");
    assertThat(world.settle("C1", 2, 13_000)).isEqualTo("00");
    waited = office.items(today(ALL).of("standing", "WAITING")).rows();
  }

  private static void charge(FeeKind kind, int ppm, long fixed) {
    world.acquirer.charge(
        new FeeRule(
            kind, FeeScope.ofBrand("Aurora"), World.EUR, FeeRate.of(ppm, fixed), Instant.now()));
  }

  private static AuthorizationRequest sells(Acceptor shop, long minor, String code)
      throws Exception {
    AuthorizationRequest usual = world.request(world.key(), minor);
    AuthorizationRequest request =
        new AuthorizationRequest(
            usual.trace(), usual.card(), usual.amount(), shop, usual.reference(),
            usual.purchase());
    assertThat(world.code(request.toMessage())).isEqualTo(code);
    return request;
  }

  private static void captures(AuthorizationRequest request, Octets key, long minor) {
    FinancialAdvice advice = world.capture(request, key, minor);
    FinancialAdvice own =
        new FinancialAdvice(
            advice.trace(), advice.amount(), request.acceptor(), advice.approval(),
            advice.purchase(), advice.issuer());
    assertThat(world.code(own.toMessage())).isEqualTo("00");
  }

  @AfterAll
  static void closes() {
    world.checkBooks();
    world.close();
  }

  private static Period today() {
    LocalDate day = LocalDate.ofInstant(office.now(), ZoneOffset.UTC);
    return Period.ofDays(day.minusDays(1), day);
  }

  private static Money eur(long minor) {
    return new Money(World.EUR, minor);
  }

  private static Look today(Look look) {
    return look.of("since", today().first().toString()).of("to", today().last().toString());
  }

  private static List<Long> amounts(Look look) {
    return office.authorizations(today(look)).rows().stream()
        .map(line -> line.asked().amount().minorUnits())
        .toList();
  }

  private static List<Long> found(String text) {
    return amounts(ALL.of("text", text).of("brand", "Aurora"));
  }

  @Test
  void authorizationsAreFilteredSortedAndCutIntoPages() {
    assertThat(amounts(ALL)).containsExactly(700L, 3_000L, 10_000L);
    Look smallest = ALL.by("amount", false);
    assertThat(amounts(smallest.of("outcome", "APPROVED"))).containsExactly(3_000L, 10_000L);
    assertThat(amounts(Look.first(1).by("amount", false).at(1))).containsExactly(3_000L);
    assertThat(office.authorizations(Look.first(1).at(3))).isEqualTo(new Listed<>(List.of(), 3));
    assertThat(amounts(ALL.of("outcome", "DECLINED"))).containsExactly(700L);
    assertThat(amounts(ALL.of("outcome", "UNDER_WAY"))).isEmpty();
    assertThat(amounts(ALL.of("merchant", "M-2"))).containsExactly(3_000L);
    assertThat(amounts(ALL.of("brand", "Borealis"))).isEmpty();
    String before = today().first().minusDays(1).toString();
    assertThat(office.authorizations(ALL.of("to", before)).rows()).isEmpty();
    String after = today().last().plusDays(1).toString();
    assertThat(office.authorizations(ALL.of("since", after)).rows()).isEmpty();
  }

  @Test
  void anAuthorizationIsFoundByCardReferenceTerminalKeyAndXid() {
    assertThat(found(tea.reference().retrieval())).containsExactly(3_000L);
    assertThat(found("T0000001")).containsExactly(3_000L);
    assertThat(found(sold.purchase().key().hex())).containsExactly(10_000L);
    String xid = sold.purchase().xid().hex().toUpperCase(Locale.ROOT);
    assertThat(found(xid)).containsExactly(10_000L);
    assertThat(found("0010")).hasSize(3);
    assertThat(found("0011")).isEmpty();
    assertThat(found("' or true --")).isEmpty();
    Traffic.Line line = office.authorization(sold.purchase().key()).orElseThrow();
    assertThat(line.captured()).isEqualTo(eur(10_000));
    assertThat(line.asked().card()).isEqualTo("999001******0010");
  }

  @Test
  void ratesHaveAnEntryForEachHourAndDayAlsoOfNothing() {
    List<Rates.Rate> hours = office.rates(Optional.empty(), today(), Rates.Step.HOUR);
    assertThat(hours).hasSize(48);
    assertThat(hours.stream().mapToLong(Rates.Rate::approved).sum()).isEqualTo(2);
    assertThat(hours.stream().mapToLong(Rates.Rate::declined).sum()).isEqualTo(1);
    List<Rates.Rate> days = office.rates(Optional.of("M-2"), today(), Rates.Step.DAY);
    assertThat(days).hasSize(2);
    assertThat(days.stream().mapToLong(Rates.Rate::approved).sum()).isEqualTo(1);
    assertThat(days.getFirst().from()).isEqualTo(today().from());
    assertThat(office.declines(Optional.of("M-1"), today(), 5))
        .containsExactly(new Rates.Declines("51", 1));
    assertThat(office.declines(Optional.of("M-2"), today(), 5)).isEmpty();
    assertThat(Rates.Step.of(today())).isEqualTo(Rates.Step.HOUR);
    Period week = new Period(today().from().minus(7, ChronoUnit.DAYS), today().until());
    assertThat(Rates.Step.of(week)).isEqualTo(Rates.Step.DAY);
  }

  @Test
  void itemsAreFilteredByKindAndStandingAndSortedByFee() {
    assertThat(waited)
        .extracting(each -> each.kind() + " " + each.amount())
        .containsExactly("CREDIT 10.00 EUR");
    Look captures =
        ALL.of("kind", "CAPTURE").of("standing", "CLEARED").of("cycle", "C1").by("fee", false);
    assertThat(office.items(captures).rows())
        .extracting(each -> each.identity().merchant() + " " + each.fee())
        .containsExactly("M-2 0.60 EUR", "M-1 1.60 EUR");
    assertThat(office.items(sold.purchase().key()))
        .extracting(Moves.Moved::kind)
        .startsWith(Kind.CAPTURE, Kind.CREDIT);
  }

  @Test
  void anItemThatWasNotAcceptedWaitsForNobody() throws Exception {
    ClearingItem more = world.item(Kind.CREDIT, tea, world.key(), 3_001);
    assertThat(world.code(more.toMessage())).isNotEqualTo("00");
    assertThat(office.items(tea.purchase().key()))
        .extracting(each -> each.kind() + " " + each.cleared().standing())
        .containsExactly("CAPTURE CLEARED", "CREDIT REFUSED");
    assertThat(office.items(ALL.of("standing", "REFUSED")).rows()).isEmpty();
  }

  @Test
  void whatIsKeptOfAMonthIsTheDiscountLessWhatIssuersAndBrandsGet() {
    Look most = ALL.by("kept", true);
    List<Earnings.OfMerchant> all = office.earnings(today(), most).rows();
    assertThat(all).extracting(Earnings.OfMerchant::merchant).containsExactly("M-1", "M-2");
    Earned lantern = all.getFirst().earned();
    assertThat(lantern)
        .isEqualTo(new Earned(eur(10_000), eur(160), eur(20), eur(7), eur(0)));
    assertThat(lantern.kept()).isEqualTo(eur(133));
    Listed<Earnings.OfMerchant> second =
        office.earnings(today(), Look.first(1).by("kept", true).at(1));
    assertThat(second.total()).isEqualTo(2);
    assertThat(second.rows())
        .extracting(Earnings.OfMerchant::merchant)
        .containsExactly("M-2");
    List<Earnings.OfMonth> months = office.months(Optional.of("M-1"), today());
    assertThat(months)
        .containsExactly(
            new Earnings.OfMonth(
                YearMonth.from(office.now().atOffset(ZoneOffset.UTC)), lantern));
    assertThat(office.months(Optional.of("M-3"), today())).isEmpty();
  }

  @Test
  void merchantsStandAsTheLedgerAndTheReservesSay() {
    List<Funding.Standing> before = office.standings(ALL.by("owed", true)).rows();
    assertThat(before)
        .extracting(each -> each.merchant() + " " + each.owed() + " " + each.held())
        .containsExactly("M-1 88.40 EUR 10.00 EUR", "M-2 29.40 EUR 0.00 EUR");
    LocalDate release = LocalDate.ofInstant(office.now(), ZoneOffset.UTC).plusDays(5);
    assertThat(before.getFirst().release()).contains(release);
    assertThat(before).extracting(Funding.Standing::payable).containsExactly(true, false);
    Payout paid = world.acquirer.fund().getFirst();
    Funding.Standing after = office.standings(ALL.of("merchant", "M-1")).rows().getFirst();
    assertThat(after.owed()).isEqualTo(eur(0));
    assertThat(after.onTheWay()).isEqualTo(eur(8_840));
    assertThat(payouts("INSTRUCTED")).containsExactly(paid);
    assertThat(payouts("PAID")).isEmpty();
    assertThat(office.payoutDays(Optional.empty(), today()))
        .containsExactly(new Funding.Day(paid.day(), eur(8_840)));
    assertThat(world.acquirer.ended(paid.number(), new Payout.End(false, "R-1"))).isTrue();
    assertThat(payouts("RETURNED")).hasSize(1);
    assertThat(office.payoutDays(Optional.empty(), today())).isEmpty();
  }

  private static List<Payout> payouts(String state) {
    return office.payouts(ALL.of("state", state).of("merchant", "M-1")).rows();
  }

  @Test
  @Tag("HL-91")
  void oneOfItsPeopleSpeaksForAMerchantAndIsNamed() throws Exception {
    world.clearing.now(request -> World.cleared(request, "C2"));
    world.awaitDelivered();
    ClearingItem.Dispute named =
        new ClearingItem.Dispute("D-1", "4853", ClearingItem.Dispute.Stage.FIRST);
    assertThat(world.chargeBack(sold, capture, named, 4_000, "C2")).isEqualTo("00");
    Dispute.Name name = new Dispute.Name(World.ISSUER, "D-1");
    assertThat(cases(DisputeState.CHARGED_BACK)).containsExactly(name);
    assertThat(cases(DisputeState.WON)).isEmpty();
    assertThat(office.disputeCounts(Optional.of("M-1")))
        .isEqualTo(Map.of(DisputeState.CHARGED_BACK, 1L));
    assertThat(office.disputeCounts(Optional.of("M-2"))).isEmpty();
    byte[] proof = {7, 7};
    assertThat(world.acquirer.contest(name, new Speaker.Person("ann"), proof)).isTrue();
    assertThat(world.acquirer.accept(name, new Speaker.Person("ann"))).isFalse();
    world.awaitDelivered();
    assertThat(office.steps(name))
        .extracting(step -> step.by().by() + step.by().person().orElse(""))
        .containsExactly(
            MovedBy.ISSUER.name(), MovedBy.ACQUIRER + "ann", MovedBy.CLEARING_HOUSE.name());
    assertThat(cases(DisputeState.REPRESENTED)).containsExactly(name);
    SettlementAdvice.Totals totals = new SettlementAdvice.Totals(1, 2, 4_000, 5_000);
    assertThat(world.settle("C2", totals)).isEqualTo("00");
  }

  private static List<Dispute.Name> cases(DisputeState state) {
    return office.disputes(ALL.of("state", state.name()).by("due", false)).rows().stream()
        .map(Dispute::name)
        .toList();
  }

  @Test
  void contractsAreFoundByNameNumberAndStatus() {
    Look byName = ALL.by("name", false);
    assertThat(contracts(byName)).containsExactly("M-3", "M-2", "M-1");
    assertThat(contracts(byName.of("text", "kettle"))).containsExactly("M-2");
    assertThat(contracts(byName.of("text", "m-1"))).containsExactly("M-1");
    assertThat(contracts(byName.of("text", "5732").of("active", "true")))
        .containsExactly("M-1");
    assertThat(contracts(byName.of("text", "%"))).isEmpty();
    assertThat(contracts(byName.of("active", "false"))).containsExactly("M-3");
    List<Contracts.Line> lines = office.contracts(byName.of("active", "true")).rows();
    assertThat(lines)
        .extracting(line -> line.brands() + " " + line.terminals())
        .containsExactly("[] 1", "[Aurora] 0");
    assertThat(lines.getFirst().first()).isBefore(Instant.now().plus(Duration.ofSeconds(1)));
  }

  private static List<String> contracts(Look look) {
    return office.contracts(look).rows().stream().map(line -> line.merchant().id()).toList();
  }
}
