package openset.pki;

import static openset.pki.PathFixture.CARD;
import static openset.pki.PathFixture.TRUST;
import static openset.pki.PathFixture.WORLD;
import static openset.pki.PathFixture.below;
import static openset.pki.PathFixture.constraints;
import static openset.pki.PathFixture.refusal;
import static openset.pki.PathFixture.refused;
import static openset.pki.PathFixture.unknown;
import static openset.pki.PathFixture.uses;
import static openset.pki.issue.Party.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1Exception;
import openset.crypto.SignatureAlgorithm;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.Untrusted.Reason;
import openset.pki.issue.AuthorityProfile;
import openset.pki.issue.KeyRole;
import openset.pki.issue.Party;
import openset.pki.issue.World;
import openset.pki.x509.BasicConstraints;
import openset.pki.x509.DistinguishedName;
import openset.pki.x509.Extension;
import openset.pki.x509.PkiOid;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way a path can be wrong, one test each. */
class PathTest {
  @Test
  @Tag("C04")
  @Tag("CERT-14")
  void refusesACertificateIssuedWithACardholdersKey() {
    Certificate leaf =
        Forge.like(WORLD.card().certificate())
            .under(WORLD.card().certificate())
            .subject(DistinguishedName.of("CH", "Aurora", "Bank of Aurora", "somebody"))
            .signedBy(WORLD.card());
    refused(leaf, List.of(WORLD.card().certificate()), Reason.INVALID, "CERT-14");
  }

  @Test
  @Tag("C04")
  @Tag("CERT-14")
  void refusesACardholderCertificateThatCallsItselfAnAuthority() {
    Certificate leaf =
        Forge.like(WORLD.card().certificate())
            .with(uses(KeyUse.CERT_SIGN, KeyUse.CRL_SIGN))
            .with(constraints(new BasicConstraints(true, Optional.of(0)), true))
            .signedBy(WORLD.cca());
    refused(leaf, List.of(), Reason.INVALID, "CERT-14");
  }

  @Test
  @Tag("C05")
  @Tag("CERT-25")
  void refusesAnAuthorityBeyondThePathLength() throws Exception {
    Certificate shortBrand =
        Forge.like(WORLD.brand().certificate())
            .serial(BigInteger.TEN.pow(40))
            .with(constraints(new BasicConstraints(true, Optional.of(0)), true))
            .signedBy(WORLD.root());
    Party brand = new Party(WORLD.brand().keys(), shortBrand);
    Certificate cca =
        Forge.like(WORLD.cca().certificate()).under(shortBrand).signedBy(WORLD.brand());
    Trust trust =
        Trust.in(List.of(WORLD.root().certificate()))
            .withCertificates(List.of(shortBrand))
            .withCrls(
                List.of(WORLD.root().crl(1, NOW, List.of()), brand.crl(1, NOW, List.of())), NOW);
    Required authority = Required.anyBrand(CertificateType.CCA, KeyUse.CERT_SIGN);
    Untrusted refusal = refusal(trust, cca, List.of(), authority);
    assertThat(refusal.rule()).startsWith("CERT-25");
  }

  @Test
  @Tag("C05")
  @Tag("CERT-14")
  void refusesAnIssuerWithoutTheAuthorityFlag() {
    Certificate cca =
        Forge.like(WORLD.cca().certificate())
            .serial(BigInteger.TEN.pow(40))
            .without(PkiOid.BASIC_CONSTRAINTS)
            .signedBy(WORLD.brand());
    refused(below(cca), List.of(cca), Reason.INVALID, "CERT-14");
  }

  @Test
  @Tag("C05")
  @Tag("CERT-11")
  void refusesBasicConstraintsThatAreNotCritical() {
    Certificate cca =
        Forge.like(WORLD.cca().certificate())
            .serial(BigInteger.TEN.pow(40))
            .with(constraints(new BasicConstraints(true, Optional.of(0)), false))
            .signedBy(WORLD.brand());
    refused(below(cca), List.of(cca), Reason.INVALID, "CERT-11");
  }

  @Test
  @Tag("C05")
  void refusesAnIssuerWhoseKeyMayNotSignCertificates() {
    Certificate cca =
        Forge.like(WORLD.cca().certificate())
            .serial(BigInteger.TEN.pow(40))
            .with(uses(KeyUse.SIGN))
            .signedBy(WORLD.brand());
    refused(below(cca), List.of(cca), Reason.INVALID, "CERT-14");
  }

