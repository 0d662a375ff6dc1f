package openset.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import openset.asn1.AsSent;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Kind;
import openset.evidence.verdict.Verify;
import openset.set.data.order.Offer;

/** What holds for every bundle. */
final class EvidencePropertiesTest {
  private static final Bought BOUGHT = bought();
  private static final byte[] DER = BOUGHT.merchants().der();

  private static Bought bought() {
    try {
      return new Bought(new Market(), 3);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static EvidenceVerdict verify(byte[] der) {
    return Verify.verify(der, BOUGHT.market.root.certificate(), BOUGHT.end());
  }

  /** Of an order of any size, any lines can be shown, and no line of it is one of another. */
  @Property(tries = 40)
  @Tag("EVID-21")
  void anyLinesOfAnyOrderCanBeShown(
      @ForAll @IntRange(min = 1, max = 70) int size,
      @ForAll @Size(min = 1, max = 6) Set<@IntRange(min = 1, max = 70) Integer> wanted) {
    AsSent<Offer> offer = Market.offer(size);
    EvidenceOrder whole = new EvidenceOrder.Whole(offer);
    var salt = BOUGHT.merchants().agreement().oiData().value().odSalt();
    List<Integer> there = wanted.stream().filter(line -> line <= size).toList();
    EvidenceOrder part = whole.showing(there, salt);
    assertThat(part.lines()).hasSize(there.size());
    assertThat(part.lines()).allMatch(line -> line.isOf(offer.value().hodInput(salt)));
    assertThat(part.lines())
        .noneMatch(line -> line.isOf(Market.offer(size).value().hodInput(salt)));
    if (there.size() < wanted.size()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> whole.showing(List.copyOf(wanted), salt));
    }
  }

  @Property(tries = 60)
  @Tag("EVID-01")
  void aBundleThatEndsEarlyIsNone(@ForAll @IntRange(min = 0, max = 9_999) int share) {
    byte[] cut = Arrays.copyOf(DER, (int) ((long) DER.length * share / 10_000));
    EvidenceVerdict verdict = verify(cut);
    assertThat(verdict.holds()).isFalse();
    assertThat(verdict.of(Kind.FORM)).hasSize(1);
  }

  @Property(tries = 200)
  @Tag("EVID-01")
  void octetsOverwrittenAnywhereNeverProveAll(
      @ForAll @IntRange(min = 0, max = 9_999) int share,
      @ForAll @Size(min = 1, max = 8) byte[] octets) {
    byte[] other = DER.clone();
    int at = (int) ((long) (DER.length - octets.length) * share / 10_000);
    System.arraycopy(octets, 0, other, at, octets.length);
    boolean same = Arrays.equals(other, DER);
    assertThat(verify(other).holds()).isEqualTo(same);
  }
}
