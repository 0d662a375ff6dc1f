package openset.checks.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;
import openset.asn1.AsSent;
import openset.cli.serve.BankEvidence;
import openset.crypto.Suite;
import openset.evidence.EvidenceBundle;
import openset.evidence.gather.Gather;
import openset.evidence.gather.MerchantWays;
import openset.iso8583.host.Amount;
import openset.iso8583.host.Octets;
import openset.issuer.card.AccountId;
import openset.issuer.dispute.Dispute;
import openset.issuer.dispute.DisputeReason;
import openset.issuer.dispute.DisputeState;
import openset.issuer.dispute.EvidenceVerdict;
import openset.issuer.dispute.EvidenceVerdict.Proposal;
import openset.pki.TrustBundle;
import openset.set.data.order.Offer;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Means;
import openset.testkit.world.Purchase;
import openset.testkit.world.Seeded;
import openset.testkit.world.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A bank has the bundle read that is attached to a dispute, and is told what it speaks for. */
final class BankEvidenceTest {
  private static byte[] bundle;
  private static byte[] exchange;
  private static BankEvidence bank;

  @BeforeAll
  static void buy() throws Exception {
    World world = new World(Suite.CLASSICAL, "evidence");
    Means means = world.means(world.trust(), Seeded.of("evidence"));
    AsSent<Offer> offer = World.offer(1490, Seeded.of("evidence offer"));
    Purchase purchase = Purchase.of(world, offer, means);
    List<byte[]> octets = new ArrayList<>();
    octets.add(purchase.pInitRes(purchase.pInitReq()));
    octets.add(purchase.pReq(octets.getLast()));
    octets.add(purchase.authRes(purchase.authReq(octets.getLast())));
    octets.add(purchase.pRes(octets.getLast()));
    octets.add(purchase.capRes(purchase.capReq()));
    Gather gather =
        new Gather(
            octets.stream().map(MessageWrapper.TYPE::decode).toList(),
            new MerchantWays(List.of(world.merchantOpening())),
            world.root().certificate(),
            TrustBundle.of(world.trust()));
    bundle =
        gather
            .bundle(purchase.sale().transIDs().xid(), offer, List.of())
            .orElseThrow()
            .der();
    exchange = purchase.authorization().authTags().authRRTags().rrpid().octets().bytes();
    bank =
        new BankEvidence(world.root().certificate(), InstantSource.fixed(World.NOW));
  }

  private static Dispute dispute(DisputeReason reason, byte[] about) {
    Instant now = World.NOW;
    return new Dispute(
        "D1",
        new AccountId(new UUID(0, 1)),
        new Dispute.Line(Octets.of(new byte[20]), Octets.of(about), "999001"),
        new Dispute.Claim(new Amount(1490, 978), reason, "that was not me"),
        new Dispute.Standing(DisputeState.OPENED, now, Optional.empty(), 1490, now));
  }

  private static EvidenceVerdict verdict(byte[] file, DisputeReason reason) {
    return bank.verdict(file, dispute(reason, exchange));
  }

  @Test
  @Tag("EVID-50")
  void whoSignedIsProposedToPay() {
    EvidenceVerdict said = verdict(bundle, DisputeReason.NOT_AUTHORIZED);
    assertThat(said.proposal()).isEqualTo(Proposal.MERCHANT);
    assertThat(said.findings()).anyMatch(one -> one.proved() && one.en().contains("agreed"));
    assertThat(said.findings()).allMatch(one -> one.zh().codePoints().anyMatch(ideograph()));
    assertThat(verdict(bundle, DisputeReason.NOT_RECEIVED).proposal()).isEqualTo(Proposal.HOLDER);
    assertThat(verdict(bundle, DisputeReason.NOT_AS_DESCRIBED).proposal())
        .isEqualTo(Proposal.UNDECIDED);
  }

  private static IntPredicate ideograph() {
    return Character::isIdeographic;
  }

  @Test
  @Tag("EVID-50")
  void aBundleOfAnotherPaymentDecidesNothing() {
    EvidenceVerdict said =
        bank.verdict(bundle, dispute(DisputeReason.NOT_AUTHORIZED, new byte[20]));
    assertThat(said.proposal()).isEqualTo(Proposal.UNDECIDED);
    assertThat(said.findings().getLast().proved()).isFalse();
    byte[] other = {1, 2, 3};
    assertThat(verdict(other, DisputeReason.NOT_AUTHORIZED).proposal())
        .isEqualTo(Proposal.UNDECIDED);
  }

  @Test
  @Tag("EVID-03")
  void theBankIsNotToldWhatWasBought() {
    EvidenceBundle whole = EvidenceBundle.of(bundle);
    String goods = whole.order().lines().getFirst().line().description();
    assertThat(verdict(bundle, DisputeReason.NOT_AUTHORIZED).findings())
        .noneMatch(finding -> finding.en().contains(goods))
        .noneMatch(finding -> finding.zh().contains(goods));
    byte[] hidden = whole.showing(List.of()).der();
    assertThat(verdict(hidden, DisputeReason.NOT_AUTHORIZED).proposal())
        .isEqualTo(Proposal.MERCHANT);
  }
}
