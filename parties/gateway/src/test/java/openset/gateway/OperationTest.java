package openset.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.gateway.authorization.Rules;
import openset.gateway.operation.BatchRow;
import openset.gateway.operation.LinkAct;
import openset.gateway.operation.LinkEvent;
import openset.gateway.operation.LinkStanding;
import openset.gateway.operation.Refused;
import openset.gateway.operation.Span;
import openset.gateway.operation.StoodIn;
import openset.gateway.operation.Times;
import openset.gateway.operation.Traffic;
import openset.gateway.operation.Waiting;
import openset.iso8583.Mti;
import openset.set.data.auth.CapToken;
import openset.set.data.sale.AuthCode;
import openset.set.data.sale.CapCode;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.set.treatment.merchant.ProcessAuthRes;
import openset.store.listing.Listed;
import openset.store.listing.Look;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the gateway's people see of its work. */
@Timeout(120)
final class OperationTest {
  private static final Brand BRAND = new Brand();
  private static final Card CARD = BRAND.card(1);
  private static final Look ALL = Look.first(100);
  private static final Rules RULES =
      new Rules(
          ProcessAuthReq.Allowed.PLAIN,
          Optional.of(
              new Rules.StandInLimits(TestMerchant.euros(2000), TestMerchant.euros(90_000))));
  private static final Bench BENCH = new Bench(BRAND, Bench.SOON, RULES);
  private static final TestMerchant MERCHANT = new TestMerchant(BRAND, BRAND.gateway);

  @BeforeEach
  void acquirerWorks() {
    BENCH.acquirer.manner = TestAcquirer::work;
  }

  @AfterAll
  static void close() {
    BENCH.close();
  }

  private static Operation operation() {
    return BENCH.gateway().operation();
  }

  private static Instant day() {
    return Instant.now().minus(Duration.ofDays(1));
  }

  private static List<Refused> refused(Look look) {
    return operation().refused(day(), look).rows();
  }

  private static long refusals(String rule) {
    return refused(ALL).stream()
        .filter(one -> one.rule().equals(rule))
        .mapToLong(Refused::count)
        .sum();
  }

  private static ProcessAuthRes.Outcome buys(Card card, long minor) throws Exception {
    TestMerchant.Asks asks = MERCHANT.asks(card, minor);
    return MERCHANT.reads(asks, BENCH.receive(asks.authReq()));
  }

  @Test
  @Tag("W-01")
  @Tag("AuthReq-P-15")
  void whatIsRefusedIsCountedUnderItsRuleWhetherByAnErrorOrWithinAnAnswer() throws Exception {
    long noMessage = refusals("W-01");
    BENCH.receive(new byte[] {1, 2, 3});
    BENCH.receive(new byte[0]);
    assertThat(refusals("W-01") - noMessage).isEqualTo(2);

    TestMerchant.Asks asks = MERCHANT.asks(CARD, 1490);
    BENCH.receive(asks.authReq());
    BENCH.receive(MERCHANT.asks(asks.order()).authReq());
    assertThat(operation().refused("AuthReq-P-15", day()))
        .extracting(Refused.Part::message, Refused.Part::code)
        .contains(org.assertj.core.groups.Tuple.tuple("AuthReq", "piPreviouslyUsed"));
    assertThat(operation().hours(Optional.of("AuthReq-P-15"), day())).hasSizeBetween(1, 2);
  }

  @Test
  @Tag("CapReq-P-07")
  void refusalsAreSortedAndFilteredByTheDatabase() throws Exception {
    TestMerchant.Asks asks = MERCHANT.asks(CARD, 1000);
    CapToken token =
        MERCHANT.reads(asks, BENCH.receive(asks.authReq())).capToken().orElseThrow();
    for (int i = 0; i < 3; i++) {
      TestMerchant.Claims claims = MERCHANT.claims(asks, token, 1001, Optional.empty());
      assertThat(MERCHANT.reads(claims, BENCH.receive(claims.capReq())).capCode())
          .isEqualTo(CapCode.invalidAuthData);
    }
    BENCH.receive(new byte[] {0});
    assertThat(refused(ALL.of("message", "CapReq")))
        .extracting(Refused::rule)
        .containsExactly("CapReq-P-07");
    assertThat(refused(ALL.of("message", "CapReq")).getFirst().messages())
        .containsExactly("CapReq");
    List<Refused> latest = refused(ALL.by("last", true));
    assertThat(latest).extracting(Refused::rule).startsWith("W-01");
    Listed<Refused> second =
        operation().refused(day(), Look.first(1).by("last", true).at(1));
    assertThat(second).isEqualTo(new Listed<>(latest.subList(1, 2), latest.size()));
    assertThat(refused(ALL.of("rule", "capreq-p"))).extracting(Refused::rule)
        .containsExactly("CapReq-P-07");
    assertThat(operation().refusedByMessage(day())).containsKeys("?", "CapReq");
  }

