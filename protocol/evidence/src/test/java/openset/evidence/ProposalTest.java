package openset.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import openset.evidence.proposal.Contest;
import openset.evidence.proposal.Outcome;
import openset.evidence.proposal.Proposal;
import openset.evidence.verdict.Finding;
import openset.evidence.verdict.Kind;
import openset.evidence.verdict.Verify;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is proposed about disputes. */
final class ProposalTest {
  private static Bought bought;
  private static Judge judge;

  @BeforeAll
  static void buy() throws Exception {
    bought = new Bought(new Market(), 2);
    judge = new Judge(bought);
  }

  private static Proposal proposed(EvidenceBundle bundle, Contest contest) {
    return Proposal.of(judge.verify(bundle), contest);
  }

  @Test
  @Tag("EVID-50")
  void whoAgreedCannotSayThatNobodyDid() {
    Proposal proposal = proposed(bought.merchants(), Contest.NOT_AGREED);
    assertThat(proposal.outcome()).isEqualTo(Outcome.REPRESENTMENT_STANDS);
    assertThat(proposal.reasons()).extracting(Finding::kind)
        .contains(Kind.AGREEMENT, Kind.ORDER, Kind.AUTHORIZATION);
    assertThat(proposal.restsOn(Kind.SHIPMENT)).isFalse();
  }

  @Test
  @Tag("EVID-50")
  void withoutASignatureTheMoneyGoesBack() throws Exception {
    EvidenceBundle of = bought.merchants();
    Agreement theirs = new Bought(bought.market, 2).merchants().agreement();
    Agreement swapped =
        new Agreement(
            of.agreement().oiData(), of.agreement().hPIData(), theirs.piSignature());
    EvidenceBundle unsigned =
        new EvidenceBundle(of.order(), swapped, of.pInitRes(), of.words(), of.lists());
    assertThat(proposed(unsigned, Contest.NOT_AGREED).outcome()).isEqualTo(Outcome.REFUND);
    Proposal other = proposed(unsigned, Contest.NOT_RECEIVED);
    assertThat(other.outcome()).isEqualTo(Outcome.NO_SUPPORT);
    assertThat(other.restsOn(Kind.AGREEMENT)).isTrue();
  }

  @Test
  @Tag("EVID-50")
  void theAmountThatWasSignedStands() {
    assertThat(proposed(bought.merchants(), Contest.OTHER_AMOUNT).outcome())
        .isEqualTo(Outcome.REPRESENTMENT_STANDS);
  }

  @Test
  @Tag("EVID-50")
  void goodsNobodySentArePaidBack() {
    EvidenceBundle of = bought.merchants();
    List<Word> words =
        of.words().stream().filter(word -> !(word instanceof Word.Stated)).toList();
    EvidenceBundle silent =
        new EvidenceBundle(of.order(), of.agreement(), of.pInitRes(), words, of.lists());
    assertThat(proposed(silent, Contest.NOT_RECEIVED).outcome()).isEqualTo(Outcome.REFUND);
    assertThat(proposed(of, Contest.NOT_RECEIVED).outcome()).isEqualTo(Outcome.PERSON_DECIDES);
  }

  @ParameterizedTest
  @EnumSource(Contest.class)
  @Tag("EVID-50")
  void aFileThatIsNoBundleSupportsNobody(Contest contest) {
    Proposal proposal =
        Proposal.of(
            Verify.verify(
                new byte[] {1, 2, 3}, bought.market.root.certificate(), bought.end()),
            contest);
    assertThat(proposal.outcome())
        .isEqualTo(contest == Contest.NOT_AGREED ? Outcome.REFUND : Outcome.NO_SUPPORT);
    assertThat(proposal.words().zh()).isNotBlank();
    assertThat(proposal.reasons()).extracting(Finding::kind).containsOnly(Kind.FORM);
  }

  @ParameterizedTest
  @EnumSource(Contest.class)
  @Tag("EVID-50")
  void everyProposalSaysWhy(Contest contest) {
    Proposal proposal = proposed(bought.merchants(), contest);
    assertThat(proposal.reasons()).isNotEmpty();
    assertThat(proposal.words().en()).isNotBlank();
  }
}
