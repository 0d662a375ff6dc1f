package openset.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.evidence.verdict.Cause;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Finding;
import openset.evidence.verdict.Kind;
import openset.evidence.verdict.Status;
import openset.evidence.verdict.Verify;
import openset.pki.CertificateList;
import openset.pki.TrustBundle;
import openset.pki.issue.AuthorityProfile;
import openset.set.data.payment.PITBS;
import openset.set.message.PInitResData;
import openset.set.operator.S;
import openset.set.operator.SO;
import openset.set.operator.Signatory;
import openset.set.operator.Signed;
import openset.set.treatment.cardholder.Card;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Roots, lists of revoked certificates, and the times at which certificates are judged. */
final class ListsAndTimesTest {
  private static Market market;
  private static Bought bought;
  private static Judge judge;

  @BeforeAll
  static void buy() throws Exception {
    market = new Market();
    bought = new Bought(market, 3);
    judge = new Judge(bought);
  }

  private static EvidenceBundle listing(EvidenceBundle of, TrustBundle lists) {
    return new EvidenceBundle(of.order(), of.agreement(), of.pInitRes(), of.words(), lists);
  }

  @Test
  @Tag("EVID-10")
  void anotherRootIsNamedAndNothingElseLookedAt() {
    EvidenceVerdict verdict =
        Verify.verify(bought.merchants(), Ca.root().certificate(), bought.end());
    assertThat(verdict.findings()).extracting(Finding::kind).containsExactly(Kind.ROOT);
    assertThat(verdict.holds()).isFalse();
    assertThat(verdict.facts()).isEmpty();
    byte[] ours = market.root.certificate().fingerprint().bytes();
    assertThat(Verify.root(bought.merchants(), ours)).contains(market.root.certificate());
    assertThat(Verify.root(bought.merchants(), new byte[32])).isEmpty();
  }

  @Test
  @Tag("EVID-10")
  void aBundleWithoutRootThatRestsOnAnotherProvesNothing() {
    TrustBundle lists = bought.merchants().lists();
    TrustBundle rootless =
        new TrustBundle(
            lists.certificates().stream().filter(one -> !one.selfIssued()).toList(),
            lists.crls(),
            lists.brandCrls());
    EvidenceBundle bundle = listing(bought.merchants(), rootless);
    assertThat(judge.verify(bundle).holds()).isTrue();
    EvidenceVerdict verdict =
        Verify.verify(bundle, Ca.root().certificate(), bought.end());
    assertThat(verdict.holds()).isFalse();
    assertThat(verdict.of(Kind.AGREEMENT)).extracting(Finding::cause)
        .containsOnly(Cause.UNTRUSTED);
  }

  @Test
  @Tag("EVID-12")
  void withoutListsNobodyIsKnownNotToBeRevoked() throws Exception {
    EvidenceBundle ours = bought.merchants();
    TrustBundle none = new TrustBundle(ours.lists().certificates(), List.of(), List.of());
    EvidenceBundle bare =
        new EvidenceBundle(
            ours.order(), ours.agreement(), bareOffer(ours), ours.words(), none);
    EvidenceVerdict verdict = judge.verify(bare);
    assertThat(verdict.holds()).isFalse();
    for (Kind kind : List.of(Kind.OFFER, Kind.AGREEMENT, Kind.AUTHORIZATION, Kind.CAPTURE)) {
      assertThat(verdict.of(kind)).extracting(Finding::cause).containsOnly(Cause.NOT_LISTED);
      assertThat(verdict.of(kind)).extracting(Finding::status).containsOnly(Status.NOT_PROVED);
    }
    assertThat(verdict.findings()).noneMatch(finding -> finding.status() == Status.WRONG);
  }

  /** PInitRes without the lists that came along, which its signature does not cover. */
  private static Signed<PInitResData> bareOffer(
      EvidenceBundle of) {
    var said = Dates.content(of.pInitRes(), PInitResData.TYPE);
    var plain =
        new PInitResData(
            said.transIDs(), said.rrpid(), said.challC(), said.challM(), Optional.empty(),
            said.peThumb(), said.thumbs(), said.piRsExtensions(), said.offerDigest());
    return S.sign(
        Signatory.of(market.merchant.signing())
            .enclosing(List.of(market.gateway.opening().certificate())),
        PInitResData.CONTENT,
        plain);
  }