  @Test
  @Tag("C05")
  void refusesACertificateUnderAnAuthoritysMessageKey() {
    Party messages =
        WORLD
            .brand()
            .issue(
                AuthorityProfile.cardholders(KeyRole.SIGN, "CH", "Aurora", "Demo CCA"),
                SignatureAlgorithm.ECDSA_P256_SHA256,
                300);
    Certificate leaf =
        Forge.like(WORLD.card().certificate()).under(messages.certificate()).signedBy(messages);
    refused(leaf, List.of(messages.certificate()), Reason.INVALID, "CERT-14");
  }

  @Test
  @Tag("C07")
  @Tag("CERT-11")
  void refusesAnUnknownCriticalExtensionInALeaf() {
    Certificate leaf =
        Forge.like(WORLD.card().certificate()).with(unknown(true)).signedBy(WORLD.cca());
    refused(leaf, List.of(), Reason.INVALID, "CERT-11");
  }

  @Test
  @Tag("C07")
  void refusesAnUnknownCriticalExtensionInAnAuthority() {
    Certificate cca =
        Forge.like(WORLD.cca().certificate())
            .serial(BigInteger.TEN.pow(40))
            .with(unknown(true))
            .signedBy(WORLD.brand());
    refused(below(cca), List.of(cca), Reason.INVALID, "CERT-11");
  }

