package openset.acquirer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import openset.acquirer.store.Breaks;
import openset.acquirer.store.Item;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.CheckResults;
import openset.iso8583.host.Checks;
import openset.iso8583.host.Decision;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.ResponseCode;
import openset.iso8583.host.StandInAdvice;
import openset.ledger.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the gateway approved by itself, and what only the issuer may know. */
@Timeout(120)
class StandInTest {
  private static final String CODE = "123456";
  private static final String SECURITY_CODE = "8642";
  private static World world;

  @BeforeAll
  static void opens() throws Exception {
    world = new World();
    world.clearing.now(request -> World.cleared(request, "C1"));
  }

  @AfterAll
  static void closes() {
    world.close();
  }

  private static StandInAdvice advice(long minor) throws Exception {
    return new StandInAdvice(
        checked(world.request(world.key(), minor)), CODE, StandInAdvice.Reason.TIME_OUT);
  }

  private static AuthorizationRequest checked(AuthorizationRequest plain) {
    Purchase all = plain.purchase();
    Checks checks =
        new Checks(Optional.of("10000 1"), Optional.of(SECURITY_CODE), Optional.empty());
    return new AuthorizationRequest(
        plain.trace(),
        plain.card(),
        plain.amount(),
        plain.acceptor(),
        plain.reference(),
        new Purchase(
            all.key(),
            all.xid(),
            all.transStain(),
            all.certificate(),
            all.merchantId(),
            checks));
  }

  private static String stored() {
    return world
        .database
        .transactions()
        .inTransaction(
            tx ->
                tx.handle()
                    .createQuery(
                        "select coalesce(string_agg(encode(payload, 'escape'), ' '), '')"
                            + " || (select string_agg(a::text, ' ') from authorization_log a)"
                            + " from outbox")
                    .mapTo(String.class)
                    .one()
                    // Sealed octets and fractions of seconds may look like anything.
                    .replaceAll("\\\\[0-7]{3}|[.][0-9]{1,6}[+]00", " "));
  }

  @Test
  @Tag("HL-82")
  @Tag("V03")
  @Tag("F02")
  void isForwardedAfterARestartUntilTheIssuerAnswersAndItsItemsWaitForThat() throws Exception {
    world.issuer.now(request -> request.answer("96"));
    StandInAdvice advice = advice(5_000);
    assertThat(world.code(advice.toMessage())).isEqualTo("00");
    Octets original = advice.request().purchase().key();
    Octets capture = world.key();
    assertThat(
            world.code(world.capture(advice.request(), capture, 5_000).toMessage()))
        .isEqualTo("00");
    assertThat(world.issuer.next().mti()).isEqualTo(Mti.AUTHORIZATION_ADVICE);
    assertThat(stored()).contains("999001******0010").doesNotContain(World.PAN, SECURITY_CODE);
    assertThat(world.acquirer.item(original, capture).orElseThrow().progress())
        .isEqualTo(Item.Progress.NEW);
    world.stop();
    world.issuer.now(World::approve);
    world.start();
    world.awaitDelivered();
    IsoMessage told = world.issuer.received.getLast();
    assertThat(told.mti()).isEqualTo(Mti.AUTHORIZATION_ADVICE.repeat());
    StandInAdvice arrived = StandInAdvice.of(told);
    assertThat(arrived.code()).isEqualTo(CODE);
    assertThat(arrived.request().card()).isEqualTo(advice.request().card());
    assertThat(arrived.request().purchase().checks().securityCode()).isEmpty();
    assertThat(world.acquirer.item(original, capture).orElseThrow().cycle()).contains("C1");
  }