  @Test
  @Tag("HL-118")
  void aLinkIsSignedOffByHandAndNothingIsAskedUntilItIsSignedOn() throws Exception {
    String acquirer = standing().now().institution();
    assertThat(operation().act(acquirer, LinkAct.ECHO, "ann")).contains(true);
    assertThat(operation().act(acquirer, LinkAct.SIGN_ON, "ann")).isEmpty();
    // This link has no keys, and that acquirer no link.
    assertThat(operation().act(acquirer, LinkAct.CHANGE_KEY, "ann")).isEmpty();
    assertThat(operation().act("0", LinkAct.ECHO, "ann")).isEmpty();
    assertThat(operation().act(acquirer, LinkAct.SIGN_OFF, "ann")).contains(true);
    assertThat(standing().now().up()).isFalse();
    assertThat(standing().now().wanted()).isFalse();
    assertThat(standing().last(LinkEvent.SIGNED_OFF).orElseThrow().detail()).isEqualTo("ann");
    assertThat(operation().act(acquirer, LinkAct.ECHO, "ann")).isEmpty();
    int before = BENCH.acquirer.received.size();
    // More than the gateway approves by itself.
    assertThat(buys(CARD, 2001).authCode()).isNotEqualTo(AuthCode.approved);
    assertThat(BENCH.acquirer.received).hasSize(before);
    assertThat(operation().act(acquirer, LinkAct.SIGN_ON, "ann")).contains(true);
    assertThat(buys(CARD, 2001).authCode()).isEqualTo(AuthCode.approved);
  }

  @Test
  void countsSurviveTheGatewaysEnd() throws Exception {
    BENCH.receive(new byte[] {7});
    buys(CARD, 100);
    long before = refusals("W-01");
    long asked = asked("AuthReq");
    BENCH.restart();
    assertThat(BENCH.gateway().awaitUp(Duration.ofSeconds(20))).isTrue();
    assertThat(refusals("W-01")).isEqualTo(before);
    assertThat(asked("AuthReq")).isEqualTo(asked);
    assertThat(standing().today(LinkEvent.UP)).isGreaterThan(1);
  }

  private static long asked(String message) {
    return operation().traffic(Span.HOUR).kinds().stream()
        .filter(kind -> kind.message().equals(message))
        .mapToLong(Times::count)
        .sum();
  }

  @Test
  void trafficIsCountedByKindWithTheTimesOfItsAnswers() throws Exception {
    buys(CARD, 100);
    BENCH.acquirer.manner = TestAcquirer.saying("05");
    buys(CARD, 100);
    for (Span span : Span.values()) {
      Traffic traffic = operation().traffic(span);
      Times asked = kind(traffic, Times.SET, "AuthReq");
      Times host = kind(traffic, "999001", "0100");
      assertThat(host.count()).isGreaterThanOrEqualTo(2);
      assertThat(asked.count()).isGreaterThanOrEqualTo(host.count());
      assertThat(host.within(50)).isPositive();
      assertThat(host.within(95)).isBetween(host.within(50), host.longest());
      assertThat(asked.longest()).isGreaterThanOrEqualTo(host.within(50));
      assertThat(traffic.of(Times.SET)).hasSize(span.steps());
      assertThat(traffic.of(Times.SET).stream().mapToLong(Times::count).sum())
          .isEqualTo(
              traffic.kinds().stream()
                  .filter(kind -> kind.side().equals(Times.SET))
                  .mapToLong(Times::count)
                  .sum());
    }
  }

  private static Times kind(Traffic traffic, String side, String message) {
    return traffic.kinds().stream()
        .filter(kind -> kind.side().equals(side) && kind.message().equals(message))
        .findFirst()
        .orElseThrow();
  }

  private static LinkStanding standing() {
    return operation().links().getFirst();
  }

  @Test
  @Tag("HL-08")
  void aLinkShowsHowItStandsAndWhatWasRefusedOnIt() throws Exception {
    long refused = standing().refused();
    long contradicting = refusals("HL-08");
    BENCH.acquirer.manner =
        (acquirer, request) ->
            acquirer.work(request).with().put(37, "000000000000").build();
    buys(BRAND.card(3), 2001);
    LinkStanding link = standing();
    assertThat(link.now().up()).isTrue();
    assertThat(link.now().institution()).isEqualTo("999001");
    assertThat(link.now().at()).isEqualTo("127.0.0.1:" + BENCH.acquirer.port());
    assertThat(link.now().agreed().codes()).isFalse();
    assertThat(link.last(LinkEvent.UP)).isPresent();
    assertThat(link.refused()).isGreaterThan(refused);
    assertThat(refusals("HL-08")).isGreaterThan(contradicting);
  }

