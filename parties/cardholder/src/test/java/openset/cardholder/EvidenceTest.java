package openset.cardholder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import openset.asn1.AsSent;
import openset.cardholder.card.CertifiedCard;
import openset.crypto.Suite;
import openset.evidence.EvidenceBundle;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Facts;
import openset.evidence.verdict.Finding;
import openset.evidence.verdict.Kind;
import openset.evidence.verdict.Verify;
import openset.pki.Trust;
import openset.set.data.Language;
import openset.set.data.LocalID;
import openset.set.data.order.Offer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a wallet's database and journal can prove. */
final class EvidenceTest {
  private static final Language EN = new Language("en");

  @TempDir Path directory;

  @Test
  @Tag("EVID-12")
  @Tag("EVID-31")
  void whatWasBoughtIsProvedAndTheReceiptToo() throws Exception {
    Authority root = Authority.root();
    Brand aurora = new Brand(root, "Aurora", Suite.CLASSICAL);
    CertifiedCard card = aurora.card("999001000000000");
    WalletFixture world =
        new WalletFixture(directory, Trust.in(List.of(root.certificate())));
    SellingPeer shop = new SellingPeer(aurora);
    try (Wallet wallet = world.open(shop)) {
      LocalID cardID = wallet.takeOver(List.of(card)).getFirst();
      AsSent<Offer> offer = WalletFixture.offer("order-1", "Aurora", 1490);
      shop.offers.put(offer.value().lidM(), offer);
      Wallet.Underway begun =
          wallet.begin(WalletFixture.initiation(offer), offer.der(), cardID, EN);
      assertThat(wallet.evidence(begun.lidC())).isEmpty();
      wallet.approve(begun.lidC());
      EvidenceBundle bundle = wallet.evidence(begun.lidC()).orElseThrow();
      EvidenceVerdict verdict =
          Verify.verify(
              bundle.der(), root.certificate(), Instant.now().plusSeconds(60));
      assertThat(verdict.findings()).filteredOn(Finding::fails).isEmpty();
      assertThat(verdict.proves(Kind.RECEIPT)).isTrue();
      assertThat(verdict.proves(Kind.AGREEMENT)).isTrue();
      assertThat(verdict.proves(Kind.OFFER_CONTENT)).isTrue();
      assertThat(verdict.facts().map(Facts::money).flatMap(Facts.Money::authorized))
          .contains(offer.value().total());
      String octets = new String(bundle.der(), StandardCharsets.ISO_8859_1);
      assertThat(octets).doesNotContain(card.pan().digits());
    } finally {
      world.database.close();
    }
  }
}
