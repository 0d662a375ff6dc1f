package openset.pki;

import static openset.pki.PathFixture.CARD;
import static openset.pki.PathFixture.WORLD;
import static openset.pki.issue.Party.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import openset.asn1.Asn1Exception;
import openset.crypto.Suite;
import openset.pki.Untrusted.Reason;
import openset.pki.issue.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an authority publishes, as those hold it who trust its root. */
class TrustBundleTest {
  private static final Trust ROOT_ALONE = Trust.in(List.of(WORLD.root().certificate()));

  private static final TrustBundle BUNDLE = bundle(WORLD.crls());

  @Test
  void aRootAloneAndTheBundleAreEnoughToProveACardholder() throws Exception {
    Trust trust = TrustBundle.of(BUNDLE.der()).heldBy(ROOT_ALONE, NOW);
    Certificate leaf = WORLD.card().certificate();
    assertThat(trust.validate(leaf, List.of(), CARD, NOW).certificate()).isEqualTo(leaf);
    assertThat(TrustBundle.of(trust)).isEqualTo(BUNDLE);
  }

  @Test
  @Tag("C16")
  void anOlderBundleNeverTakesThePlaceOfANewerOne() throws Exception {
    Trust newer =
        BUNDLE
            .heldBy(ROOT_ALONE, NOW)
            .withCrls(List.of(WORLD.cca().crl(2, NOW, List.of())), NOW);
    Untrusted refusal =
        catchThrowableOfType(Untrusted.class, () -> BUNDLE.heldBy(newer, NOW));
    assertThat(refusal.reason()).isEqualTo(Reason.NOT_CURRENT_CRL);
    assertThat(newer.crls()).extracting(CertificateList::number).contains(java.math.BigInteger.TWO);
  }

  @Test
  @Tag("C11")
  void aBundleOfAnotherRootIsRefusedWhole() {
    World other = World.of(Suite.EDWARDS);
    TrustBundle foreign =
        new TrustBundle(
            other.authorities(), other.crls(), List.of(other.brandCrls(other.crls())));
    Untrusted refusal =
        catchThrowableOfType(Untrusted.class, () -> foreign.heldBy(ROOT_ALONE, NOW));
    assertThat(refusal.reason()).isEqualTo(Reason.MISSING);
    assertThat(ROOT_ALONE.certificates()).isEmpty();
  }

  @Test
  void octetsCutShortAreNoBundle() {
    byte[] der = BUNDLE.der();
    for (int length : List.of(0, 1, der.length / 2, der.length - 1)) {
      byte[] cut = java.util.Arrays.copyOf(der, length);
      assertThat(catchThrowableOfType(Asn1Exception.class, () -> TrustBundle.of(cut))).isNotNull();
    }
  }

  private static TrustBundle bundle(List<CertificateList> crls) {
    return new TrustBundle(WORLD.authorities(), crls, List.of(WORLD.brandCrls(crls)));
  }
}