  @Test
  @Tag("EVID-12")
  @Tag("EVID-41")
  void aListThatTheBrandNamesMayNotBeWithheld() {
    EvidenceBundle ours = bought.merchants();
    List<CertificateList> newer = new ArrayList<>(ours.lists().crls());
    var brands =
        List.of(
            market.brand.brandCrls(
                2,
                Market.NOW,
                List.of(
                    market.brand.crl(1, Market.NOW, List.of()),
                    market.cca.crl(2, Market.NOW, List.of()))));
    EvidenceBundle withheld =
        listing(ours, new TrustBundle(ours.lists().certificates(), newer, brands));
    judge.fails(withheld, Kind.AGREEMENT, Cause.NOT_LISTED);
    EvidenceVerdict none =
        judge.verify(
            new EvidenceBundle(
                ours.order(),
                ours.agreement(),
                bareOffer(ours),
                ours.words(),
                new TrustBundle(ours.lists().certificates(), newer, List.of())));
    assertThat(none.holds()).isTrue();
    assertThat(none.of(Kind.LISTS)).anyMatch(finding -> finding.cause() == Cause.ABSENT);
  }

  @Test
  @Tag("EVID-40")
  void aListOfAStranger() {
    Ca stranger = Ca.root();
    EvidenceBundle ours = bought.merchants();
    List<CertificateList> lists = new ArrayList<>(ours.lists().crls());
    lists.add(stranger.crl(9, Market.NOW, List.of()));
    EvidenceBundle mixed =
        listing(
            ours,
            new TrustBundle(ours.lists().certificates(), lists, ours.lists().brandCrls()));
    judge.failsAlone(mixed, Kind.LISTS, Cause.UNTRUSTED);
  }

  @Test
  @Tag("EVID-40")
  void aListOfAnotherBrandThatCameAlongIsPassedOver() {
    EvidenceBundle ours = bought.merchants();
    Ca other =
        market.root.below(AuthorityProfile.brand("CH", "Borealis", "Other Brand CA"));
    PInitResData said = Dates.content(ours.pInitRes(), PInitResData.TYPE);
    Signed<PInitResData> more =
        S.sign(
            Signatory.of(market.merchant.signing())
                .enclosing(List.of(market.gateway.opening().certificate()))
                .enclosingCrls(List.of(other.crl(1, Market.NOW, List.of()))),
            PInitResData.CONTENT,
            said);
    EvidenceBundle bundle =
        new EvidenceBundle(ours.order(), ours.agreement(), more, ours.words(), ours.lists());
    assertThat(judge.verify(bundle).holds()).isTrue();
  }

  private static Bought boughtWith(Card card, TrustBundle lists) throws Exception {
    return new Bought(market, card, Market.offer(2), lists);
  }

  @Test
  @Tag("EVID-42")
  void aCardRevokedLaterChangesNothing() throws Exception {
    Card card = market.card(Optional.empty(), Market.NOW.plus(Duration.ofDays(50)));
    TrustBundle then = market.lists(1, Market.NOW, List.of());
    Bought one = boughtWith(card, then);
    Instant week = Market.NOW.plus(Duration.ofDays(6));
    TrustBundle later = market.lists(2, week, Market.revoked(card, week));
    EvidenceVerdict verdict =
        Verify.verify(
            one.merchants(Market.both(then, later)),
            market.root.certificate(),
            week.plus(Duration.ofDays(1)));
    assertThat(verdict.findings()).filteredOn(Finding::fails).isEmpty();
    assertThat(verdict.of(Kind.LATER_REVOCATION)).hasSize(1);
    assertThat(verdict.of(Kind.LATER_REVOCATION).getFirst().words().en())
        .contains("the cardholder was revoked later");
  }

