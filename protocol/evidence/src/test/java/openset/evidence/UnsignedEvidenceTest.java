package openset.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import openset.asn1.AsSent;
import openset.crypto.Randomness;
import openset.evidence.proposal.Contest;
import openset.evidence.proposal.Outcome;
import openset.evidence.proposal.Proposal;
import openset.evidence.verdict.Cause;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Finding;
import openset.evidence.verdict.Kind;
import openset.evidence.verdict.Status;
import openset.evidence.verdict.Verify;
import openset.set.data.Salt;
import openset.set.data.order.OIData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a purchase proves that the cardholder did not sign. */
final class UnsignedEvidenceTest {
  private static Bought bought;

  @BeforeAll
  static void buy() throws Exception {
    bought = Bought.unsigned(new Market(false));
  }

  private static EvidenceVerdict verify(EvidenceBundle bundle) {
    EvidenceBundle read = EvidenceBundle.of(bundle.der());
    assertThat(read.der()).isEqualTo(bundle.der());
    return Verify.verify(read, bought.market.root.certificate(), bought.end());
  }

  @Test
  @Tag("EVID-60")
  void itIsNotProvedThatTheCardholderAgreedAndSaidInBothLanguages() {
    for (EvidenceBundle bundle : List.of(bought.merchants(), bought.cardholders())) {
      EvidenceVerdict verdict = verify(bundle);
      assertThat(verdict.of(Kind.AGREEMENT))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.status()).isEqualTo(Status.NOT_PROVED);
                assertThat(finding.cause()).isEqualTo(Cause.ABSENT);
                assertThat(finding.words().en()).contains("not proved that the cardholder agreed");
                assertThat(finding.words().zh()).contains("没有证明持卡人同意");
              });
      assertThat(verdict.proves(Kind.ORDER)).isFalse();
      assertThat(verdict.facts().orElseThrow().buyer()).isEmpty();
      assertThat(verdict.facts().orElseThrow().money().agreed()).isEmpty();
    }
  }

  @Test
  @Tag("EVID-60")
  void nowhereIsItSaidThatTheCardholderSigned() {
    for (EvidenceBundle bundle : List.of(bought.merchants(), bought.cardholders())) {
      for (Finding finding : verify(bundle).findings()) {
        assertThat(finding.words().en())
            .doesNotContain("cardholder signed")
            .doesNotContain("cardholder both")
            .doesNotContain("Both named");
      }
    }
  }

  @Test
  @Tag("EVID-61")
  void whatTheMerchantAndTheGatewaySignedIsProvedAllTheSame() {
    EvidenceVerdict merchants = verify(bought.merchants());
    assertThat(merchants.findings()).filteredOn(Finding::fails).isEmpty();
    for (Kind kind :
        List.of(
            Kind.LINE,
            Kind.OFFER,
            Kind.OFFER_CONTENT,
            Kind.GATEWAY,
            Kind.TIME,
            Kind.AUTHORIZATION,
            Kind.CAPTURE,
            Kind.SHIPMENT)) {
      assertThat(merchants.proves(kind)).as(kind.name()).isTrue();
    }
    EvidenceVerdict cardholders = verify(bought.cardholders());
    assertThat(cardholders.holds()).isTrue();
    assertThat(cardholders.proves(Kind.RECEIPT)).isTrue();
  }

  @Test
  @Tag("EVID-61")
  void anotherOrderHalfIsNotTheOneOfTheReceipt() {
    EvidenceBundle true_ = bought.cardholders();
    OIData oiData = true_.agreement().oiData().value();
    OIData moved =
        new OIData(
            oiData.transIDs(),
            oiData.rrpid(),
            oiData.challC(),
            oiData.hod(),
            Salt.random(Randomness.secure()),
            oiData.challM(),
            oiData.brandID(),
            oiData.bin(),
            oiData.odExtOIDs(),
            oiData.oiExtensions(),
            oiData.gatewayThumb(),
            oiData.merchantThumb());
    EvidenceBundle changed =
        new EvidenceBundle(
            true_.order(),
            Agreement.unsigned(AsSent.of(OIData.TYPE, moved)),
            true_.pInitRes(),
            true_.words(),
            true_.lists());
    EvidenceVerdict verdict = verify(changed);
    assertThat(verdict.holds()).isFalse();
    assertThat(verdict.of(Kind.RECEIPT).getFirst().cause()).isEqualTo(Cause.OTHER_ORDER);
    assertThat(verdict.of(Kind.ORDER).getFirst().cause()).isEqualTo(Cause.OTHER_ORDER);
  }

  @Test
  @Tag("EVID-60")
  void aSignedAgreementWhoseSignatureIsTakenAwayProvesNoAgreement() throws Exception {
    Bought signed = new Bought(new Market(), 2);
    EvidenceBundle whole = signed.merchants();
    EvidenceBundle stripped =
        new EvidenceBundle(
            whole.order(),
            Agreement.unsigned(whole.agreement().oiData()),
            whole.pInitRes(),
            whole.words(),
            whole.lists());
    EvidenceVerdict verdict =
        Verify.verify(stripped, signed.market.root.certificate(), signed.end());
    assertThat(verdict.proves(Kind.AGREEMENT)).isFalse();
  }

  @Test
  @Tag("EVID-62")
  void whoContestsThatItAgreedGetsItsMoneyBackAndForTheRestAPersonDecides() {
    EvidenceVerdict verdict = verify(bought.merchants());
    assertThat(Proposal.of(verdict, Contest.NOT_AGREED).outcome()).isEqualTo(Outcome.REFUND);
    for (Contest contest :
        List.of(Contest.OTHER_AMOUNT, Contest.OTHER_ORDER, Contest.NOT_RECEIVED)) {
      Proposal proposal = Proposal.of(verdict, contest);
      assertThat(proposal.outcome()).as(contest.name()).isEqualTo(Outcome.PERSON_DECIDES);
      assertThat(proposal.words().en()).doesNotContain("agreed");
    }
  }
}
