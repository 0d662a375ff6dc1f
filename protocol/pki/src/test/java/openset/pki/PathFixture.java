package openset.pki;

import static openset.pki.issue.Party.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import openset.asn1.Asn1;
import openset.asn1.ObjectIdentifier;
import openset.crypto.Suite;
import openset.pki.Untrusted.Reason;
import openset.pki.issue.World;
import openset.pki.x509.BasicConstraints;
import openset.pki.x509.Extension;
import openset.pki.x509.PkiOid;

/** A world and ways to ask its trust: for tests of path validation. */
final class PathFixture {
  static final World WORLD = World.of(Suite.CLASSICAL);
  static final Trust TRUST = WORLD.trust();
  static final Required CARD =
      Required.of(CertificateType.CARD, KeyUse.SIGN, "Aurora");
  static final ObjectIdentifier UNKNOWN = ObjectIdentifier.of("1.3.6.1.4.1.99999.1");

  private PathFixture() {}

  /** A cardholder's certificate under {@code cca}, whose key is the honest one's. */
  static Certificate below(Certificate cca) {
    return Forge.like(WORLD.card().certificate()).under(cca).signedBy(WORLD.cca());
  }

  static Extension unknown(boolean critical) {
    return Extension.of(UNKNOWN, critical, Asn1.NULL, true);
  }

  static Extension uses(KeyUse... uses) {
    return Extension.of(PkiOid.KEY_USAGE, true, KeyUse.TYPE, Set.of(uses));
  }

  static Extension constraints(BasicConstraints constraints, boolean critical) {
    return Extension.of(
        PkiOid.BASIC_CONSTRAINTS, critical, BasicConstraints.TYPE, constraints);
  }

  static void refused(
      Certificate leaf, List<Certificate> offered, Reason reason, String rule) {
    Untrusted refusal = refusal(TRUST, leaf, offered, CARD);
    assertThat(refusal.rule()).startsWith(rule);
    assertThat(refusal.reason()).isEqualTo(reason);
    assertThat(refusal.getStackTrace()).isEmpty();
  }

  static Untrusted refusal(
      Trust trust, Certificate leaf, List<Certificate> offered, Required required) {
    Untrusted refusal =
        catchThrowableOfType(
            Untrusted.class, () -> trust.validate(leaf, offered, required, NOW));
    assertThat(refusal).as("validation must refuse").isNotNull();
    return refusal;
  }
}
