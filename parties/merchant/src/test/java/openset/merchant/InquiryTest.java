package openset.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import openset.merchant.sale.Sale;
import openset.merchant.sale.Ship;
import openset.merchant.shop.PlacedOrder;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.LocalID;
import openset.set.data.TransIDs;
import openset.set.data.outcome.AuthStatus;
import openset.set.data.outcome.CapStatus;
import openset.set.data.outcome.CompletionCode;
import openset.set.data.outcome.Results;
import openset.set.data.sale.AuthCode;
import openset.set.message.InqRes;
import openset.set.message.MessageWrapper;
import openset.set.treatment.cardholder.CreateInqReq;
import openset.set.treatment.cardholder.CreatePReq;
import openset.set.treatment.cardholder.ProcessInqRes;
import openset.set.treatment.cardholder.ProcessPInitRes;
import openset.set.treatment.cardholder.ProcessPRes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cardholders ask a merchant on a real database how their purchases stand, at every moment. */
@Timeout(120)
final class InquiryTest {
  private static final Brand BRAND = new Brand();

  private final Shopfront shopfront = new Shopfront(BRAND);
  private final Wallet wallet = shopfront.wallet(1);

  @AfterEach
  void close() {
    shopfront.close();
  }

  private static byte[] octets(CreateInqReq.Created asked) {
    return MessageWrapper.TYPE.encode(asked.wrapper());
  }

  private static CreateInqReq.Created asking(Wallet by, TransIDs ids) {
    return CreateInqReq.create(ids, by.card().credential(), by.means());
  }

  private ProcessInqRes.Told told(CreatePReq.Asked agreed) throws Refused {
    CreateInqReq.Created asked = asking(wallet, agreed.transIDs());
    MessageWrapper answer =
        MessageWrapper.TYPE.decode(shopfront.receive(octets(asked)));
    return ProcessInqRes.process(
        answer, (InqRes) answer.message(), agreed, asked.asked(), wallet.means());
  }

  private static CompletionCode code(ProcessInqRes.Told told) {
    return told.said().completionCode();
  }

  private static Optional<Double> held(ProcessInqRes.Told told) {
    return told.said()
        .results()
        .flatMap(Results::authStatus)
        .map(AuthStatus::authRatio)
        .map(ratio -> ratio.value());
  }

  private static Optional<Double> captured(ProcessInqRes.Told told) {
    return told.said()
        .results()
        .flatMap(Results::capStatus)
        .map(CapStatus::capRatio)
        .map(ratio -> ratio.value());
  }

  @Test
  @Tag("InqRes-M-02")
  @Tag("InqRes-M-03")
  void aWalletThatHeardOnlyThatItsOrderIsHereGetsTheReceiptLater() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    Wallet.Agreed agreed = wallet.agrees(shopfront, order);
    shopfront.gateway.manner = TestGateway.silent();
    shopfront.receive(agreed.pReq());
    assertThat(told(agreed.created().asked()).said().completionCode())
        .isEqualTo(CompletionCode.orderReceived);