  @Test
  @Tag("EVID-42")
  void aCardRevokedBackToBeforeIsNamed() throws Exception {
    Card card = market.card(Optional.empty(), Market.NOW.plus(Duration.ofDays(50)));
    TrustBundle then = market.lists(1, Market.NOW, List.of());
    Bought one = boughtWith(card, then);
    Instant week = Market.NOW.plus(Duration.ofDays(6));
    TrustBundle later =
        market.lists(2, week, Market.revoked(card, Market.NOW.minus(Duration.ofDays(1))));
    EvidenceVerdict verdict =
        Verify.verify(
            one.merchants(Market.both(then, later)),
            market.root.certificate(),
            week.plus(Duration.ofDays(1)));
    assertThat(verdict.holds()).isFalse();
    assertThat(verdict.of(Kind.LATER_REVOCATION)).extracting(Finding::cause)
        .containsOnly(Cause.REVOKED);
  }

  @Test
  @Tag("EVID-12")
  @Tag("EVID-25")
  void aCardRevokedThenIsNamed() throws Exception {
    Card card = market.card(Optional.empty(), Market.NOW.plus(Duration.ofDays(50)));
    Bought one = boughtWith(card, market.lists(1, Market.NOW, List.of()));
    TrustBundle true_ =
        market.lists(2, Market.NOW, Market.revoked(card, Market.NOW.minus(Duration.ofDays(2))));
    judge.fails(one.merchants(true_), Kind.AGREEMENT, Cause.REVOKED);
  }

  @Test
  @Tag("EVID-27")
  void aPurchaseDatedBackToBeforeTheRevocationIsNamed() throws Exception {
    Card card = market.card(Optional.empty(), Market.NOW.plus(Duration.ofDays(50)));
    TrustBundle then = market.lists(1, Market.NOW, List.of());
    Bought one = boughtWith(card, then);
    // The purchase is of two minutes past, the gateway's word of six; clocks differ by five.
    Instant between = Market.NOW.plus(Duration.ofMinutes(8));
    TrustBundle next = market.lists(2, between, Market.revoked(card, between));
    EvidenceBundle bundle = one.merchants(Market.both(then, next));
    EvidenceVerdict verdict = Verify.verify(bundle, market.root.certificate(), one.end());
    assertThat(verdict.of(Kind.AGREEMENT)).extracting(Finding::status)
        .containsExactly(Status.PROVED, Status.WRONG);
    assertThat(verdict.of(Kind.AGREEMENT)).extracting(Finding::cause)
        .containsExactly(Cause.NONE, Cause.REVOKED);
  }

  @Test
  @Tag("EVID-11")
  void aCardThatWasOutOfDateIsNamed() throws Exception {
    Card card = market.card(Optional.empty(), Market.NOW.plus(Duration.ofDays(1)));
    Bought one = boughtWith(card, market.lists(1, Market.NOW, List.of()));
    assertThat(
            Verify.verify(
                    one.merchants(),
                    market.root.certificate(),
                    one.end().plus(Duration.ofDays(400)))
                .holds())
        .isTrue();
    Agreement agreement = one.merchants().agreement();
    assertThat(agreement.oiData().value().transIDs().pReqDate()).isAfter(Market.NOW);
    Card old = market.card(Optional.empty(), Market.NOW.minus(Duration.ofDays(1)));
    Agreement byOld =
        new Agreement(
            agreement.oiData(),
            agreement.hPIData(),
            SO.sign(
                Signatory.of(old.credential()),
                PITBS.CONTENT,
                agreement.signed()));
    EvidenceBundle ours = one.merchants();
    judge.fails(
        new EvidenceBundle(ours.order(), byOld, ours.pInitRes(), ours.words(), ours.lists()),
        Kind.AGREEMENT,
        Cause.EXPIRED);
  }

  @Test
  void numbersOfListsAreAsTheyWere() {
    assertThat(bought.merchants().lists().crls()).extracting(CertificateList::number)
        .containsOnly(BigInteger.ONE);
  }
}
