package openset.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.evidence.proposal.Contest;
import openset.evidence.proposal.Outcome;
import openset.evidence.proposal.Proposal;
import openset.evidence.verdict.Cause;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Facts;
import openset.evidence.verdict.Finding;
import openset.evidence.verdict.Kind;
import openset.set.data.CurrencyAmount;
import openset.set.data.auth.AuthResData;
import openset.set.data.auth.AuthResPayload;
import openset.set.data.capture.CapResData;
import openset.set.data.credit.CapRevOrCredResData;
import openset.set.data.credit.CapRevOrCredResItem;
import openset.set.data.credit.CapRevOrCredResPayload;
import openset.set.data.sale.CapCode;
import openset.set.data.sale.CapResPayload;
import openset.set.data.sale.CapRevOrCredCode;
import openset.set.operator.Content;
import openset.set.operator.Linked;
import openset.set.operator.S;
import openset.set.operator.Signatory;
import openset.set.operator.Signed;
import openset.set.treatment.Forms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Captures taken back, credits and credits taken back add up. */
final class CreditEvidenceTest {
  private static Bought bought;
  private static Bought other;
  private static Judge judge;

  @BeforeAll
  static void buy() throws Exception {
    Market market = new Market();
    bought = new Bought(market, 2);
    other = new Bought(market, 2);
    judge = new Judge(bought);
  }

  private static Signed<CapRevOrCredResData> said(
      Bought of, Content<CapRevOrCredResData> content, CurrencyAmount amount) {
    CapResData captured =
        of.merchants().words().stream()
            .filter(Word.CapRes.class::isInstance)
            .map(word -> Dates.content(((Word.CapRes) word).signed(), CapResData.TYPE))
            .findFirst()
            .orElseThrow();
    var item = captured.capResItemSeq().getFirst();
    CapRevOrCredCode code =
        amount.isPositive() ? CapRevOrCredCode.success : CapRevOrCredCode.originalNotFound;
    CapRevOrCredResPayload payload =
        new CapRevOrCredResPayload(
            code, amount, Optional.empty(), Optional.empty(), Optional.empty());
    CapRevOrCredResData data =
        new CapRevOrCredResData(
            captured.capRRTags(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(new CapRevOrCredResItem(item.transIDs(), item.authRRPID(), payload)),
            Optional.empty());
    return S.sign(Signatory.of(of.market.gateway.signing()), content, data);
  }

  private static Word credit(Bought of, CurrencyAmount amount) {
    return new Word.CredRes(said(of, CapRevOrCredResData.CRED, amount));
  }

  private static EvidenceBundle with(Word... more) {
    EvidenceBundle of = bought.merchants();
    List<Word> words = new ArrayList<>(of.words());
    words.addAll(List.of(more));
    return new EvidenceBundle(of.order(), of.agreement(), of.pInitRes(), words, of.lists());
  }

  private static CurrencyAmount euros(long minor) {
    return CurrencyAmount.of("EUR", minor);
  }

  @Test
  @Tag("EVID-38")
  void creditsLessTheirReversalsAreTold() {
    Word back = new Word.CredRevRes(said(bought, CapRevOrCredResData.CRED_REV, euros(100)));
    EvidenceVerdict verdict = judge.verify(with(credit(bought, euros(700)), back));
    assertThat(verdict.findings()).filteredOn(Finding::fails).isEmpty();
    assertThat(verdict.facts().map(Facts::money).flatMap(Facts.Money::credited))
        .contains(euros(600));
    assertThat(Proposal.of(verdict, Contest.NOT_REFUNDED).outcome())
        .isEqualTo(Outcome.REPRESENTMENT_STANDS);
  }

  @Test
  @Tag("EVID-37")
  @Tag("EVID-38")
  void aCaptureTakenBackIsNotCapturedAnyMore() {
    CurrencyAmount all = bought.offer.value().total();
    Word none = new Word.CapRevRes(said(bought, CapRevOrCredResData.CAP_REV, all));
    EvidenceVerdict verdict = judge.verify(with(none));
    assertThat(verdict.findings()).filteredOn(Finding::fails).isEmpty();
    assertThat(verdict.facts().map(Facts::money).flatMap(Facts.Money::captured))
        .contains(euros(0));
    judge.failsAlone(
        with(none, credit(bought, euros(1))), Kind.CREDIT, Cause.TOO_MUCH);
  }

  /** AuthRes of a sale, which captures at once. */
  private static Word sale(CurrencyAmount captured) {
    Word.AuthRes true_ =
        bought.merchants().words().stream()
            .filter(Word.AuthRes.class::isInstance)
            .map(Word.AuthRes.class::cast)
            .findFirst()
            .orElseThrow();
    var content = Forms.AUTH_RES.enc().content();
    var linked = Dates.content(true_.signed(), content.type());
    AuthResData said = linked.value();
    AuthResPayload payload =
        new AuthResPayload(
            said.authResPayload().authHeader(),
            Optional.of(
                new CapResPayload(
                    CapCode.success,
                    captured,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())),
            Optional.empty());
    AuthResData now =
        new AuthResData(
            said.authTags(),
            said.brandCRLIdentifier(),
            said.peThumb(),
            payload,
            said.merchantThumb());
    return new Word.AuthRes(
        S.sign(
            Signatory.of(bought.market.gateway.signing()),
            content,
            new Linked<>(now, linked.link())));
  }

  @Test
  @Tag("EVID-32")
  @Tag("EVID-37")
  void aSaleCapturesAtOnce() {
    EvidenceBundle of = bought.merchants();
    CurrencyAmount all = bought.offer.value().total();
    EvidenceVerdict verdict =
        judge.verify(
            new EvidenceBundle(
                of.order(), of.agreement(), of.pInitRes(), List.of(sale(all)), of.lists()));
    assertThat(verdict.findings()).filteredOn(Finding::fails).isEmpty();
    assertThat(verdict.facts().map(Facts::money).flatMap(Facts.Money::captured)).contains(all);
    assertThat(verdict.of(Kind.CAPTURE)).isEmpty();
    judge.fails(with(sale(all)), Kind.CAPTURE, Cause.TOO_MUCH);
  }

  @Test
  @Tag("EVID-38")
  void aCreditThatWasRefusedIsNone() {
    EvidenceVerdict verdict = judge.verify(with(credit(bought, euros(0))));
    assertThat(verdict.holds()).isTrue();
    assertThat(verdict.facts().map(Facts::money).flatMap(Facts.Money::credited)).isEmpty();
    assertThat(verdict.of(Kind.CREDIT).getFirst().words().en()).contains("nothing was booked");
  }

  @Test
  @Tag("EVID-38")
  void aCreditOfAnotherPurchaseIsNamed() {
    judge.failsAlone(
        with(credit(other, euros(100))), Kind.CREDIT, Cause.OTHER_PURCHASE);
    Word more = credit(bought, bought.offer.value().total().plus(euros(1)));
    judge.failsAlone(with(more), Kind.CREDIT, Cause.TOO_MUCH);
    Word mixed = new Word.CredRes(said(bought, CapRevOrCredResData.CAP_REV, euros(1)));
    judge.failsAlone(with(mixed), Kind.CREDIT, Cause.SIGNATURE);
  }
}
