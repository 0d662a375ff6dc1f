package openset.cardholder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import openset.asn1.AsSent;
import openset.cardholder.card.CertifiedCard;
import openset.cardholder.purchase.Purchase;
import openset.crypto.Suite;
import openset.evidence.EvidenceBundle;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Finding;
import openset.evidence.verdict.Kind;
import openset.evidence.verdict.Verify;
import openset.set.ErrorCode;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.order.Offer;
import openset.set.extension.CardChecks;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wallet pays with a card that nobody certified: where that is taken, and never silently. */
final class UnsignedPurchaseTest {
  private static final Language EN = new Language("en");

  private final Authority root = Authority.root();
  private final Brand brand = new Brand(root, "Aurora", Suite.CLASSICAL, false);
  private final SellingPeer shop = new SellingPeer(brand);
  private final CertifiedCard card = brand.card("999001000000000");
  @TempDir private Path directory;
  private WalletFixture world;
  private Wallet wallet;

  @BeforeEach
  void open() {
    world = new WalletFixture(directory, brand.trust());
    shop.takesUnsigned = true;
    wallet = world.open(shop);
  }

  @AfterEach
  void close() {
    wallet.close();
    world.database.close();
  }

  private LocalID kept() throws Refused {
    return wallet.keep(new BrandID("Aurora"), card.pan(), card.expiry());
  }

  private AsSent<Offer> placed(SellingPeer by) {
    AsSent<Offer> offer = WalletFixture.offer("order-1", "Aurora", 1490);
    by.offers.put(offer.value().lidM(), offer);
    return offer;
  }

  private Wallet.Underway begun(LocalID cardID) throws Refused {
    AsSent<Offer> offer = placed(shop);
    return wallet.begin(WalletFixture.initiation(offer), offer.der(), cardID, EN);
  }

  @Test
  @Tag("WAL-19")
  void whatThePersonKnowsToBeUnsignedIsPaidAndConfirmedByTheGatewaysReceipt() throws Refused {
    LocalID cardID = kept();
    Wallet.Underway begun = begun(cardID);
    assertThat(begun.purchase()).isInstanceOf(Purchase.Offered.class);
    wallet.close();
    wallet = world.open(shop);
    assertThat(wallet.held(cardID).orElseThrow().certificate()).isEmpty();
    assertThat(wallet.approveUnsigned(begun.lidC(), CardChecks.NONE))
        .isInstanceOf(Purchase.Confirmed.class);
    assertThat(wallet.inquirePurchase(begun.lidC())).isInstanceOf(Purchase.Confirmed.class);
  }

  @Test
  @Tag("WAL-19")
  void aYesToASignatureIsNoYesToNoneNorTheOtherWayRound() throws Refused {
    Wallet.Underway bare = begun(kept());
    refused("WAL-19", () -> wallet.approve(bare.lidC()));
    assertThat(shop.requests()).isEqualTo(1);
    LocalID other =
        wallet.takeOver(List.of(brand.card("999001000000001"))).getFirst();
    Wallet.Underway signed = begun(other);
    refused("WAL-19", () -> wallet.approveUnsigned(signed.lidC(), CardChecks.NONE));
    assertThat(wallet.approve(signed.lidC())).isInstanceOf(Purchase.Confirmed.class);
  }

  @Test
  @Tag("WAL-20")
  @Tag("P18")
  void aCardThatCanSignIsNeverUsedWithoutASignature() throws Refused {
    LocalID bare = kept();
    Wallet.Underway begun = begun(bare);
    wallet.takeOver(List.of(card));
    refused("WAL-20", () -> wallet.approveUnsigned(begun.lidC(), CardChecks.NONE));
    refused("WAL-20", () -> begun(bare));
    refused("WAL-20", this::kept);
  }

  @Test
  @Tag("CERT-19")
  @Tag("WAL-19")
  void whereTheGatewayRequiresACertificateNothingIsOffered() throws Refused {
    Brand strict = new Brand(root, "Aurora", Suite.CLASSICAL);
    SellingPeer other = new SellingPeer(strict);
    other.takesUnsigned = true;
    wallet.close();
    wallet = world.open(other);
    AsSent<Offer> offer = placed(other);
    Purchase purchase =
        wallet.begin(WalletFixture.initiation(offer), offer.der(), kept(), EN).purchase();
    assertThat(purchase)
        .isInstanceOfSatisfying(
            Purchase.Stopped.class,
            stopped -> {
              assertThat(stopped.stop().rule()).isEqualTo("CERT-19");
              assertThat(stopped.stop().byPeer()).isFalse();
            });
    assertThat(other.requests()).isEqualTo(1);
  }

  @Test
  void aMerchantWhoDoesNotTakeItSaysSo() throws Refused {
    shop.takesUnsigned = false;
    Wallet.Underway begun = begun(kept());
    assertThat(wallet.approveUnsigned(begun.lidC(), CardChecks.NONE))
        .isInstanceOfSatisfying(
            Purchase.Stopped.class,
            stopped ->
                assertThat(stopped.stop().code()).isEqualTo(ErrorCode.signatureRequired));
    assertThat(shop.authorizations.get()).isZero();
  }

  @Test
  @Tag("EVID-60")
  @Tag("EVID-61")
  void itsEvidenceProvesTheMerchantAndTheGatewayAndNoAgreement() throws Refused {
    Wallet.Underway begun = begun(kept());
    wallet.approveUnsigned(begun.lidC(), CardChecks.NONE);
    EvidenceBundle bundle = wallet.evidence(begun.lidC()).orElseThrow();
    EvidenceVerdict verdict =
        Verify.verify(bundle.der(), root.certificate(), Authority.NOW.plusSeconds(120));
    assertThat(verdict.findings()).filteredOn(Finding::fails).isEmpty();
    assertThat(verdict.proves(Kind.AGREEMENT)).isFalse();
    assertThat(verdict.proves(Kind.OFFER_CONTENT)).isTrue();
    assertThat(verdict.proves(Kind.RECEIPT)).isTrue();
  }

  @Test
  @Tag("WAL-08")
  void theAccountLiesSealed() throws Refused {
    wallet.approveUnsigned(begun(kept()).lidC(), CardChecks.NONE);
    assertThat(world.dump())
        .doesNotContain(card.pan().digits())
        .doesNotContain(
            HexFormat.of()
                .formatHex(
                    card.pan().digits().getBytes(StandardCharsets.US_ASCII)));
    assertThat(wallet.purchases(10)).hasSize(1);
  }

  private static void refused(
      String rule, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }
}
