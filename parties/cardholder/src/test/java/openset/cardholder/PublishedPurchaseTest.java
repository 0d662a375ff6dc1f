package openset.cardholder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import openset.pki.Trust;
import openset.set.Refused;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.order.Offer;
import openset.set.initiation.Initiation;
import openset.set.initiation.InitiationText;
import openset.set.initiation.PaymentInitiation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wallet pays an offer that the merchant published, without asking it first. */
final class PublishedPurchaseTest {
  private static final Language EN = new Language("en");
  private static final Duration DAY = Duration.ofDays(1);

  private final Authority root = Authority.root();
  private final Brand brand = new Brand(root, "Aurora", Suite.CLASSICAL);
  private final SellingPeer shop = new SellingPeer(brand);
  private final CertifiedCard card = brand.card("999001000000000");
  @TempDir private Path directory;
  private WalletFixture world;
  private Wallet wallet;
  private LocalID cardID;

  @BeforeEach
  void open() throws Refused {
    world = new WalletFixture(directory, Trust.in(List.of(root.certificate())));
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

  /** The text that a shop puts into a letter. */
  private PaymentInitiation letter(AsSent<Offer> offer, Instant until) throws Refused {
    PaymentInitiation whole =
        WalletFixture.initiation(offer).publishing(List.of(shop.publish(offer, until).signed()));
    Initiation read = InitiationText.read(InitiationText.write(whole));
    return (PaymentInitiation) read;
  }

  private static Instant tomorrow() {
    return Authority.NOW.plus(DAY);
  }

  @Test
  @Tag("WAL-17")
  @Tag("PubOffer-C-05")
  @Tag("EVID-29")
  void paysWithOneMessageAndCanProveIt() throws Refused {
    AsSent<Offer> offer = placed("order-1");
    PaymentInitiation letter = letter(offer, tomorrow());
    Wallet.Underway begun = wallet.begin(letter, offer.der(), cardID, EN);
    Purchase.Offered offered = (Purchase.Offered) begun.purchase();
    assertThat(offered.seller().name()).isEqualTo("Lantern Books");
    assertThat(shop.requests()).isZero();
    assertThat(wallet.approve(begun.lidC())).isInstanceOf(Purchase.Confirmed.class);
    assertThat(shop.requests()).isEqualTo(1);
    assertThat(wallet.inquirePurchase(begun.lidC())).isInstanceOf(Purchase.Confirmed.class);
    EvidenceBundle bundle = wallet.evidence(begun.lidC()).orElseThrow();
    EvidenceVerdict verdict =
        Verify.verify(bundle.der(), root.certificate(), Authority.NOW.plusSeconds(120));
    assertThat(verdict.findings()).filteredOn(Finding::fails).isEmpty();
    assertThat(verdict.proves(Kind.OFFER)).isTrue();
    assertThat(verdict.proves(Kind.RECEIPT)).isTrue();
  }

  @Test
  @Tag("WAL-17")
  void everyPurchaseOfALetterHasItsOwnXid() throws Refused {
    AsSent<Offer> offer = placed("order-1");
    PaymentInitiation letter = letter(offer, tomorrow());
    Purchase.Offered one =
        (Purchase.Offered) wallet.begin(letter, offer.der(), cardID, EN).purchase();
    Purchase.Offered two =
        (Purchase.Offered) wallet.begin(letter, offer.der(), cardID, EN).purchase();
    assertThat(one.xid()).isNotEqualTo(two.xid());
  }

  @Test
  @Tag("PubOffer-C-02")
  @Tag("PubOffer-C-03")
  @Tag("W05")
  void aLetterThatIsOverOrChangedIsNotPaid() throws Refused {
    AsSent<Offer> offer = placed("order-1");
    PaymentInitiation over = letter(offer, Authority.NOW.minusSeconds(1));
    assertThatThrownBy(() -> wallet.begin(over, offer.der(), cardID, EN))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.rule()).isEqualTo("PubOffer-C-03"));
    AsSent<Offer> dearer = WalletFixture.offer("order-1", "Aurora", 9999);
    PaymentInitiation changed =
        WalletFixture.initiation(dearer)
            .publishing(List.of(shop.publish(offer, tomorrow()).signed()));
    assertThatThrownBy(() -> wallet.begin(changed, dearer.der(), cardID, EN))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.rule()).isEqualTo("PubOffer-C-02"));
    assertThat(wallet.purchases(10)).isEmpty();
    assertThat(shop.requests()).isZero();
  }
}
