package openset.cardholder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import openset.asn1.AsSent;
import openset.cardholder.card.CertifiedCard;
import openset.cardholder.purchase.Purchase;
import openset.cardholder.store.Bought;
import openset.conduct.Peers;
import openset.crypto.Suite;
import openset.pki.Trust;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.order.Offer;
import openset.set.data.outcome.CompletionCode;
import openset.set.data.outcome.Results;
import openset.set.data.sale.AuthCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wallet asks after its purchases, on a real database, with a merchant of real treatments. */
final class InquiryTest {
  private static Authority root;
  private static Brand aurora;
  private static CertifiedCard card;

  @TempDir Path directory;
  private WalletFixture world;
  private SellingPeer shop;
  private Wallet wallet;
  private LocalID cardID;

  @BeforeAll
  static void makeABrand() {
    root = Authority.root();
    aurora = new Brand(root, "Aurora", Suite.CLASSICAL);
    card = aurora.card("999001000000000");
  }

  @BeforeEach
  void openAWallet() throws Refused {
    world = new WalletFixture(directory, Trust.in(List.of(root.certificate())));
    shop = new SellingPeer(aurora);
    wallet = world.open(shop);
    cardID = wallet.takeOver(List.of(card)).getFirst();
  }

  @AfterEach
  void close() {
    wallet.close();
    world.database.close();
  }

  private LocalID begun(String order) throws Refused {
    AsSent<Offer> offer = WalletFixture.offer(order, "Aurora", 1490);
    shop.offers.put(offer.value().lidM(), offer);
    return wallet
        .begin(WalletFixture.initiation(offer), offer.der(), cardID, new Language("en"))
        .lidC();
  }

  private LocalID bought(String order) throws Refused {
    LocalID lidC = begun(order);
    wallet.approve(lidC);
    return lidC;
  }

  private static Purchase.Told told(Purchase purchase) {
    return purchase.signed().flatMap(Purchase.Ordered::told).orElseThrow();
  }

  private static void refusedBy(String rule, ThrowingCall act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
  }

  private interface ThrowingCall {
    void run() throws Refused;
  }

  @Test
  @Tag("WAL-15")
  void aReceiptThatComesLaterConfirmsThePurchase() throws Refused {
    shop.answersTooLate = true;
    LocalID lidC = bought("order-1");
    assertThat(wallet.purchase(lidC)).containsInstanceOf(Purchase.NotConfirmed.class);
    Purchase.Confirmed confirmed = (Purchase.Confirmed) wallet.inquirePurchase(lidC);
    assertThat(confirmed.receipt().authCode()).isEqualTo(AuthCode.approved);
    assertThat(told(confirmed).said().completionCode())
        .isEqualTo(CompletionCode.authorizationPerformed);
    assertThat(told(confirmed).said().results().flatMap(Results::acqCardMsg)).isEmpty();
    assertThat(wallet.purchases(1).getFirst().standing()).isEqualTo(Bought.Standing.CONFIRMED);
  }

  @Test
  @Tag("WAL-15")
  void aReceiptThatSaysNoDeclinesThePurchase() throws Refused {
    shop.answersTooLate = true;
    shop.decision = AuthCode.declined;
    LocalID lidC = bought("order-1");
    assertThat(wallet.inquirePurchase(lidC)).isInstanceOf(Purchase.Declined.class);
  }

  @Test
  @Tag("WAL-15")
  @Tag("P28")
  void withoutAReceiptTheMerchantsWordIsNotedAndNothingConfirmed() throws Refused {
    shop.asksNoGateway = true;
    LocalID lidC = bought("order-1");
    shop.captured = 1;
    Purchase purchase = wallet.inquirePurchase(lidC);
    assertThat(purchase).isInstanceOf(Purchase.NotConfirmed.class);
    assertThat(told(purchase).said().completionCode())
        .isEqualTo(CompletionCode.capturePerformed);
  }

