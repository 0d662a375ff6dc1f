package openset.cardholder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import openset.asn1.AsSent;
import openset.asn1.Der;
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
import openset.set.data.sale.AuthCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Purchases of a wallet on a real database, with a merchant and a gateway of real treatments. */
final class PurchaseTest {
  private static final Language EN = new Language("en");
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

  private AsSent<Offer> placed(String order) {
    AsSent<Offer> offer = WalletFixture.offer(order, "Aurora", 1490);
    shop.offers.put(offer.value().lidM(), offer);
    return offer;
  }

  private Wallet.Underway begin(AsSent<Offer> offer) throws Refused {
    return wallet.begin(WalletFixture.initiation(offer), offer.der(), cardID, EN);
  }

  private Purchase buy(String order) throws Refused {
    return wallet.approve(begin(placed(order)).lidC());
  }

  private Bought only() {
    List<Bought> all = wallet.purchases(10);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static void stoppedBy(String rule, Purchase purchase) {
    assertThat(purchase)
        .isInstanceOfSatisfying(
            Purchase.Stopped.class,
            stopped -> {
              assertThat(stopped.stop().rule()).isEqualTo(rule);
              assertThat(stopped.stop().byPeer()).isFalse();
            });
  }

  @Test
  @Tag("W16")
  void nothingIsOrderedBeforeThePersonApprovesWhatWasProved() throws Refused {
    AsSent<Offer> offer = placed("order-1");
    Wallet.Underway underway = begin(offer);
    Purchase.Offered offered = (Purchase.Offered) underway.purchase();
    assertThat(offered.seller().name()).isEqualTo("Lantern Books");
    assertThat(offered.seller().web()).contains("https://shop.example");
    assertThat(offered.order().brandID().name()).isEqualTo("Aurora");
    assertThat(offered.order().offer()).isEqualTo(offer);
    assertThat(offered.order().offer().value().lines()).hasSize(2);
    assertThat(shop.authorizations.get()).isZero();
    assertThat(shop.answers()).containsExactly(offered.pInitRes());
  }

  @Test
  @Tag("WAL-06")
  void aPurchaseIsConfirmedByTheGatewaysReceiptAndKept() throws Refused {
    AsSent<Offer> offer = placed("order-1");
    LocalID lidC = begin(offer).lidC();
    Purchase.Confirmed confirmed = (Purchase.Confirmed) wallet.approve(lidC);
    assertThat(confirmed.receipt().authAmt()).isEqualTo(offer.value().total());
    Bought kept = only();
    assertThat(kept.lidC()).isEqualTo(lidC);
    assertThat(kept.standing()).isEqualTo(Bought.Standing.CONFIRMED);
    assertThat(kept.merchant()).contains("Lantern Books");
    assertThat(kept.total()).isEqualTo(offer.value().total());
    assertThat(kept.offer()).isEqualTo(offer.der());
    assertThat(kept.receipt()).contains(confirmed.receipt());
    assertThat(kept.authCode()).contains(AuthCode.approved);
    assertThat(kept.stop()).isEmpty();
  }

  @Test
  void bothSuitesPay() throws Refused {
    Brand edwards = new Brand(root, "Borealis", Suite.EDWARDS);
    SellingPeer other = new SellingPeer(edwards);
    AsSent<Offer> offer = WalletFixture.offer("order-1", "Borealis", 100);
    other.offers.put(offer.value().lidM(), offer);
    try (Wallet second = world.open(other)) {
      LocalID id = second.takeOver(List.of(edwards.card("999002000000000"))).getFirst();
      LocalID lidC =
          second.begin(WalletFixture.initiation(offer), offer.der(), id, EN).lidC();
      assertThat(second.approve(lidC)).isInstanceOf(Purchase.Confirmed.class);
    }
  }

  @Test
  void aDeclineSaysWhy() throws Refused {
    shop.decision = AuthCode.expiredCard;
    assertThat(buy("order-1")).isInstanceOf(Purchase.Declined.class);
    assertThat(only().standing()).isEqualTo(Bought.Standing.DECLINED);
    assertThat(only().authCode()).contains(AuthCode.expiredCard);
  }

  @Test
  @Tag("P28")
  void theMerchantsWordAloneConfirmsNothing() throws Refused {
    shop.asksNoGateway = true;
    Purchase.NotConfirmed said = (Purchase.NotConfirmed) buy("order-1");
    assertThat(said.completionCode()).isEqualTo(CompletionCode.authorizationPerformed);
    assertThat(said.claimed()).contains(AuthCode.approved);
    assertThat(only().standing()).isEqualTo(Bought.Standing.NOT_CONFIRMED);
    assertThat(only().receipt()).isEmpty();
  }

  @Test
  @Tag("P28")
  void aReceiptOfAnotherPurchaseConfirmsNothing() throws Refused {
    assertThat(buy("order-1")).isInstanceOf(Purchase.Confirmed.class);
    shop.showsAnOldReceipt = true;
    stoppedBy("OP-35", buy("order-2"));
    assertThat(shop.authorizations.get()).isEqualTo(1);
  }

  @Test
  @Tag("P36")
  void anOfferThatPaysThePersonInsteadIsNone() throws Refused {
    AsSent<Offer> offer = placed("order-1");
    String octets = HexFormat.of().formatHex(offer.der().bytes());
    // 1490 as INTEGER, and the same with its sign bit set.
    String price = "020205d2";
    assertThat(octets).contains(price);
    Der negative = Der.ofHex(octets.replace(price, "020285d2"));
    assertThatThrownBy(
            () -> wallet.begin(WalletFixture.initiation(offer), negative, cardID, EN))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.rule()).isEqualTo("INIT-10"));
    assertThat(shop.requests()).isZero();
    assertThat(begin(offer).purchase()).isInstanceOf(Purchase.Offered.class);
  }

  @Test
  void anOrderThatIsOnlyReceivedIsNotConfirmed() throws Refused {
    shop.answersTooLate = true;
    Purchase.NotConfirmed said = (Purchase.NotConfirmed) buy("order-1");
    assertThat(said.completionCode()).isEqualTo(CompletionCode.orderReceived);
    assertThat(said.claimed()).isEmpty();
  }

  @Test
  @Tag("W05")
  @Tag("PInitRes-C-05")
  @Tag("WAL-07")
  void anOfferThatTheMerchantDoesNotSignStopsThePurchase() throws Refused {
    placed("order-1");
    AsSent<Offer> cheaper = WalletFixture.offer("order-1", "Aurora", 1);
    stoppedBy("PInitRes-C-05", begin(cheaper).purchase());
    assertThat(only().stop().orElseThrow().rule()).isEqualTo("PInitRes-C-05");
  }

  @Test
  @Tag("W05")
  void anInitiationThatSaysOtherThanTheOfferSendsNothing() {
    AsSent<Offer> offer = placed("order-1");
    AsSent<Offer> other = WalletFixture.offer("order-1", "Aurora", 2);
    assertThatThrownBy(
            () -> wallet.begin(WalletFixture.initiation(other), offer.der(), cardID, EN))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.rule()).isEqualTo("INIT-11"));
    assertThat(shop.requests()).isZero();
    assertThat(wallet.purchases(10)).isEmpty();
  }

  @Test
  @Tag("WAL-01")
  void aCardOfABrandThatIsNotTakenPaysNothing() {
    AsSent<Offer> offer = WalletFixture.offer("order-1", "Borealis", 100);
    assertThatThrownBy(() -> begin(offer))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.rule()).isEqualTo("WAL-01"));
    assertThat(shop.requests()).isZero();
  }

  @Test
  @Tag("WAL-01")
  void aCardThatIsNotThereIsRefused() {
    AsSent<Offer> offer = placed("order-1");
    assertThatThrownBy(
            () ->
                wallet.begin(
                    WalletFixture.initiation(offer), offer.der(), LocalID.ofText("none"), EN))
        .isInstanceOf(Refused.class);
  }

  @Test
  @Tag("P15")
  void aSubstitutedGatewayIsRefused() throws Refused {
    shop.shown = aurora.merchantAsGateway();
    Purchase stopped = begin(placed("order-1")).purchase();
    assertThat(stopped)
        .isInstanceOfSatisfying(
            Purchase.Stopped.class,
            s -> assertThat(s.stop().code()).isEqualTo(ErrorCode.invalidCertificate));
    nothingCanBeApproved();
  }

  @Test
  @Tag("P16")
  void aGatewayOfAnotherBrandIsRefused() throws Refused {
    Brand borealis = new Brand(root, "Borealis", Suite.CLASSICAL);
    shop.shown = borealis.gateway();
    try (Wallet knowing = world.knowing(borealis.trustToo(aurora.trust())).open(shop)) {
      AsSent<Offer> offer = placed("order-1");
      Purchase stopped =
          knowing.begin(WalletFixture.initiation(offer), offer.der(), cardID, EN).purchase();
      stoppedBy("CERT-28 brand", stopped);
    }
    nothingCanBeApproved();
  }

  private void nothingCanBeApproved() {
    LocalID lidC = only().lidC();
    assertThatThrownBy(() -> wallet.approve(lidC))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.rule()).isEqualTo("WAL-03"));
  }

  @Test
  @Tag("P04")
  @Tag("WAL-02")
  void anXidSeenBeforeIsRefused() throws Refused {
    byte[] same = Authority.RANDOM.bytes(20);
    shop.randomness = n -> n == same.length ? same.clone() : Authority.RANDOM.bytes(n);
    assertThat(begin(placed("order-1")).purchase()).isInstanceOf(Purchase.Offered.class);
    stoppedBy("WAL-02", begin(placed("order-2")).purchase());
  }

  @Test
  @Tag("P23")
  @Tag("WAL-07")
  void anAnswerToAnotherRequestIsNoAnswer() throws Refused {
    AtomicInteger asked = new AtomicInteger();
    Peers confused =
        (destination, octets) ->
            shop.ask(destination, octets) instanceof Peers.Reply.Bytes(var answer)
                    && asked.incrementAndGet() == 2
                ? new Peers.Reply.Bytes(SellingPeer.ofAnotherRequest(answer))
                : shop.ask(destination, octets);
    try (Wallet second = world.open(confused)) {
      AsSent<Offer> offer = placed("order-1");
      LocalID lidC =
          second.begin(WalletFixture.initiation(offer), offer.der(), cardID, EN).lidC();
      Purchase.Stopped stopped = (Purchase.Stopped) second.approve(lidC);
      assertThat(stopped.stop().code()).isEqualTo(ErrorCode.unknownRRPID);
      assertThat(stopped.stop().rule()).isNotEmpty();
      assertThat(stopped.ordered()).isPresent();
      assertThat(second.purchase(lidC)).contains(stopped);
      assertThatThrownBy(() -> second.approve(lidC))
          .isInstanceOfSatisfying(
              Refused.class, refused -> assertThat(refused.rule()).isEqualTo("WAL-03"));
    }
  }

  @Test
  void anErrorOfTheMerchantStopsAndIsToldAsItsWord() throws Refused {
    AsSent<Offer> taken = placed("order-1");
    AsSent<Offer> other = WalletFixture.offer("order-1", "Borealis", 5);
    shop.offers.put(taken.value().lidM(), other);
    Purchase.Stopped stopped = (Purchase.Stopped) begin(taken).purchase();
    assertThat(stopped.stop().byPeer()).isTrue();
    assertThat(stopped.stop().rule()).isEqualTo("W-09");
  }

  @Test
  @Tag("WAL-03")
  void anApprovalCountsOnceAndACancelledOfferCannotBeApproved() throws Refused {
    LocalID bought = begin(placed("order-1")).lidC();
    wallet.approve(bought);
    assertThatThrownBy(() -> wallet.approve(bought)).isInstanceOf(Refused.class);
    assertThat(shop.authorizations.get()).isEqualTo(1);
    LocalID left = begin(placed("order-2")).lidC();
    assertThat(wallet.cancel(left)).isInstanceOf(Purchase.Cancelled.class);
    assertThatThrownBy(() -> wallet.approve(left)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> wallet.approve(LocalID.ofText("unknown")))
        .isInstanceOf(Refused.class);
    assertThat(shop.authorizations.get()).isEqualTo(1);
    assertThat(wallet.purchases(1).getFirst().lidC()).isEqualTo(left);
  }

  @Test
  @Tag("WAL-05")
  void whatWasProvedOnceIsProvedAgainOnApproval() throws Refused {
    AsSent<Offer> offer = placed("order-1");
    LocalID lidC = begin(offer).lidC();
    WalletFixture strange =
        world.knowing(Trust.in(List.of(Authority.root().certificate())));
    try (Wallet elsewhere = strange.open(shop)) {
      assertThatThrownBy(() -> elsewhere.approve(lidC)).isInstanceOf(Refused.class);
      assertThat(elsewhere.purchase(lidC).orElseThrow()).isInstanceOf(Purchase.Offered.class);
    }
    assertThat(wallet.approve(lidC)).isInstanceOf(Purchase.Confirmed.class);
  }

  @Test
  @Tag("WAL-04")
  void aPurchaseThatHadNoAnswerIsAskedAgainWithTheSameOctets() throws Refused {
    AtomicInteger asked = new AtomicInteger();
    Set<Der> different = ConcurrentHashMap.newKeySet();
    Peers slow =
        (destination, octets) -> {
          different.add(octets);
          return asked.incrementAndGet() % 3 == 0
              ? shop.ask(destination, octets)
              : new Peers.Reply.Nothing("timeout");
        };
    wallet.close();
    try (Wallet second = world.open(slow)) {
      AsSent<Offer> offer = placed("order-1");
      Wallet.Underway underway =
          second.begin(WalletFixture.initiation(offer), offer.der(), cardID, EN);
      assertThat(underway.purchase()).isInstanceOf(Purchase.Started.class);
      LocalID lidC = underway.lidC();
      WalletFixture.eventually(() -> stands(second, lidC) instanceof Purchase.Offered);
      assertThat(second.approve(lidC)).isInstanceOf(Purchase.Ordered.class);
      WalletFixture.eventually(() -> stands(second, lidC) instanceof Purchase.Confirmed);
      assertThat(different).hasSize(2);
      assertThat(asked.get()).isEqualTo(6);
      assertThat(shop.authorizations.get()).isEqualTo(1);
    }
  }

  private static Purchase stands(Wallet wallet, LocalID lidC) {
    return wallet.purchase(lidC).orElseThrow();
  }

  @Test
  void whatIsNoPurchaseIsNotFound() {
    assertThat(wallet.purchase(LocalID.ofText("nothing"))).isEqualTo(Optional.empty());
    assertThat(wallet.purchase(cardID)).isEmpty();
  }
}