    shopfront.gateway.manner = TestGateway::work;
    shopfront.awaits(order, Sale.Authorized.class);
    for (int again = 0; again < 2; again++) {
      ProcessInqRes.Told told = told(agreed.created().asked());
      assertThat(told.outcome()).isInstanceOf(ProcessPRes.Outcome.Confirmed.class);
      assertThat(held(told)).contains(1.0);
      shopfront.restart();
    }
  }

  @Test
  @Tag("InqRes-M-02")
  void aDeclineIsToldWithTheGatewaysWord() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    Wallet.Agreed agreed = wallet.agrees(shopfront, order);
    shopfront.gateway.decision = AuthCode.expiredCard;
    shopfront.receive(agreed.pReq());
    ProcessInqRes.Told told = told(agreed.created().asked());
    assertThat(((ProcessPRes.Outcome.Declined) told.outcome()).receipt().authCode())
        .isEqualTo(AuthCode.expiredCard);
    assertThat(held(told)).contains(0.0);
  }

  @Test
  @Tag("InqRes-M-02")
  void whatWasShippedIsToldAsAShareOfThePurchase() throws Exception {
    PlacedOrder order = shopfront.order("bk-101", "st-303");
    Wallet.Agreed agreed = wallet.agrees(shopfront, order);
    shopfront.receive(agreed.pReq());
    assertThat(captured(told(agreed.created().asked()))).isEmpty();
    Sale.Authorized part =
        (Sale.Authorized)
            shopfront.merchant().ship(order.lidM(), new Ship(List.of(1), "T-1"));
    ProcessInqRes.Told first = told(agreed.created().asked());
    double total = order.offer().value().total().minor();
    assertThat(captured(first)).contains(part.captured().minor() / total);
    assertThat(code(first)).isEqualTo(CompletionCode.capturePerformed);
    shopfront.merchant().ship(order.lidM(), new Ship(List.of(2), "T-2"));
    assertThat(captured(told(agreed.created().asked()))).contains(1.0);
  }

  @Test
  @Tag("InqRes-M-02")
  void beforeAnOrderAndAfterOneThatDidNotFitNothingIsAsked() throws Exception {
    PlacedOrder dear = shopfront.order("bk-103");
    ProcessPInitRes.Proved proved = wallet.opens(shopfront, dear);
    Wallet.Agreed swapped = wallet.agrees(proved, shopfront.order("bk-101").offer());
    CreatePReq.Asked agreed = swapped.created().asked();
    assertThat(code(told(agreed))).isEqualTo(CompletionCode.orderNotReceived);
    shopfront.receive(swapped.pReq());
    assertThat(code(told(agreed))).isEqualTo(CompletionCode.orderRejected);
    assertThat(shopfront.gateway.authorizations()).isEmpty();
  }

  @Test
  @Tag("InqReq-M-05")
  @Tag("InqReq-M-04")
  @Tag("P37")
  void anotherCardholderHearsWhatIsSaidOfAPurchaseThatIsNotThere() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    Wallet.Agreed agreed = wallet.agrees(shopfront, order);
    shopfront.receive(agreed.pReq());
    TransIDs ids = agreed.created().asked().transIDs();
    byte[] strangers = octets(asking(shopfront.wallet(2), ids));
    assertThat(wallet.refusal(shopfront.receive(strangers))).isEqualTo(ErrorCode.unknownXID);
    TransIDs nowhere =
        new TransIDs(
            ids.lidC(),
            Optional.of(LocalID.ofText("nobody's")),
            ids.xid(),
            ids.pReqDate(),
            ids.paySysID(),
            ids.language());
    assertThat(wallet.refusal(shopfront.receive(octets(asking(wallet, nowhere)))))
        .isEqualTo(ErrorCode.unknownXID);
    TransIDs without =
        new TransIDs(
            ids.lidC(),
            Optional.empty(),
            ids.xid(),
            ids.pReqDate(),
            ids.paySysID(),
            ids.language());
    assertThat(wallet.refusal(shopfront.receive(octets(asking(wallet, without)))))
        .isEqualTo(ErrorCode.unknownXID);
  }

  @Test
  @Tag("P27")
  @Tag("W-06")
  void manyInquiriesChangeNothingAndAskNobody() throws Exception {
    PlacedOrder order = shopfront.order("bk-101");
    Wallet.Agreed agreed = wallet.agrees(shopfront, order);
    shopfront.receive(agreed.pReq());
    Sale before = shopfront.sale(order);
    shopfront.gateway.manner =
        (gateway, wrapper) -> {
          throw new AssertionError("a gateway is asked");
        };
    for (int i = 0; i < 100; i++) told(agreed.created().asked());
    byte[] one = octets(asking(wallet, agreed.created().asked().transIDs()));
    assertThat(shopfront.receive(one)).isEqualTo(shopfront.receive(one));
    assertThat(shopfront.sale(order)).isEqualTo(before);
  }
}
