package openset.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import openset.evidence.verdict.EvidenceVerdict;
import openset.evidence.verdict.Finding;
import openset.evidence.verdict.Kind;
import openset.evidence.verdict.Verify;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One bit changed in any field of a bundle is found, and the field is named. */
@TestInstance(Lifecycle.PER_CLASS)
final class ChangedOctetsTest {
  private final Bought bought;
  private final byte[] merchants;
  private final byte[] cardholders;
  private final byte[] lines;

  ChangedOctetsTest() throws Exception {
    bought = new Bought(new Market(), 3);
    merchants = bought.merchants().der();
    cardholders = bought.cardholders().der();
    lines = bought.merchants().showing(List.of(2)).der();
  }

  Stream<Leaves.Leaf> ofTheMerchants() {
    return Leaves.of(merchants).stream();
  }

  /** What only the cardholder's has. */
  Stream<Leaves.Leaf> ofTheCardholders() {
    return Leaves.of(cardholders).stream().filter(leaf -> leaf.place().startsWith("words["));
  }

  /** What only a bundle of single lines has. */
  Stream<Leaves.Leaf> ofSingleLines() {
    return Leaves.of(lines).stream().filter(leaf -> leaf.place().startsWith("order."));
  }

  @ParameterizedTest
  @MethodSource("ofTheMerchants")
  @Tag("EVID-01")
  void anyFieldOfTheMerchantsBundle(Leaves.Leaf leaf) {
    isFoundAndNamed(leaf, merchants);
  }

  @ParameterizedTest
  @MethodSource("ofTheCardholders")
  @Tag("EVID-31")
  void anyWordOfTheCardholdersBundle(Leaves.Leaf leaf) {
    isFoundAndNamed(leaf, cardholders);
  }

  @ParameterizedTest
  @MethodSource("ofSingleLines")
  @Tag("EVID-21")
  void anyFieldOfSingleLines(Leaves.Leaf leaf) {
    isFoundAndNamed(leaf, lines);
  }

  /** Lists come along with a signature that does not cover them: no other name hides one. */
  @Test
  @Tag("EVID-40")
  void theNameOfTheBrandOrTheRootAnywhereInTheBundle() {
    String der = new String(merchants, StandardCharsets.ISO_8859_1);
    for (String name : List.of("Aurora", "OpenSET")) {
      for (int at = der.indexOf(name); at >= 0; at = der.indexOf(name, at + 1)) {
        byte[] other = merchants.clone();
        other[at]++;
        EvidenceVerdict verdict =
            Verify.verify(other, bought.market.root.certificate(), bought.end());
        assertThat(verdict.holds()).as(name + " at " + at).isFalse();
      }
    }
  }

  private void isFoundAndNamed(Leaves.Leaf leaf, byte[] der) {
    EvidenceVerdict verdict =
        Verify.verify(leaf.flipped(der), bought.market.root.certificate(), bought.end());
    List<Finding> fails = verdict.findings().stream().filter(Finding::fails).toList();
    assertThat(verdict.holds()).isFalse();
    assertThat(fails).anyMatch(finding -> names(finding, leaf.place()));
    if (leaf.place().startsWith("words[")) {
      String word = leaf.place().substring(0, leaf.place().indexOf(']') + 1);
      assertThat(fails).allMatch(finding -> finding.part().contains(word));
    }
  }

  private static boolean names(Finding finding, String place) {
    if (finding.kind() == Kind.FORM) {
      return ("EvidenceBundle." + place).startsWith(finding.part());
    }
    String part = place.split("[.\\[]")[0];
    // A copy of a list or certificate that came with PInitRes is named as one of the lists.
    boolean list = part.equals("pInitRes") && finding.part().startsWith("lists.");
    // An order is compared with two digests, of which the merchant's covers all of it.
    boolean offer = part.equals("order") && finding.part().equals("pInitRes.offerDigest");
    return finding.part().startsWith(part) || list || offer;
  }
}