  @Test
  @Tag("StandIn-04")
  void whatWasApprovedInAnIssuersPlaceIsOpenUntilTheAcquirerHasItOrABreak() throws Exception {
    BENCH.acquirer.manner =
        (acquirer, request) ->
            request.mti().original().equals(Mti.AUTHORIZATION_ADVICE)
                ? request.answer("96")
                : request.answer("91");
    assertThat(buys(BRAND.card(5), 1234).approved()).isTrue();
    Bench.until(() -> waiting("0120") == 1);
    StoodIn open = stoodIn(StoodIn.Standing.OPEN).getFirst();
    assertThat(open.amount()).isEqualTo(TestMerchant.euros(1234));
    assertThat(open.origin().merchant()).isEqualTo("M-0001");
    assertThat(open.origin().code()).startsWith("S");
    assertThat(open.reason()).isEqualTo("standInIssuerUnavailable");

    BENCH.acquirer.manner = (acquirer, request) -> request.answer("14");
    Bench.until(() -> waiting("0120") == 0);
    StoodIn broken = stoodIn(StoodIn.Standing.BREAK).getFirst();
    assertThat(broken.told().answer()).contains("14");
    assertThat(broken.told().at()).isPresent();
    assertThat(stoodIn(StoodIn.Standing.OPEN)).isEmpty();
    StoodIn.Day today = operation().days(1).getFirst();
    assertThat(today.rest().breaks()).isEqualTo(1);
    assertThat(today.rest().broken()).isEqualTo(TestMerchant.euros(1234));
    assertThat(today.mostOfACard().minor()).isBetween(1234L, today.approved().minor());
  }

  private static long waiting(String message) {
    return standing().waiting().stream()
        .filter(one -> one.message().equals(message))
        .mapToLong(Waiting::count)
        .sum();
  }

  private static List<StoodIn> stoodIn(StoodIn.Standing standing) {
    return operation()
        .stoodIn(ALL.of("standing", standing.name()).by("amount", true))
        .rows();
  }

  @Test
  void aReversalThatIsNotAcknowledgedWaitsWithItsAge() throws Exception {
    BENCH.acquirer.manner = (acquirer, request) -> request.answer("96");
    buys(BRAND.card(9), 2001);
    Bench.until(() -> waiting("0400") == 1);
    Waiting waits =
        standing().waiting().stream()
            .filter(one -> one.message().equals("0400"))
            .findFirst()
            .orElseThrow();
    assertThat(waits.oldest()).isBetween(day(), Instant.now().plusSeconds(5));
    Bench.until(
        () -> standing().waiting().stream().anyMatch(one -> one.attempts() > 1));
    BENCH.acquirer.manner = TestAcquirer::work;
    Bench.until(() -> standing().queued() == 0);
  }

  @Test
  void batchesOfAllMerchantsAreListedWithTheirTotals() throws Exception {
    TestMerchant.Asks asks = MERCHANT.asks(CARD, 1490);
    CapToken token =
        MERCHANT.reads(asks, BENCH.receive(asks.authReq())).capToken().orElseThrow();
    TestMerchant.Claims claims = MERCHANT.claims(asks, token, 1490, Optional.empty());
    MERCHANT.reads(claims, BENCH.receive(claims.capReq()));
    BatchRow batch = batches(ALL.of("which", "OPEN").of("merchant", "m-0001")).getFirst();
    assertThat(batch.sums().debits()).isPositive();
    assertThat(batch.sums().debited().minor()).isGreaterThanOrEqualTo(1490);
    assertThat(batch.life().isOpen()).isTrue();
    assertThat(operation().batch(batch.key())).contains(batch);
    List<BatchRow.Item> items = operation().items(batch, ALL).rows();
    assertThat(items.stream().mapToLong(item -> item.amount().minor()).sum())
        .isEqualTo(batch.sums().debited().minor());
    assertThat(operation().items(batch, ALL.of("booked", "no")).total()).isZero();
    assertThat(operation().items(batch, ALL.of("booked", "yes")).rows()).isEqualTo(items);
    for (BatchRow.Which which :
        List.of(BatchRow.Which.CLOSED, BatchRow.Which.FAILED, BatchRow.Which.DIFFERS)) {
      assertThat(batches(ALL.of("which", which.name()))).doesNotContain(batch);
    }
    assertThat(batches(ALL.of("merchant", "M-0002"))).isEmpty();
    for (String sort : List.of("opened", "closed", "merchant", "items")) {
      assertThat(batches(ALL.by(sort, false))).contains(batch);
      assertThat(batches(ALL.by(sort, true))).contains(batch);
    }
  }

  private static List<BatchRow> batches(Look look) {
    return operation().batches(look).rows();
  }

  @Test
  void merchantsMessagesAndHostsOfOneMinuteStandSideBySide() throws Exception {
    buys(CARD, 100);
    Map<Boolean, List<Times>> sides =
        operation().traffic(Span.HOUR).steps().stream()
            .collect(
                java.util.stream.Collectors.partitioningBy(
                    each -> each.side().equals(Times.SET)));
    assertThat(sides.get(true)).isNotEmpty();
    assertThat(sides.get(false)).isNotEmpty();
  }
}
