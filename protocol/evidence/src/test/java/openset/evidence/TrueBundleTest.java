package openset.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Facts;
import openset.evidence.verdict.Finding;
import openset.evidence.verdict.Kind;
import openset.evidence.verdict.Status;
import openset.evidence.verdict.Verify;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What true bundles prove. */
final class TrueBundleTest {
  private static Bought bought;

  @BeforeAll
  static void buy() throws Exception {
    bought = new Bought(new Market(), 5);
  }

  private static EvidenceVerdict verify(EvidenceBundle bundle) {
    return Verify.verify(
        bundle.der(), bought.market.root.certificate(), bought.end());
  }

  @Test
  @Tag("EVID-01")
  @Tag("EVID-20")
  @Tag("EVID-22")
  @Tag("EVID-23")
  @Tag("EVID-24")
  @Tag("EVID-25")
  @Tag("EVID-28")
  @Tag("EVID-30")
  @Tag("EVID-32")
  @Tag("EVID-34")
  @Tag("EVID-40")
  void theMerchantsBundleProvesAllItClaims() {
    EvidenceVerdict verdict = verify(bought.merchants());
    assertThat(verdict.findings()).filteredOn(Finding::fails).isEmpty();
    assertThat(verdict.holds()).isTrue();
    for (Kind kind :
        List.of(
            Kind.ORDER,
            Kind.LINE,
            Kind.OFFER,
            Kind.OFFER_CONTENT,
            Kind.AGREEMENT,
            Kind.TIME,
            Kind.GATEWAY,
            Kind.AUTHORIZATION,
            Kind.CAPTURE,
            Kind.MERCHANT_ANSWER,
            Kind.SHIPMENT,
            Kind.LISTS)) {
      assertThat(verdict.proves(kind)).as(kind.name()).isTrue();
    }
    assertThat(verdict.proves(Kind.RECEIPT)).isFalse();
    assertThat(verdict.proves(Kind.DELIVERY)).isFalse();
  }

  @Test
  @Tag("EVID-31")
  void theCardholdersBundleProvesTheReceipt() {
    EvidenceVerdict verdict = verify(bought.cardholders());
    assertThat(verdict.findings()).filteredOn(Finding::fails).isEmpty();
    assertThat(verdict.proves(Kind.RECEIPT)).isTrue();
    assertThat(verdict.proves(Kind.AGREEMENT)).isTrue();
    assertThat(verdict.proves(Kind.AUTHORIZATION)).isFalse();
    assertThat(verdict.proves(Kind.CAPTURE)).isFalse();
  }

  @Test
  void bothAgreeOnOnePurchase() {
    EvidenceBundle one = bought.merchants();
    EvidenceBundle other = bought.cardholders();
    assertThat(one.agreement()).isEqualTo(other.agreement());
    assertThat(one.order()).isEqualTo(other.order());
    assertThat(one.pInitRes()).isEqualTo(other.pInitRes());
    Facts ours = verify(one).facts().orElseThrow();
    Facts theirs = verify(other).facts().orElseThrow();
    assertThat(theirs.xid()).isEqualTo(ours.xid());
    assertThat(theirs.buyer()).isEqualTo(ours.buyer()).isPresent();
    assertThat(theirs.seller()).isEqualTo(ours.seller()).isPresent();
    assertThat(theirs.money().agreed()).isEqualTo(ours.money().agreed()).isPresent();
    assertThat(theirs.money().authorized()).isEqualTo(ours.money().authorized()).isPresent();
    assertThat(ours.money().captured()).isEqualTo(ours.money().agreed());
    assertThat(ours.shipped()).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  @Tag("EVID-02")
  @Tag("EVID-21")
  @Tag("ORD-05")
  void singleLinesAreProvedWithoutTheOthers() {
    EvidenceBundle less = bought.merchants().showing(List.of(2, 5));
    EvidenceVerdict verdict = verify(less);
    assertThat(verdict.findings()).filteredOn(Finding::fails).isEmpty();
    assertThat(verdict.of(Kind.LINE)).extracting(Finding::status)
        .containsExactly(Status.PROVED, Status.PROVED);
    assertThat(verdict.of(Kind.OFFER_CONTENT)).extracting(Finding::status)
        .containsExactly(Status.NOT_PROVED);
    String octets = new String(less.der(), StandardCharsets.ISO_8859_1);
    assertThat(octets).contains("Volume 2", "Volume 5");
    assertThat(octets).doesNotContain("Volume 1").doesNotContain("Volume 3");
    EvidenceBundle least = less.showing(List.of(5));
    assertThat(verify(least).holds()).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> least.showing(List.of(2)));
  }

  @Test
  @Tag("EVID-01")
  void whatIsReadIsWrittenOctetByOctet() {
    for (EvidenceBundle bundle : List.of(bought.merchants(), bought.cardholders())) {
      byte[] der = bundle.der();
      assertThat(EvidenceBundle.of(der).der()).isEqualTo(der);
    }
  }

  @Test
  @Tag("EVID-11")
  void itProvesTheSameManyYearsLater() {
    EvidenceVerdict verdict =
        Verify.verify(
            bought.merchants().der(),
            bought.market.root.certificate(),
            bought.end().plus(Duration.ofDays(9_000)));
    assertThat(verdict.holds()).isTrue();
  }

  @Test
  void everythingIsSaidInBothLanguages() {
    for (Finding finding : verify(bought.merchants()).findings()) {
      assertThat(finding.words().in("en")).isNotBlank().doesNotContain("%s");
      assertThat(finding.words().in("zh")).containsPattern("\\p{IsHan}").doesNotContain("%s");
    }
  }
}