  @Test
  @Tag("HL-83")
  void whatTheIssuerRefusesIsABreakAndItsItemsAreRefusedOnRecord() throws Exception {
    world.issuer.now(request -> request.answer("14"));
    world.clearing.now(request -> request.answer("25"));
    StandInAdvice advice = advice(5_000);
    assertThat(world.code(advice.toMessage())).isEqualTo("00");
    Octets capture = world.key();
    assertThat(
            world.code(world.capture(advice.request(), capture, 5_000).toMessage()))
        .isEqualTo("00");
    world.awaitDelivered();
    world.clearing.now(request -> World.cleared(request, "C1"));
    Octets original = advice.request().purchase().key();
    assertThat(world.acquirer.item(original, capture).orElseThrow().presented())
        .contains(ResponseCode.ORIGINAL_NOT_FOUND);
    // 1.5 % of 50.00 is 0.75: the merchant is paid what it was promised, the acquirer has lost it.
    assertThat(world.acquirer.owedTo("M-1", World.EUR)).isEqualTo(new Money(World.EUR, 4_925));
    world.checkBooks();
    assertThat(breaks(original))
        .containsExactly(Breaks.Kind.STAND_IN_REFUSED, Breaks.Kind.ITEM_REFUSED);
  }

  private static List<Breaks.Kind> breaks(Octets original) {
    return world
        .database
        .transactions()
        .inTransaction(
            tx ->
                Breaks.in(tx).open(100).stream()
                    .filter(each -> each.where().original().equals(original))
                    .map(Breaks.Break::kind)
                    .toList());
  }

  @Test
  @Tag("HL-82")
  @Tag("L04")
  void isTakenOnceAndNotWhereTheIssuerWouldNotHaveBeenAsked() throws Exception {
    world.issuer.now(World::approve);
    StandInAdvice advice = advice(5_000);
    assertThat(world.code(advice.toMessage())).isEqualTo("00");
    IsoMessage repeat = advice.with(world.trace()).toMessage();
    assertThat(world.code(repeat.as(Mti.AUTHORIZATION_ADVICE.repeat()))).isEqualTo("00");
    StandInAdvice other = new StandInAdvice(advice.request(), "999999", advice.reason());
    assertThat(world.code(other.with(world.trace()).toMessage())).isEqualTo("94");
    assertThat(world.code(advice.request().with(world.trace()).toMessage())).isEqualTo("94");
    AuthorizationRequest foreign = world.request(world.key(), 1, "9995020000000006");
    StandInAdvice unknown =
        new StandInAdvice(foreign, CODE, StandInAdvice.Reason.ISSUER_UNAVAILABLE);
    assertThat(world.code(unknown.toMessage())).isEqualTo("15");
    world.awaitDelivered();
    String reference = advice.request().reference().retrieval();
    assertThat(world.issuer.received)
        .filteredOn(each -> each.text(37).equals(Optional.of(reference)))
        .hasSize(1);
  }

  @Test
  @Tag("HL-30")
  void aReversalOfWhatTheIssuerDoesNotKnowYetIsToldAfterIt() throws Exception {
    world.issuer.now(
        request ->
            request.mti().kind() == 1 ? request.answer("96") : World.approve(request));
    StandInAdvice advice = advice(5_000);
    assertThat(world.code(advice.toMessage())).isEqualTo("00");
    assertThat(world.code(advice.request().reversal(world.trace()).toMessage())).isEqualTo("00");
    world.issuer.now(World::approve);
    world.awaitDelivered();
    IsoMessage last = world.issuer.received.getLast();
    assertThat(last.mti().original()).isEqualTo(Mti.REVERSAL);
    assertThat(last.need(37)).isEqualTo(advice.request().reference().retrieval());
  }

  @Test
  @Tag("HL-28")
  void whatIsToBeCheckedReachesTheIssuerAndWhatWasFoundComesBackInEveryRepeat()
      throws Exception {
    CheckResults found = new CheckResults(Optional.of("Z"), Optional.of("M"));
    world.issuer.now(
        request -> {
          AuthorizationRequest asked = AuthorizationRequest.of(request);
          assertThat(asked.purchase().checks().securityCode()).contains(SECURITY_CODE);
          return new Decision.Approved(CODE).answer(request, found);
        });
    AuthorizationRequest request = checked(world.request(world.key(), 100));
    assertThat(CheckResults.of(world.ask(request.toMessage()))).isEqualTo(found);
    IsoMessage again = world.ask(request.with(world.trace()).toMessage());
    assertThat(CheckResults.of(again)).isEqualTo(found);
    assertThat(stored()).doesNotContain(SECURITY_CODE).doesNotContain("10000 1");
  }
}