  @Test
  @Tag("C07")
  @Tag("CERT-11")
  void acceptsAnUnknownExtensionThatIsNotCritical() throws Exception {
    Certificate leaf =
        Forge.like(WORLD.card().certificate()).with(unknown(false)).signedBy(WORLD.cca());
    assertThat(TRUST.validate(leaf, List.of(), CARD, NOW).certificate()).isEqualTo(leaf);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "1461501637330902918203684832716283019655932542976"})
  @Tag("C09")
  @Tag("CERT-03")
  void refusesASerialNumberThatIsNotPositiveOrLongerThanTwentyOctets(String serial) {
    byte[] bytes =
        Forge.like(WORLD.card().certificate())
            .serial(new BigInteger(serial))
            .bytes(WORLD.cca().keys());
    assertThatThrownBy(() -> Certificate.of(bytes))
        .isInstanceOf(Asn1Exception.class)
        .hasMessageContaining("serialNumber");
  }

  @Test
  @Tag("C10")
  void refusesALeafOfAnotherAuthorityOfTheSameName() {
    SigningKeyPair other = SigningKeyPair.generate(SignatureAlgorithm.ECDSA_P256_SHA256);
    Certificate leaf = Forge.like(WORLD.card().certificate()).signedBy(other);
    refused(leaf, List.of(), Reason.INVALID, "CERT-05");
  }

  @Test
  @Tag("C10")
  @Tag("CERT-15")
  void refusesALeafWhoseAuthorityKeyNamesNoCertificateAtHand() {
    AuthorityKey other =
        new AuthorityKey(WORLD.cca().certificate().issuer(), BigInteger.valueOf(4711));
    Certificate leaf =
        Forge.like(WORLD.card().certificate())
            .with(Extension.of(PkiOid.AUTHORITY_KEY, false, AuthorityKey.TYPE, other))
            .signedBy(WORLD.cca());
    refused(leaf, List.of(), Reason.MISSING, "CERT-22");
  }

  @Test
  @Tag("C10")
  void findsTheRightOneOfTwoAuthoritiesOfOneNameAndNumber() throws Exception {
    SigningKeyPair other = SigningKeyPair.generate(SignatureAlgorithm.ECDSA_P256_SHA256);
    Certificate twin =
        Forge.like(WORLD.cca().certificate())
            .key(other.publicKey().spki())
            .signedBy(WORLD.brand());
    assertThat(
            TRUST
                .withCertificates(List.of(twin))
                .validate(WORLD.card().certificate(), List.of(twin), CARD, NOW)
                .chain()
                .getFirst())
        .isEqualTo(WORLD.cca().certificate());
  }

  @Test
  @Tag("C11")
  @Tag("CERT-21")
  void refusesARootThatCameWithTheMessage() {
    World rogue = World.of(Suite.CLASSICAL);
    refused(rogue.card().certificate(), rogue.all(), Reason.MISSING, "CERT-22");
    World other = World.of(Suite.CLASSICAL, "Meridian");
    Untrusted refusal =
        refusal(
            TRUST,
            other.root().certificate(),
            other.all(),
            Required.anyBrand(CertificateType.RCA, KeyUse.CERT_SIGN));
    assertThat(refusal.reason()).isEqualTo(Reason.MISSING);
  }

  @Test
  @Tag("C12")
  @Tag("CERT-17")
  void refusesANextRootWhoseKeyIsNotTheOneTheOldRootNames() {
    SigningKeyPair next = SigningKeyPair.generate(SignatureAlgorithm.ECDSA_P256_SHA256);
    Party old = Party.root(SignatureAlgorithm.ECDSA_P256_SHA256, Optional.of(next));
    Party wrong = Party.root(SignatureAlgorithm.ECDSA_P256_SHA256, Optional.empty());
    Trust trust = Trust.in(List.of(old.certificate()));
    assertThatThrownBy(() -> trust.withNextRoot(wrong.certificate(), NOW))
        .isInstanceOf(Untrusted.class)
        .hasMessageContaining("CERT-17");
  }

  @Test
  @Tag("C12")
  @Tag("CERT-17")
  void acceptsTheNextRootWhoseKeyTheOldRootNames() throws Exception {
    SigningKeyPair next = SigningKeyPair.generate(SignatureAlgorithm.ED25519);
    Party old = Party.root(SignatureAlgorithm.ECDSA_P256_SHA256, Optional.of(next));
    Party right = Party.root(next, Optional.empty());
    Trust trust =
        Trust.in(List.of(old.certificate())).withNextRoot(right.certificate(), NOW);
    assertThat(trust.roots()).containsExactlyInAnyOrder(old.certificate(), right.certificate());
  }

  @Test
  @Tag("C13")
  @Tag("CERT-26")
  void refusesMoreThanSixtyFourCertificates() {
    List<Certificate> bag = new ArrayList<>();
    for (int i = 0; i < 65; i++) bag.add(WORLD.cca().certificate());
    refused(WORLD.card().certificate(), bag, Reason.INVALID, "CERT-26");
  }

  @Test
  @Tag("C13")
  @Tag("CERT-26")
  void refusesAChainOfFifty() {
    Party top = WORLD.brand();
    List<Certificate> chain = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      SigningKeyPair keys = SigningKeyPair.generate(SignatureAlgorithm.ECDSA_P256_SHA256);
      DistinguishedName name = DistinguishedName.of("CH", "Aurora", "Step " + i);
      Certificate step =
          Forge.like(WORLD.brand().certificate())
              .under(top.certificate())
              .subject(name)
              .key(keys.publicKey().spki())
              .signedBy(top);
      chain.add(step);
      top = new Party(keys, step);
    }
    Certificate leaf =
        Forge.like(WORLD.card().certificate()).under(top.certificate()).signedBy(top);
    refused(leaf, chain, Reason.INVALID, "CERT-26 deeper");
  }

  @Test
  @Tag("C13")
  void comesToAnEndWhereAuthoritiesCertifyEachOther() {
    SigningKeyPair one = SigningKeyPair.generate(SignatureAlgorithm.ECDSA_P256_SHA256);
    SigningKeyPair two = SigningKeyPair.generate(SignatureAlgorithm.ECDSA_P256_SHA256);
    Certificate a = cross("One", one, "Two", two, BigInteger.TWO.pow(100));
    Certificate b = cross("Two", two, "One", one, BigInteger.TWO.pow(100));
    Certificate leaf =
        Forge.like(WORLD.card().certificate()).under(a).signedBy(new Party(one, a));
    refused(leaf, List.of(a, b), Reason.MISSING, "CERT-22");
  }

  private static Certificate cross(
      String subject, SigningKeyPair own, String issuer, SigningKeyPair by, BigInteger serial) {
    DistinguishedName above = DistinguishedName.of("CH", "Aurora", issuer);
    DistinguishedName name = DistinguishedName.of("CH", "Aurora", subject);
    return Forge.like(WORLD.brand().certificate())
        .serial(serial)
        .issuer(above)
        .subject(name)
        .key(own.publicKey().spki())
        .with(
            Extension.of(
                PkiOid.AUTHORITY_KEY, false, AuthorityKey.TYPE, new AuthorityKey(name, serial)))
        .signedBy(by);
  }

  @Test
  @Tag("C13")
  @Tag("CERT-26")
  void comesToAnEndInTimeWhereManyCertificatesBearTheIssuersName() {
    List<Certificate> bag = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      SigningKeyPair keys = SigningKeyPair.generate(SignatureAlgorithm.ECDSA_P256_SHA256);
      bag.add(
          Forge.like(WORLD.cca().certificate())
              .key(keys.publicKey().spki())
              .signedBy(WORLD.brand()));
    }
    SigningKeyPair stranger = SigningKeyPair.generate(SignatureAlgorithm.ECDSA_P256_SHA256);
    Certificate leaf = Forge.like(WORLD.card().certificate()).signedBy(stranger);
    refused(leaf, bag, Reason.INVALID, "CERT-26 too many");
    // Time of this thread alone, so that whatever else runs does not count.
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    refused(leaf, bag, Reason.INVALID, "CERT-26 too many");
    Duration worked = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
    assertThat(worked).isPositive().isLessThan(Duration.ofMillis(500));
  }
}
