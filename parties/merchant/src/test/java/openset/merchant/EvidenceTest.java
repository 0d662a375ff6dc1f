package openset.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import openset.evidence.EvidenceBundle;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Facts;
import openset.evidence.verdict.Finding;
import openset.evidence.verdict.Kind;
import openset.evidence.verdict.Verify;
import openset.merchant.sale.Ship;
import openset.merchant.shop.PlacedOrder;
import openset.set.data.sale.AuthCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the merchant's database and journal can prove. */
final class EvidenceTest {
  private static Shopfront shopfront;
  private static Wallet wallet;

  @BeforeAll
  static void open() {
    shopfront = new Shopfront(new Brand());
    wallet = shopfront.wallet(77_777_777);
  }

  @AfterAll
  static void close() {
    shopfront.close();
  }

  private static EvidenceVerdict verify(EvidenceBundle bundle) {
    return Verify.verify(
        bundle.der(),
        wallet.means().trust().roots().iterator().next(),
        Instant.now().plusSeconds(60));
  }

  @Test
  @Tag("EVID-12")
  @Tag("EVID-30")
  @Tag("EVID-32")
  @Tag("EVID-35")
  void whatWasSoldAndShippedIsProved() throws Exception {
    PlacedOrder order = shopfront.order("bk-101", "st-303");
    shopfront.receive(wallet.agrees(shopfront, order).pReq());
    shopfront.merchant().ship(order.lidM(), new Ship(List.of(1), "T-1"));
    shopfront.restart();
    EvidenceBundle bundle =
        shopfront.merchant().evidence().of(order, List.of()).orElseThrow();
    EvidenceVerdict verdict = verify(bundle);
    assertThat(verdict.findings()).filteredOn(Finding::fails).isEmpty();
    for (Kind kind :
        List.of(
            Kind.ORDER,
            Kind.OFFER_CONTENT,
            Kind.AGREEMENT,
            Kind.TIME,
            Kind.AUTHORIZATION,
            Kind.CAPTURE,
            Kind.SHIPMENT)) {
      assertThat(verdict.proves(kind)).as(kind.name()).isTrue();
    }
    Facts facts = verdict.facts().orElseThrow();
    assertThat(facts.shipped()).containsExactly(1);
    assertThat(facts.money().agreed()).contains(order.offer().value().total());
    String octets = new String(bundle.der(), StandardCharsets.ISO_8859_1);
    assertThat(octets).contains("T-1").doesNotContain(wallet.card().pan().digits());
  }

  @Test
  @Tag("EVID-30")
  void aRefusalOfTheBankIsProvedToo() throws Exception {
    PlacedOrder order = shopfront.order("bk-102");
    shopfront.gateway.decision = AuthCode.declined;
    shopfront.receive(wallet.agrees(shopfront, order).pReq());
    shopfront.gateway.decision = AuthCode.approved;
    EvidenceVerdict verdict =
        verify(shopfront.merchant().evidence().of(order, List.of()).orElseThrow());
    assertThat(verdict.holds()).isTrue();
    assertThat(verdict.of(Kind.AUTHORIZATION).getFirst().words().en()).contains("declined");
    assertThat(verdict.facts().orElseThrow().money().authorized()).isEmpty();
  }

  @Test
  void anOrderThatNobodySignedHasNone() throws Exception {
    PlacedOrder order = shopfront.order("bk-103");
    assertThat(shopfront.merchant().evidence().of(order, List.of())).isEmpty();
    wallet.opens(shopfront, order);
    assertThat(shopfront.merchant().evidence().of(order, List.of())).isEmpty();
  }
}
