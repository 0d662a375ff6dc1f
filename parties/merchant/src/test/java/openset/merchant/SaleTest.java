package openset.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import openset.asn1.AsSent;
import openset.asn1.Der;
import openset.conduct.Peers;
import openset.merchant.sale.Sale;
import openset.merchant.shop.PlacedOrder;
import openset.set.ErrorCode;
import openset.set.data.CurrencyAmount;
import openset.set.data.LocalID;
import openset.set.data.order.Offer;
import openset.set.data.outcome.CompletionCode;
import openset.set.data.sale.AuthCode;
import openset.set.message.MessageHeader;
import openset.set.message.MessageWrapper;
import openset.set.treatment.cardholder.ProcessPInitRes;
import openset.set.treatment.cardholder.ProcessPRes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Orders that wallets pay, on a real database, with everything that can come between. */
@Timeout(120)
final class SaleTest {
  private static final Brand BRAND = new Brand();

  private final Shopfront shopfront = new Shopfront(BRAND);
  private final Wallet wallet = shopfront.wallet(1);

  @AfterEach
  void close() {
    shopfront.close();
  }

  private static CurrencyAmount total(PlacedOrder order) {
    return order.offer().value().total();
  }

  private ProcessPRes.Outcome pays(Wallet.Agreed agreed) throws Exception {
    return wallet.reads(agreed, shopfront.receive(agreed.pReq()));
  }

  private static CompletionCode unconfirmed(ProcessPRes.Outcome outcome) {
    return ((ProcessPRes.Outcome.NotConfirmed) outcome).completionCode();
  }

  @Test
  void anOrderIsPaidAndConfirmedByTheGatewaysReceipt() throws Exception {
    PlacedOrder order = shopfront.order("bk-101", "st-303");
    ProcessPRes.Outcome outcome = pays(wallet.agrees(shopfront, order));
    assertThat(((ProcessPRes.Outcome.Confirmed) outcome).receipt().authAmt())
        .isEqualTo(total(order));
    assertThat(shopfront.authorized(order).authAmt()).isEqualTo(total(order));
    assertThat(shopfront.gateway.authorizations()).containsExactly(total(order));
  }