  @Test
  @Tag("InqRes-C-04")
  void aReceiptThatWasProvedIsNotTakenBack() throws Refused {
    LocalID lidC = bought("order-1");
    Purchase.Confirmed before = (Purchase.Confirmed) wallet.purchase(lidC).orElseThrow();
    shop.asksNoGateway = true;
    Purchase.Confirmed after = (Purchase.Confirmed) wallet.inquirePurchase(lidC);
    assertThat(after.receipt()).isEqualTo(before.receipt());
    assertThat(told(after).said().completionCode())
        .isEqualTo(CompletionCode.authorizationPerformed);
  }

  @Test
  @Tag("InqRes-C-04")
  void anotherReceiptOfTheSamePurchaseIsRefused() throws Refused {
    LocalID lidC = bought("order-1");
    Purchase before = wallet.purchase(lidC).orElseThrow();
    shop.decision = AuthCode.declined;
    shop.authorizesAnew = true;
    assertThat(wallet.inquirePurchase(lidC)).isEqualTo(before);
  }

  @Test
  @Tag("WAL-15")
  void anErrorAndAnAnswerThatBreaksARuleChangeNothing() throws Refused {
    LocalID lidC = bought("order-1");
    Purchase before = wallet.purchase(lidC).orElseThrow();
    shop.refusesInquiries = ErrorCode.unknownXID;
    assertThat(wallet.inquirePurchase(lidC)).isEqualTo(before);
    shop.refusesInquiries = null;
    shop.captured = 2;
    assertThat(wallet.inquirePurchase(lidC)).isEqualTo(before);
    shop.captured = 0.5;
    assertThat(told(wallet.inquirePurchase(lidC)).said().completionCode())
        .isEqualTo(CompletionCode.capturePerformed);
  }

  @Test
  @Tag("WAL-15")
  void whatWasNotOrderedCannotBeAskedAfter() throws Refused {
    LocalID lidC = begun("order-1");
    refusedBy("WAL-15", () -> wallet.inquirePurchase(lidC));
    wallet.cancel(lidC);
    refusedBy("WAL-15", () -> wallet.inquirePurchase(lidC));
    refusedBy("WAL-03", () -> wallet.inquirePurchase(LocalID.ofText("unknown")));
    refusedBy("WAL-03", () -> wallet.inquirePurchase(cardID));
  }

  @Test
  @Tag("WAL-15")
  void aPurchaseThatStoppedAfterItsOrderIsFoundAgain() throws Refused {
    Peers confused =
        (destination, octets) ->
            shop.isPReq(octets)
                ? new Peers.Reply.Bytes(
                    SellingPeer.ofAnotherRequest(
                        ((Peers.Reply.Bytes) shop.ask(destination, octets)).answer()))
                : shop.ask(destination, octets);
    wallet.close();
    wallet = world.open(confused);
    LocalID lidC = bought("order-1");
    assertThat(wallet.purchase(lidC)).containsInstanceOf(Purchase.Stopped.class);
    assertThat(wallet.inquirePurchase(lidC)).isInstanceOf(Purchase.Confirmed.class);
  }

  @Test
  @Tag("WAL-04")
  void anInquiryWithoutAnAnswerGoesOnByItselfAndIsOne() throws Refused {
    LocalID lidC = bought("order-1");
    wallet.close();
    Peers deaf = (destination, octets) -> new Peers.Reply.Nothing("timeout");
    try (Wallet waiting = world.open(deaf)) {
      Purchase asking = waiting.inquirePurchase(lidC);
      assertThat(asking.signed().orElseThrow().inquiry()).isPresent();
      assertThat(waiting.inquirePurchase(lidC)).isEqualTo(asking);
    }
    int before = shop.requests();
    wallet = world.open(shop);
    WalletFixture.eventually(
        () -> wallet.purchase(lidC).orElseThrow().signed().orElseThrow().told().isPresent());
    assertThat(shop.requests()).isEqualTo(before + 1);
  }
}
