package openset.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openset.asn1.Der;
import openset.evidence.verdict.Cause;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Finding;
import openset.evidence.verdict.Kind;
import openset.evidence.verdict.Verify;
import openset.set.data.CurrencyAmount;
import openset.set.data.Digest;
import openset.set.data.capture.CapResData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A capture on the acquirer's statement, as the merchant claims it: true, changed, impossible. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SettlementLineTest {
  private static final CurrencyAmount FEE = CurrencyAmount.of("EUR", 91);
  private final Bought bought;
  private final Judge judge;
  private final CapResData captured;
  private final CurrencyAmount amount;
  private final byte[] settled;

  SettlementLineTest() throws Exception {
    bought = new Bought(new Market(), 3);
    judge = new Judge(bought);
    captured = captured();
    amount = captured.capResItemSeq().getFirst().capResPayload().capAmt();
    settled = with(line(item(), amount, FEE)).der();
  }

  private CapResData captured() {
    Word.CapRes word =
        bought.merchants().words().stream()
            .filter(Word.CapRes.class::isInstance)
            .map(Word.CapRes.class::cast)
            .findFirst()
            .orElseThrow();
    Der content = word.signed().cms().content().content().orElseThrow();
    return CapResData.TYPE.decode(content.bytes());
  }

  private Der item() {
    return Der.of(
        ByteBuffer.allocate(24).put(captured.capRRTags().rrpid().octets().bytes()).array());
  }

  private Instant now() {
    return bought.end().minus(Duration.ofHours(20));
  }

  private Claim.SettlementLine line(Der item, CurrencyAmount of, CurrencyAmount fee) {
    return line(item, of, fee, now(), now().plusSeconds(60));
  }

  private static Claim.SettlementLine line(
      Der item, CurrencyAmount of, CurrencyAmount fee, Instant booked, Instant paid) {
    Claim.Payout payout =
        new Claim.Payout("999011-P7", CurrencyAmount.of("EUR", 12_345), paid,
            Digest.of(new byte[32]));
    return new Claim.SettlementLine(item, of, fee, "C00000042", booked, Optional.of(payout));
  }

  private EvidenceBundle with(Claim.SettlementLine line) {
    EvidenceBundle of = bought.merchants();
    List<Word> words = new ArrayList<>(of.words());
    words.add(bought.stated(line));
    return new EvidenceBundle(of.order(), of.agreement(), of.pInitRes(), words, of.lists());
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
        with(line(item(), amount, FEE, later, later)), Kind.SETTLEMENT, Cause.OTHER_TIME);
    judge.failsAlone(
        with(line(item(), amount, FEE, now(), later)), Kind.SETTLEMENT, Cause.OTHER_TIME);
    judge.failsAlone(
        with(line(item(), amount, FEE, now(), now().minusSeconds(60))),
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
