package openset.acquirer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import openset.acquirer.office.store.Traffic;
import openset.acquirer.store.Merchant;
import openset.iso8583.Answer;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.iso8583.host.Acceptor;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Checks;
import openset.iso8583.host.Checks.Recurrence;
import openset.iso8583.host.Decision;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.Reference;
import openset.iso8583.host.SettlementAdvice;
import openset.store.listing.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class AuthorizationTest {
  private static final Duration SOON = Duration.ofMillis(700);
  private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
  private World world;

  @BeforeEach
  void starts() throws Exception {
    world = new World();
  }

  @AfterEach
  void stops() {
    askers.shutdownNow();
    world.close();
  }

  private long received(Mti mti) {
    return world.issuer.received.stream().filter(each -> each.mti().original().equals(mti)).count();
  }

  @Test
  @Tag("HL-21")
  @Tag("HL-10")
  void carriesTheRequestToTheIssuerOfTheCardAndTheAnswerBack() throws Exception {
    AuthorizationRequest request = world.request(world.key(), 1999);
    IsoMessage answer = world.ask(request.toMessage());
    assertThat(Decision.of(answer)).isEqualTo(new Decision.Approved("123456"));
    AuthorizationRequest arrived = AuthorizationRequest.of(world.issuer.next());
    assertThat(arrived.with(request.trace())).isEqualTo(request);
  }

  @Test
  void carriesADeclineWithItsCodeAndAPartialApprovalWithItsAmount() throws Exception {
    world.issuer.now(request -> request.answer("51"));
    AuthorizationRequest declined = world.request(world.key(), 1999);
    assertThat(Decision.of(world.ask(declined.toMessage())))
        .isEqualTo(new Decision.Declined("51"));
    world.issuer.now(asked -> new Decision.PartlyApproved("777777", 500).answer(asked));
    AuthorizationRequest partly = world.request(world.key(), 1999);
    assertThat(Decision.of(world.ask(partly.toMessage())))
        .isEqualTo(new Decision.PartlyApproved("777777", 500));
    assertThat(world.acquirer.authorization(partly.purchase().key()).orElseThrow().approved())
        .isEqualTo(500);
  }

  @Test
  @Tag("H14")
  @Tag("HL-09")
  void aResponseCodeNobodyKnowsIsADecline() throws Exception {
    world.issuer.now(request -> request.answer().put(38, "123456").put(39, "0K").build());
    IsoMessage answer = world.ask(world.request(world.key(), 1999).toMessage());
    assertThat(answer.has(38)).isFalse();
    assertThat(Decision.of(answer)).isEqualTo(new Decision.Declined("0K"));
  }

  @Test
  @Tag("HL-21")
  void refusesMerchantsCategoriesCardsAndAcquirersItDoesNotServe() throws Exception {
    AuthorizationRequest right = world.request(world.key(), 1999);
    assertThat(world.code(with(right, new Acceptor("T1", "M-9", "5732")))).isEqualTo("03");
    assertThat(world.code(with(right, new Acceptor("T1", "M-1", "7995")))).isEqualTo("03");
    IsoMessage other = world.request(world.key(), 1999, "9995020000000006").toMessage();
    assertThat(world.code(other)).isEqualTo("15");
    AuthorizationRequest foreign =
        new AuthorizationRequest(
            world.trace(),
            right.card(),
            right.amount(),
            right.acceptor(),
            new Reference("999002", "000000000001"),
            world.request(world.key(), 1).purchase());
    assertThat(world.code(foreign.toMessage())).isEqualTo("12");
    world.acquirer.agree(new Merchant("M-1", "Lantern Books", "5732", 150, false));
    assertThat(world.code(world.request(world.key(), 1999).toMessage())).isEqualTo("03");
    assertThat(world.issuer.received).isEmpty();
  }

  private IsoMessage with(AuthorizationRequest request, Acceptor acceptor) throws Exception {
    return new AuthorizationRequest(
            world.trace(),
            request.card(),
            request.amount(),
            acceptor,
            request.reference(),
            world.request(world.key(), 1999).purchase())
        .toMessage();
  }

  @Test
  @Tag("H11")
  @Tag("HL-11")
  void aRepeatedKeyGetsTheFirstAnswerAndTheIssuerHearsOfItOnce() throws Exception {
    AuthorizationRequest request = world.request(world.key(), 1999);
    IsoMessage first = world.ask(request.toMessage());
    world.issuer.now(asked -> asked.answer("51"));
    IsoMessage second = world.ask(request.with(world.trace()).toMessage());
    assertThat(Decision.of(second)).isEqualTo(Decision.of(first));
    assertThat(world.issuer.received).hasSize(1);
  }

  @Test
  @Tag("W08")
  void aHundredRequestsOfOneKeyAtOnceAreOneAuthorization() throws Exception {
    Octets key = world.key();
    AuthorizationRequest request = world.request(key, 1999);
    List<Future<String>> codes =
        IntStream.range(0, 100)
            .mapToObj(_ -> request.with(world.trace()).toMessage())
            .map(message -> askers.submit(() -> world.code(message)))
            .toList();
    for (Future<String> code : codes) assertThat(code.get()).isEqualTo("00");
    assertThat(world.issuer.received).hasSize(1);
  }

  @Test
  @Tag("HL-29")
  @Tag("L04")
  void thatNobodySignedIsPassedOnAndIsContentOfTheRequest() throws Exception {
    AuthorizationRequest plain = world.request(world.key(), 1999);
    AuthorizationRequest bare = with(plain, Checks.NONE);
    AuthorizationRequest unsigned = with(plain, Checks.NONE.ofNobody());
    assertThat(world.code(unsigned.toMessage())).isEqualTo("00");
    AuthorizationRequest arrived = AuthorizationRequest.of(world.issuer.next());
    assertThat(arrived.with(plain.trace())).isEqualTo(unsigned);
    assertThat(world.code(unsigned.with(world.trace()).toMessage())).isEqualTo("00");
    assertThat(world.code(bare.with(world.trace()).toMessage())).isEqualTo("94");
    assertThat(world.code(plain.with(world.trace()).toMessage())).isEqualTo("94");
    assertThat(world.issuer.received).hasSize(1);
    assertThat(asked(unsigned).unauthenticated()).isTrue();
  }

  @Test
  @Tag("HL-27")
  @Tag("L04")
  void ofWhichSeriesAPaymentIsIsPassedOnAndIsContentOfTheRequest() throws Exception {
    AuthorizationRequest plain = with(world.request(world.key(), 1999), Checks.NONE);
    AuthorizationRequest recurring = with(plain, series(Recurrence.RECURRING));
    assertThat(world.code(recurring.toMessage())).isEqualTo("00");
    assertThat(AuthorizationRequest.of(world.issuer.next()).with(plain.trace()))
        .isEqualTo(recurring);
    assertThat(world.code(recurring.with(world.trace()).toMessage())).isEqualTo("00");
    AuthorizationRequest other = with(plain, series(Recurrence.INSTALMENT));
    assertThat(world.code(other.with(world.trace()).toMessage())).isEqualTo("94");
    assertThat(world.code(plain.with(world.trace()).toMessage())).isEqualTo("94");
    assertThat(world.issuer.received).hasSize(1);
    assertThat(listed("RECURRING")).contains(plain.purchase().key());
    assertThat(listed("INSTALMENT")).doesNotContain(plain.purchase().key());
    assertThat(listed("SINGLE")).doesNotContain(plain.purchase().key());
    assertThat(asked(plain).series()).contains(Recurrence.RECURRING);
  }

  private List<Octets> listed(String series) {
    return world.acquirer.office().authorizations(Look.first(100).of("series", series)).rows()
        .stream()
        .map(line -> line.identity().key())
        .toList();
  }

  private Traffic.As asked(AuthorizationRequest request) {
    Octets key = request.purchase().key();
    return world.acquirer.office().authorization(key).orElseThrow().asked().as();
  }

  private static Checks series(Recurrence kind) {
    return new Checks(Optional.empty(), Optional.empty(), Optional.of(kind));
  }

  private static AuthorizationRequest with(AuthorizationRequest plain, Checks checks) {
    Purchase purchase = plain.purchase();
    return new AuthorizationRequest(
        plain.trace(),
        plain.card(),
        plain.amount(),
        plain.acceptor(),
        plain.reference(),
        new Purchase(
            purchase.key(),
            purchase.xid(),
            Optional.empty(),
            Optional.empty(),
            purchase.merchantId(),
            checks));
  }

  @Test
  @Tag("L04")
  void theSameKeyWithOtherContentIsRefusedAndChangesNothing() throws Exception {
    Octets key = world.key();
    assertThat(world.code(world.request(key, 1999).toMessage())).isEqualTo("00");
    assertThat(world.code(world.request(key, 2000).toMessage())).isEqualTo("94");
    assertThat(world.code(world.request(key, 1999, "9990010000000028").toMessage()))
        .isEqualTo("94");
    assertThat(world.code(world.request(key, 1999).toMessage())).isEqualTo("00");
    assertThat(world.issuer.received).hasSize(1);
  }

  @Test
  @Tag("H02")
  @Tag("HL-12")
  @Tag("HL-23")
  void anIssuerThatDoesNotAnswerInTimeMeansADeclineAndAReversalUntilAcknowledged()
      throws Exception {
    world.waits(SOON);
    CountDownLatch late = new CountDownLatch(1);
    world.issuer.now(
        request -> {
          if (request.mti().equals(Mti.REVERSAL)) return request.answer("96");
          if (request.mti().kind() == 4) return request.answer("00");
          late.await();
          return World.approve(request);
        });
    AuthorizationRequest request = world.request(world.key(), 1999);
    assertThat(world.code(request.toMessage())).isEqualTo("91");
    IsoMessage asked = world.issuer.next();
    late.countDown();
    IsoMessage reversal = world.issuer.next();
    assertThat(reversal.mti()).isEqualTo(Mti.REVERSAL);
    assertThat(reversal.text(90).orElseThrow())
        .startsWith("0100" + asked.need(11) + asked.need(7));
    assertThat(world.issuer.next().mti()).isEqualTo(Mti.REVERSAL.repeat());
    world.awaitDelivered();
    assertThat(world.code(request.with(world.trace()).toMessage())).isEqualTo("91");
    assertThat(received(Mti.AUTHORIZATION)).isEqualTo(1);
  }

  @Test
  @Tag("H03")
  void anAcknowledgedReversalIsNotSentAgain() throws Exception {
    AuthorizationRequest request = world.request(world.key(), 1999);
    assertThat(world.code(request.toMessage())).isEqualTo("00");
    for (int i = 0; i < 3; i++) {
      assertThat(world.code(request.reversal(world.trace()).toMessage())).isEqualTo("00");
    }
    world.awaitDelivered();
    assertThat(received(Mti.REVERSAL)).isEqualTo(1);
  }

  @Test
  @Tag("HL-23")
  void nothingIsReversedWhenNothingCouldBeSent() throws Exception {
    world.issuer.close();
    AuthorizationRequest request = world.request(world.key(), 1999);
    assertThat(world.code(request.toMessage())).isEqualTo("91");
    assertThat(world.acquirer.undelivered()).isZero();
  }

  @Test
  @Tag("HL-31")
  void aReversalThatComesBeforeItsAuthorizationWins() throws Exception {
    AuthorizationRequest request = world.request(world.key(), 1999);
    assertThat(world.code(request.reversal(world.trace()).toMessage())).isEqualTo("00");
    assertThat(world.code(request.with(world.trace()).toMessage())).isEqualTo("94");
    assertThat(world.issuer.received).isEmpty();
  }

  @Test
  @Tag("HL-30")
  void aReversalWhileTheIssuerStillDecidesReachesTheIssuerAndTheAnswerIsNo() throws Exception {
    CountDownLatch decided = new CountDownLatch(1);
    world.issuer.now(
        request -> {
          if (request.mti().kind() == 1) decided.await();
          return World.approve(request);
        });
    AuthorizationRequest request = world.request(world.key(), 1999);
    Future<String> answer = askers.submit(() -> world.code(request.toMessage()));
    world.issuer.next();
    assertThat(world.code(request.reversal(world.trace()).toMessage())).isEqualTo("00");
    assertThat(world.issuer.next().mti()).isEqualTo(Mti.REVERSAL);
    decided.countDown();
    assertThat(answer.get()).isEqualTo("94");
    world.awaitDelivered();
  }

  @Test
  @Tag("F02")
  @Tag("HL-24")
  void whatACrashLeftWithoutAnswerIsDeclinedForGoodAndReversed() throws Exception {
    world.waits(SOON);
    CountDownLatch over = new CountDownLatch(1);
    world.issuer.now(
        request -> {
          if (request.mti().kind() == 1) over.await();
          return World.approve(request);
        });
    AuthorizationRequest request = world.request(world.key(), 1999);
    Future<Answer> lost =
        askers.submit(() -> world.gateway.ask(request.toMessage(), Duration.ofMillis(300)));
    world.issuer.next();
    lost.get();
    forgetAnswer(request.purchase().key());
    world.stop();
    forgetAnswer(request.purchase().key());
    world.start();
    assertThat(world.issuer.next().mti().kind()).isEqualTo(4);
    assertThat(world.code(request.with(world.trace()).toMessage())).isEqualTo("91");
    world.awaitDelivered();
    over.countDown();
  }

  /** Brings the log to where a kill between sending and storing the answer leaves it. */
  private void forgetAnswer(Octets key) {
    world
        .database
        .transactions()
        .perform(
            tx -> {
              tx.handle().execute("alter table authorization_log disable trigger answers_stay");
              tx.handle()
                  .execute(
                      "update authorization_log set response = null, approval = null,"
                          + " approved = null where key = ?",
                      (Object) key.bytes());
              tx.handle().execute("update outbox set state = 'done' where kind = 'reversal'");
              tx.handle().execute("alter table authorization_log enable trigger answers_stay");
            });
  }

  @Test
  @Tag("L19")
  void anAnswerThatWasGivenCannotBeChangedEvenByHand() throws Exception {
    world.issuer.now(request -> request.answer("51"));
    Octets key = world.key();
    assertThat(world.code(world.request(key, 1999).toMessage())).isEqualTo("51");
    assertThatThrownBy(
            () ->
                world
                    .database
                    .transactions()
                    .perform(
                        tx ->
                            tx.handle()
                                .execute(
                                    "update authorization_log set response = '00',"
                                        + " approval = '123456', approved = amount"
                                        + " where key = ?",
                                    (Object) key.bytes())))
        .hasMessageContaining("an answer is never changed");
    assertThat(world.code(world.request(key, 1999).toMessage())).isEqualTo("51");
  }

  @Test
  void answersGatewaysAndTheClearingHouseOnlyWhatIsTheirs() throws Exception {
    assertThat(world.settle("C1", 0, 0)).isEqualTo("00");
    IsoMessage settlement =
        new SettlementAdvice(
                world.trace(),
                World.ACQUIRER,
                "C2",
                "1122",
                World.EUR,
                new SettlementAdvice.Totals(0, 0, 0, 0))
            .toMessage();
    assertThat(world.code(settlement)).isEqualTo("57");
    try (var clearing = world.link(World.CLEARING)) {
      IsoMessage asked = world.request(world.key(), 1999).toMessage();
      assertThat(World.ask(clearing, asked).text(39)).contains("57");
    }
  }

  @Test
  @Tag("V03")
  void noCardNumberIsInAnyTable() throws Exception {
    AuthorizationRequest request = world.request(world.key(), 1999);
    world.ask(request.toMessage());
    world.ask(request.reversal(world.trace()).toMessage());
    String everything =
        world
            .database
            .transactions()
            .inTransaction(
                tx ->
                    tx.handle()
                        .createQuery(
                            "select (select string_agg(a::text, ' ') from authorization_log a)"
                                + " || (select string_agg(o::text, ' ') from outbox o)")
                        .mapTo(String.class)
                        .one());
    assertThat(everything).contains("999001******0010").doesNotContain(World.PAN);
  }
}
