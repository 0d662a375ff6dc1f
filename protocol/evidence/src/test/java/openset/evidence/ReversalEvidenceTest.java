package openset.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.evidence.verdict.Cause;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Facts;
import openset.evidence.verdict.Finding;
import openset.evidence.verdict.Kind;
import openset.set.data.CertThumb;
import openset.set.data.CurrencyAmount;
import openset.set.data.auth.AuthRevCode;
import openset.set.data.auth.AuthRevResBaggage;
import openset.set.data.auth.AuthRevResData;
import openset.set.data.auth.AuthRevTags;
import openset.set.data.auth.AuthTags;
import openset.set.operator.L;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.set.treatment.Forms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the gateway said of money given back counts. */
final class ReversalEvidenceTest {
  private static Bought bought;
  private static Judge judge;

  @BeforeAll
  static void buy() throws Exception {
    bought = new Bought(new Market(), 2);
    judge = new Judge(bought);
  }

  private static AuthRevResData reversed(CurrencyAmount stays, CertThumb merchant) {
    AuthTags tags =
        bought.merchants().words().stream()
            .filter(Word.AuthRes.class::isInstance)
            .map(word -> ((Word.AuthRes) word).signed())
            .map(signed -> Dates.content(signed, Forms.AUTH_RES.enc().content().type()))
            .map(linked -> linked.value().authTags())
            .findFirst()
            .orElseThrow();
    return new AuthRevResData(
        AuthRevCode.approved,
        new AuthRevTags(
            tags.authRRTags(), Optional.empty(), tags.transIDs(), tags.authRRTags().rrpid()),
        Optional.empty(),
        Optional.empty(),
        stays,
        Optional.empty(),
        merchant);
  }

  private static Word all(AuthRevResData data) {
    return new Word.AuthRevRes(
        S.sign(
            Signatory.of(bought.market.gateway.signing()), AuthRevResData.CONTENT, data));
  }

  private static Word some(AuthRevResData data) {
    var content = Forms.AUTH_REV_RES_B.enc().content();
    return new Word.AuthReduced(
        S.sign(
            Signatory.of(bought.market.gateway.signing()),
            content,
            L.of(data, AuthRevResBaggage.CONTENT, Der.ofHex("3000"))));
  }

  private static CertThumb merchant() {
    return bought.merchants().agreement().oiData().value().merchantThumb();
  }

  /** The true words without the capture, and one more. */
  private static EvidenceBundle with(Word more) {
    EvidenceBundle of = bought.merchants();
    List<Word> words = new ArrayList<>(of.words());
    words.removeIf(Word.CapRes.class::isInstance);
    words.add(more);
    return new EvidenceBundle(of.order(), of.agreement(), of.pInitRes(), words, of.lists());
  }

  @Test
  @Tag("EVID-33")
  void whatWasGivenBackIsNotAuthorizedAnyMore() {
    CurrencyAmount nothing = CurrencyAmount.of("EUR", 0);
    CurrencyAmount little = CurrencyAmount.of("EUR", 300);
    EvidenceVerdict verdict = judge.verify(with(all(reversed(nothing, merchant()))));
    assertThat(verdict.findings()).filteredOn(Finding::fails).isEmpty();
    assertThat(verdict.facts().map(Facts::money).flatMap(Facts.Money::authorized))
        .contains(nothing);
    EvidenceVerdict less = judge.verify(with(some(reversed(little, merchant()))));
    assertThat(less.findings()).filteredOn(Finding::fails).isEmpty();
    assertThat(less.facts().map(Facts::money).flatMap(Facts.Money::authorized)).contains(little);
  }

  @Test
  @Tag("EVID-33")
  void aReversalForAnotherMerchantIsNamed() {
    CertThumb other = CertThumb.of(bought.market.otherMerchant.signing().certificate());
    CurrencyAmount nothing = CurrencyAmount.of("EUR", 0);
    judge.failsAlone(
        with(all(reversed(nothing, other))), Kind.REVERSAL, Cause.OTHER_MERCHANT);
    judge.failsAlone(
        with(some(reversed(nothing, other))), Kind.REVERSAL, Cause.OTHER_MERCHANT);
  }
}
