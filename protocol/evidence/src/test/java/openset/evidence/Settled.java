package openset.evidence;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.set.data.CurrencyAmount;
import openset.set.data.Digest;
import openset.set.data.capture.CapResData;

/** A merchant's bundle with lines of the acquirer's statement about its capture. */
record Settled(Bought bought) {
  static final CurrencyAmount FEE = CurrencyAmount.of("EUR", 91);

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

  /** What was captured. */
  CurrencyAmount amount() {
    return captured().capResItemSeq().getFirst().capResPayload().capAmt();
  }

  /** The key of the capture's item. */
  Der item() {
    return Der.of(
        ByteBuffer.allocate(24).put(captured().capRRTags().rrpid().octets().bytes()).array());
  }

  /** When it was settled. */
  Instant booked() {
    return bought.end().minus(Duration.ofHours(20));
  }

  /** The true line: settled, and paid a minute later. */
  Claim.SettlementLine line() {
    return line(item(), amount(), FEE);
  }

  /** One of another item, amount or fee. */
  Claim.SettlementLine line(Der item, CurrencyAmount of, CurrencyAmount fee) {
    return line(item, of, fee, booked(), booked().plusSeconds(60));
  }

  /** One that was booked and paid then. */
  static Claim.SettlementLine line(
      Der item, CurrencyAmount of, CurrencyAmount fee, Instant booked, Instant paid) {
    Claim.Payout payout =
        new Claim.Payout("999011-P7", CurrencyAmount.of("EUR", 12_345), paid,
            Digest.of(new byte[32]));
    return new Claim.SettlementLine(item, of, fee, "C00000042", booked, Optional.of(payout));
  }

  /** The bundle with this line as its last word. */
  EvidenceBundle with(Claim.SettlementLine line) {
    EvidenceBundle of = bought.merchants();
    List<Word> words = new ArrayList<>(of.words());
    words.add(bought.stated(line));
    return new EvidenceBundle(of.order(), of.agreement(), of.pInitRes(), words, of.lists());
  }
}