  @Test
  @Tag("P01")
  void theSameOrderSentAgainGetsTheSameOctetsAndOneAuthorization() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    Wallet.Agreed agreed = wallet.agrees(shopfront, order);
    byte[] first = shopfront.receive(agreed.pReq());
    assertThat(shopfront.receive(agreed.pReq())).isEqualTo(first);
    shopfront.restart();
    assertThat(shopfront.receive(agreed.pReq())).isEqualTo(first);
    assertThat(shopfront.gateway.authorizations()).hasSize(1);
  }

  @Test
  void aPInitReqSentAgainGetsTheSameOctets() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    byte[] asked = MessageWrapper.TYPE.encode(wallet.pInitReq(order.lidM()).wrapper());
    byte[] first = shopfront.receive(asked);
    assertThat(shopfront.receive(asked)).isEqualTo(first);
  }

  @Test
  @Tag("L04")
  void anRrpidThatComesBackWithOtherContentChangesNothing() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    Wallet.Agreed agreed = wallet.agrees(shopfront, order);
    byte[] first = shopfront.receive(agreed.pReq());
    byte[] other = MessageWrapper.TYPE.encode(later(agreed.created().wrapper()));
    assertThat(other).isNotEqualTo(agreed.pReq());
    assertThat(wallet.refusal(shopfront.receive(other))).isEqualTo(ErrorCode.unknownRRPID);
    assertThat(shopfront.receive(agreed.pReq())).isEqualTo(first);
    assertThat(shopfront.gateway.authorizations()).hasSize(1);
  }

  /** The same message in a wrapper of a second later. */
  private static MessageWrapper later(MessageWrapper wrapper) {
    MessageHeader header = wrapper.messageHeader();
    return MessageWrapper.of(
        MessageHeader.of(
            header.date().plusSeconds(1),
            header.messageIDs(),
            header.rrpid().orElseThrow(),
            header.swIdent()),
        wrapper.message());
  }

  @Test
  @Tag("PInitReq-M-03")
  void anOrderThatIsNotThereCannotBePaid() throws Exception {
    byte[] asked =
        MessageWrapper.TYPE.encode(wallet.pInitReq(LocalID.ofText("nobody's")).wrapper());
    assertThat(wallet.refusal(shopfront.receive(asked))).isEqualTo(ErrorCode.unknownLID);
  }

  @Test
  @Tag("PReq-M-09")
  @Tag("P09")
  @Tag("P11")
  void anotherOrderThanWasOfferedIsRejectedAndNoBankAsked() throws Exception {
    PlacedOrder cheap = shopfront.order("bk-101");
    PlacedOrder dear = shopfront.order("bk-103");
    ProcessPInitRes.Proved proved = wallet.opens(shopfront, dear);
    Wallet.Agreed swapped = wallet.agrees(proved, cheap.offer());
    assertThat(unconfirmed(pays(swapped))).isEqualTo(CompletionCode.orderRejected);
    assertThat(shopfront.sale(dear)).isInstanceOf(Sale.Rejected.class);
    assertThat(shopfront.gateway.authorizations()).isEmpty();

    assertThat(pays(wallet.agrees(proved, dear.offer())))
        .isInstanceOf(ProcessPRes.Outcome.Confirmed.class);
  }

  @Test
  @Tag("P05")
  @Tag("PReq-M-08")
  void aPurchaseBelongsToTheCardholderWhoFirstOrderedWithIt() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    AsSent<Offer> other = shopfront.order("bk-103").offer();
    ProcessPInitRes.Proved proved = wallet.opens(shopfront, order);
    pays(wallet.agrees(proved, other));

    Wallet stranger = shopfront.wallet(2);
    byte[] taken = stranger.agrees(proved, order.offer()).pReq();
    assertThat(wallet.refusal(shopfront.receive(taken))).isEqualTo(ErrorCode.unknownXID);
    assertThat(shopfront.gateway.authorizations()).isEmpty();
  }

  @Test
  @Tag("P05")
  @Tag("PReq-M-10")
  void aSecondCardholderCannotPayUnderAnXidThatIsPaid() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    ProcessPInitRes.Proved proved = wallet.opens(shopfront, order);
    pays(wallet.agrees(proved, order.offer()));
    byte[] second = shopfront.wallet(2).agrees(proved, order.offer()).pReq();
    assertThat(wallet.refusal(shopfront.receive(second))).isEqualTo(ErrorCode.unknownXID);
    assertThat(shopfront.gateway.authorizations()).hasSize(1);
  }

  @Test
  @Tag("PInitReq-M-05")
  void anOrderIsPaidOnce() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    pays(wallet.agrees(shopfront, order));
    byte[] again = MessageWrapper.TYPE.encode(wallet.pInitReq(order.lidM()).wrapper());
    assertThat(wallet.refusal(shopfront.receive(again))).isEqualTo(ErrorCode.unknownLID);
  }

  @Test
  void aDeclinedOrderMayBePaidWithAnotherCard() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    shopfront.gateway.decision = AuthCode.declined;
    assertThat(pays(wallet.agrees(shopfront, order)))
        .isInstanceOf(ProcessPRes.Outcome.Declined.class);
    assertThat(((Sale.Declined) shopfront.sale(order)).authCode()).isEqualTo(AuthCode.declined);

    shopfront.gateway.decision = AuthCode.approved;
    Wallet other = shopfront.wallet(2);
    Wallet.Agreed agreed = other.agrees(shopfront, order);
    assertThat(other.reads(agreed, shopfront.receive(agreed.pReq())))
        .isInstanceOf(ProcessPRes.Outcome.Confirmed.class);
  }

  @Test
  void aSilentGatewayLeavesTheWalletWithTheOrderReceivedAndTheSaleIsSettledLater()
      throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    Wallet.Agreed agreed = wallet.agrees(shopfront, order);
    shopfront.gateway.manner = TestGateway.silent();
    byte[] first = shopfront.receive(agreed.pReq());
    assertThat(unconfirmed(wallet.reads(agreed, first))).isEqualTo(CompletionCode.orderReceived);
    assertThat(shopfront.sale(order)).isInstanceOf(Sale.Authorizing.class);

    shopfront.gateway.manner = TestGateway::work;
    shopfront.awaits(order, Sale.Authorized.class);
    assertThat(shopfront.gateway.authorizations()).containsExactly(total(order));
    assertThat(shopfront.receive(agreed.pReq())).isEqualTo(first);
  }

  @Test
  void anAnswerThatIsLostIsAskedForAgainAndHeldOnce() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    shopfront.gateway.manner = TestGateway.answerLost();
    assertThat(unconfirmed(pays(wallet.agrees(shopfront, order))))
        .isEqualTo(CompletionCode.orderReceived);
    shopfront.gateway.manner = TestGateway::work;
    shopfront.awaits(order, Sale.Authorized.class);
    assertThat(shopfront.gateway.authorizations()).hasSize(1);
  }

  @Test
  void anErrorOfTheGatewayEndsTheSaleWithoutMoney() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    shopfront.gateway.manner = TestGateway.error();
    assertThat(unconfirmed(pays(wallet.agrees(shopfront, order))))
        .isEqualTo(CompletionCode.orderReceived);
    assertThat(((Sale.Declined) shopfront.sale(order)).authCode())
        .isEqualTo(AuthCode.systemError);
  }

  @Test
  void anAnswerToSomebodyElseIsNoAnswer() throws Exception {
    PlacedOrder one = shopfront.order("bk-101");
    List<Der> seen = new ArrayList<>();
    shopfront.gateway.manner =
        (gateway, wrapper) -> {
          Peers.Reply reply = gateway.work(wrapper);
          seen.add(((Peers.Reply.Bytes) reply).answer());
          return reply;
        };
    pays(wallet.agrees(shopfront, one));
    PlacedOrder other = shopfront.order("bk-101");
    shopfront.gateway.manner = (gateway, wrapper) -> new Peers.Reply.Bytes(seen.getFirst());
    assertThat(unconfirmed(pays(wallet.agrees(shopfront, other))))
        .isEqualTo(CompletionCode.orderReceived);
    assertThat(shopfront.sale(other)).isInstanceOf(Sale.Declined.class);
  }

  @Test
  void noiseInsteadOfAnAnswerHoldsNoMoney() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    shopfront.gateway.manner =
        (gateway, wrapper) -> new Peers.Reply.Bytes(Der.of(new byte[] {0x30, 1, 1}));
    assertThat(unconfirmed(pays(wallet.agrees(shopfront, order))))
        .isEqualTo(CompletionCode.orderReceived);
    assertThat(shopfront.sale(order)).isInstanceOf(Sale.Declined.class);
  }

  @Test
  @Tag("W-08")
  void whatIsForAnotherRoleIsNotSupported() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    List<Der> asked = new ArrayList<>();
    shopfront.gateway.manner =
        (gateway, wrapper) -> {
          asked.add(wrapper);
          return gateway.work(wrapper);
        };
    pays(wallet.agrees(shopfront, order));
    assertThat(wallet.refusal(shopfront.receive(asked.getFirst().bytes())))
        .isEqualTo(ErrorCode.messageNotSupported);
  }

  @Test
  void whatPeopleSeeOfASaleIsWhatItsConversationSays() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    assertThatThrownBy(() -> row(order)).isInstanceOf(IllegalStateException.class);
    wallet.opens(shopfront, order);
    assertThat(row(order)).isEqualTo("opened null null");
    pays(wallet.agrees(shopfront, order));
    assertThat(row(order)).isEqualTo("authorized approved " + total(order).minor());
  }

  private String row(PlacedOrder order) {
    return shopfront
        .database
        .transactions()
        .inTransaction(
            tx ->
                tx.handle()
                    .createQuery(
                        """
                        select standing || ' ' || coalesce(auth_code, 'null') || ' '
                               || coalesce(authorized::text, 'null')
                        from sale where lid_m = :lidM
                        """)
                    .bind("lidM", order.lidM().octets().bytes())
                    .mapTo(String.class)
                    .one());
  }
}
