package openset.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import openset.asn1.Der;
import openset.evidence.verdict.Cause;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Finding;
import openset.evidence.verdict.Kind;
import openset.evidence.verdict.Verify;
import openset.set.data.CurrencyAmount;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A capture on the acquirer's statement, as the merchant claims it: true, changed, impossible. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SettlementLineTest {
  private static final CurrencyAmount FEE = Settled.FEE;
  private final Bought bought;
  private final Settled world;
  private final Judge judge;
  private final CurrencyAmount amount;
  private final byte[] settled;

  SettlementLineTest() throws Exception {
    bought = new Bought(new Market(), 3);
    world = new Settled(bought);
    judge = new Judge(bought);
    amount = world.amount();
    settled = world.with(world.line()).der();
  }

  private Der item() {
    return world.item();
  }

  private Instant now() {
    return world.booked();
  }

  private Claim.SettlementLine line(Der item, CurrencyAmount of, CurrencyAmount fee) {
    return world.line(item, of, fee);
  }

  private EvidenceBundle with(Claim.SettlementLine line) {
    return world.with(line);
  }

  @Test
  @Tag("EVID-39")
  void aTrueLineSaysCycleFeeAndTransferAndWhoseWordItIs() {
    EvidenceVerdict verdict = judge.verify(EvidenceBundle.of(settled));
    assertThat(verdict.holds()).isTrue();
    String words = verdict.of(Kind.SETTLEMENT).getFirst().words().en();
    assertThat(words)
        .contains("C00000042", amount.toString(), FEE.toString(), "999011-P7", "its own claim")
        .contains("nobody signs")
        .contains("0".repeat(64));
    assertThat(verdict.of(Kind.SETTLEMENT).getFirst().words().zh()).contains("C00000042");
    Claim.SettlementLine open =
        new Claim.SettlementLine(item(), amount, FEE, "C1", now(), Optional.empty());
    assertThat(judge.verify(with(open)).holds()).isTrue();
  }

  @Test
  @Tag("EVID-39")
  void aLineOfAnotherCaptureOrAmountIsNamed() {
    Der other = Der.of(new byte[24]);
    judge.failsAlone(with(line(other, amount, FEE)), Kind.SETTLEMENT, Cause.OTHER_PURCHASE);
    CurrencyAmount more = amount.plus(CurrencyAmount.of("EUR", 1));
    judge.failsAlone(with(line(item(), more, FEE)), Kind.SETTLEMENT, Cause.TOO_MUCH);
    judge.failsAlone(with(line(item(), amount, more)), Kind.SETTLEMENT, Cause.TOO_MUCH);
    judge.failsAlone(
        with(line(item(), amount, CurrencyAmount.of("USD", 1))), Kind.SETTLEMENT, Cause.TOO_MUCH);
  }

  @Test
  @Tag("EVID-39")
  void nothingIsSettledInTheFutureNorPaidBeforeItIsSettled() {
    Instant later = bought.end().plus(Duration.ofDays(1));
    judge.failsAlone(
        with(Settled.line(item(), amount, FEE, later, later)), Kind.SETTLEMENT, Cause.OTHER_TIME);
    judge.failsAlone(
        with(Settled.line(item(), amount, FEE, now(), later)), Kind.SETTLEMENT, Cause.OTHER_TIME);
    judge.failsAlone(
        with(Settled.line(item(), amount, FEE, now(), now().minusSeconds(60))),
        Kind.SETTLEMENT,
        Cause.OTHER_TIME);
  }

  private String word() {
    return "words[" + (EvidenceBundle.of(settled).words().size() - 1) + "]";
  }

  Stream<Leaves.Leaf> ofTheLine() {
    return Leaves.of(settled).stream().filter(leaf -> leaf.place().startsWith(word()));
  }

  @ParameterizedTest
  @MethodSource("ofTheLine")
  @Tag("EVID-39")
  void anyFieldOfTheLineThatWasChanged(Leaves.Leaf leaf) {
    EvidenceVerdict verdict =
        Verify.verify(leaf.flipped(settled), bought.market.root.certificate(), bought.end());
    assertThat(verdict.holds()).isFalse();
    assertThat(verdict.findings())
        .filteredOn(Finding::fails)
        .isNotEmpty()
        .allMatch(finding -> finding.part().contains(word()));
  }
}
