package openset.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import openset.gateway.authorization.Rules;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.CheckResults;
import openset.iso8583.host.Checks;
import openset.iso8583.host.Decision;
import openset.iso8583.host.StandInAdvice;
import openset.set.data.CurrencyAmount;
import openset.set.data.auth.AVSResult;
import openset.set.data.sale.AuthCode;
import openset.set.extension.BillingAddress;
import openset.set.extension.CardChecks;
import openset.set.extension.SecurityCode;
import openset.set.extension.SecurityCodeResult;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.set.treatment.merchant.AcceptedOrder;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.ProcessAuthRes;
import openset.store.ConversationKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Security code and billing address go from the payment half to the bank, and no further. */
@Timeout(120)
final class ChecksTest {
  private static final Brand BRAND = new Brand();
  private static final Card CARD = BRAND.card(1);
  private static final CardChecks BOTH =
      new CardChecks(
          Optional.of(new SecurityCode("8642")),
          Optional.of(new BillingAddress("SW1A 1AA", Optional.of("10 Example Street, 3rd"))));

  private final Bench bench = new Bench(BRAND, Bench.SOON);
  private final TestMerchant merchant = new TestMerchant(BRAND, BRAND.gateway);

  @AfterEach
  void close() {
    bench.close();
  }

  private ProcessAuthRes.Outcome asks(TestMerchant.Asks asks) throws Exception {
    return merchant.reads(asks, bench.receive(asks.authReq()));
  }

  private Checks asked() throws Exception {
    List<IsoMessage> questions =
        bench.acquirer.received.stream()
            .filter(message -> message.mti().equals(Mti.AUTHORIZATION))
            .toList();
    return AuthorizationRequest.of(questions.getLast()).purchase().checks();
  }

  private static TestAcquirer.Manner finding(Decision decision, String address, String code) {
    CheckResults found = new CheckResults(Optional.of(address), Optional.of(code));
    return (acquirer, request) -> {
      acquirer.work(request);
      return decision.answer(request, found);
    };
  }

  @Test
  @Tag("AuthReq-P-18")
  @Tag("AuthRes-P-05")
  void theBankIsAskedAndOnlyWhatItFoundComesBack() throws Exception {
    bench.acquirer.manner =
        finding(new Decision.Approved(TestAcquirer.CODE), "Z", "M");
    ProcessAuthRes.Outcome outcome = asks(merchant.asks(merchant.sells(CARD, 1490, BOTH)));
    assertThat(asked().securityCode()).contains("8642");
    assertThat(asked().address()).contains("SW1A 1AA 103");
    assertThat(outcome.approved()).isTrue();
    assertThat(outcome.avsResult()).contains(AVSResult.postalCodeMatchOnly);
    assertThat(outcome.securityCode()).contains(SecurityCodeResult.match);
  }

  @Test
  @Tag("AuthRes-P-05")
  void aWrongCodeDeclinesAndTheMerchantHearsWhy() throws Exception {
    bench.acquirer.manner = finding(new Decision.Declined("05"), "Y", "N");
    ProcessAuthRes.Outcome outcome = asks(merchant.asks(merchant.sells(CARD, 1490, BOTH)));
    assertThat(outcome.authCode()).isEqualTo(AuthCode.declined);
    assertThat(outcome.avsResult()).contains(AVSResult.fullMatch);
    assertThat(outcome.securityCode()).contains(SecurityCodeResult.noMatch);
  }

  @Test
  @Tag("AuthReq-P-18")
  void aFurtherAuthorizationBringsNoneOfIt() throws Exception {
    AcceptedOrder order = merchant.sells(CARD, 1490, BOTH);
    CreateAuthReq.Wish part = CreateAuthReq.Wish.of(TestMerchant.euros(700)).withToken();
    ProcessAuthRes.Outcome first = asks(merchant.asks(order, part));
    assertThat(first.avsResult()).isEmpty();
    assertThat(first.securityCode()).isEmpty();
    asks(merchant.asksAgain(order, first.authToken().orElseThrow(), part));
    assertThat(asked()).isEqualTo(Checks.NONE);
  }

  @Test
  @Tag("AuthReq-P-18")
  void whatIsApprovedInTheIssuersPlaceIsToldWithoutIt() throws Exception {
    CurrencyAmount most = TestMerchant.euros(5000);
    Rules rules =
        new Rules(
            ProcessAuthReq.Allowed.PLAIN, Optional.of(new Rules.StandInLimits(most, most)));
    try (Bench other = new Bench(BRAND, Bench.SOON, rules)) {
      other.acquirer.manner =
          (acquirer, request) ->
              request.mti().equals(Mti.AUTHORIZATION)
                  ? request.answer("91")
                  : acquirer.work(request);
      TestMerchant.Asks asks = merchant.asks(merchant.sells(CARD, 1490, BOTH));
      assertThat(merchant.reads(asks, other.receive(asks.authReq())).approved()).isTrue();
      Bench.until(() -> other.acquirer.received(Mti.AUTHORIZATION_ADVICE) == 1);
      assertThat(
              StandInAdvice.of(other.acquirer.received.getLast())
                  .request()
                  .purchase()
                  .checks())
          .isEqualTo(Checks.NONE);
    }
  }

  private List<byte[]> kept(TestMerchant.Asks asks) {
    return bench
        .database
        .transactions()
        .inTransaction(
            tx ->
                tx.journal().byConversation(ConversationKey.of(asks.xid().octets().bytes())))
        .stream()
        .filter(entry -> entry.message().name().equals("AuthReq"))
        .map(entry -> entry.message().bytes())
        .toList();
  }

  @Test
  @Tag("AuthReq-P-21")
  @Tag("W-06")
  void aRequestWithACodeIsNotKeptAndKnownWhenItComesAgain() throws Exception {
    TestMerchant.Asks asks = merchant.asks(merchant.sells(CARD, 1490, BOTH));
    byte[] answer = bench.receive(asks.authReq());
    assertThat(merchant.reads(asks, answer).approved()).isTrue();
    assertThat(kept(asks)).singleElement().satisfies(octets -> assertThat(octets).isEmpty());
    assertThat(bench.receive(asks.authReq())).isEqualTo(answer);
    assertThat(bench.acquirer.held).hasSize(1);
    long waiting = bench.database.transactions().inTransaction(tx -> tx.outbox().waiting());
    assertThat(waiting).isZero();
  }

  @Test
  @Tag("AuthReq-P-21")
  void neitherIsOneThatIsNotAgreedTo() throws Exception {
    AcceptedOrder order = merchant.sells(CARD, 1490, BOTH);
    TestMerchant.Asks asks =
        merchant.asks(order, CreateAuthReq.Wish.of(TestMerchant.euros(1491)));
    assertThat(asks(asks).authCode()).isEqualTo(AuthCode.amountError);
    assertThat(kept(asks)).singleElement().satisfies(octets -> assertThat(octets).isEmpty());
  }

  @Test
  @Tag("AuthReq-P-21")
  void oneWithAnAddressAloneIsKeptAsItCame() throws Exception {
    CardChecks address = new CardChecks(Optional.empty(), BOTH.billingAddress());
    TestMerchant.Asks asks = merchant.asks(merchant.sells(CARD, 1490, address));
    assertThat(asks(asks).approved()).isTrue();
    assertThat(kept(asks)).singleElement().isEqualTo(asks.authReq());
  }
}
