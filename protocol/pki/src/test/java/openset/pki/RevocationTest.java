package openset.pki;

import static openset.pki.PathFixture.CARD;
import static openset.pki.PathFixture.WORLD;
import static openset.pki.PathFixture.refusal;
import static openset.pki.PathFixture.unknown;
import static openset.pki.issue.Party.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.Asn1Exception;
import openset.crypto.SignatureAlgorithm;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.Untrusted.Reason;
import openset.pki.issue.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** CRLs and brand CRL identifiers: what is accepted, and what they forbid. */
class RevocationTest {
  private static final Trust KNOWING =
      Trust.in(List.of(WORLD.root().certificate())).withCertificates(WORLD.authorities());
  private static final Trust TRUST = WORLD.trust();
  private static final Certificate LEAF = WORLD.card().certificate();

  @Test
  @Tag("CERT-27")
  void refusesARevokedCardholder() throws Exception {
    Trust trust = TRUST.withCrls(List.of(WORLD.cca().crl(2, NOW, List.of(LEAF))), NOW);
    assertThat(refusal(trust, LEAF, List.of(), CARD).reason()).isEqualTo(Reason.REVOKED);
  }

  @Test
  @Tag("CERT-27")
  void refusesACardholderUnderARevokedAuthority() throws Exception {
    Certificate cca = WORLD.cca().certificate();
    Trust trust = TRUST.withCrls(List.of(WORLD.brand().crl(2, NOW, List.of(cca))), NOW);
    assertThat(refusal(trust, LEAF, List.of(), CARD).reason()).isEqualTo(Reason.REVOKED);
  }

  @Test
  @Tag("CRL-05")
  void refusesACardholderWhileAnyIssuersCrlIsMissing() throws Exception {
    List<CertificateList> all = WORLD.crls();
    for (int missing = 0; missing < 3; missing++) {
      List<CertificateList> some = new ArrayList<>(all);
      some.remove(missing);
      Untrusted refusal = refusal(KNOWING.withCrls(some, NOW), LEAF, List.of(), CARD);
      assertThat(refusal.reason()).isEqualTo(Reason.NOT_CURRENT_CRL);
    }
  }

  @Test
  @Tag("CRL-05")
  void refusesACardholderOnceACrlIsOutOfDate() throws Exception {
    Instant later = NOW.plus(Duration.ofDays(7)).plusSeconds(1);
    TRUST.validate(LEAF, List.of(), CARD, later.minusSeconds(1));
    Untrusted refusal =
        catchThrowableOfType(
            Untrusted.class, () -> TRUST.validate(LEAF, List.of(), CARD, later));
    assertThat(refusal.reason()).isEqualTo(Reason.NOT_CURRENT_CRL);
  }

  @Test
  @Tag("C07")
  @Tag("CRL-03")
  void refusesUnknownCriticalExtensionsOfACrlAndOfItsEntries() {
    CertificateList model = WORLD.cca().crl(2, NOW, List.of(LEAF));
    CertificateList list =
        Forge.crl(
            model,
            tbs ->
                new CertificateList.Tbs(
                    tbs.signature(),
                    tbs.issuer(),
                    tbs.thisUpdate(),
                    tbs.nextUpdate(),
                    tbs.revoked(),
                    Forge.appended(tbs.extensions(), unknown(true))),
            WORLD.cca().keys());
    CertificateList entry =
        Forge.crl(
            model,
            tbs ->
                new CertificateList.Tbs(
                    tbs.signature(),
                    tbs.issuer(),
                    tbs.thisUpdate(),
                    tbs.nextUpdate(),
                    Optional.of(
                        List.of(
                            new CertificateList.Revoked(
                                LEAF.serialNumber(),
                                NOW,
                                Optional.of(List.of(unknown(true)))))),
                    tbs.extensions()),
            WORLD.cca().keys());
    assertThat(refusedCrl(TRUST, list).rule()).startsWith("CRL-03");
    assertThat(refusedCrl(TRUST, entry).rule()).startsWith("CRL-03");
  }

  @Test
  @Tag("C10")
  void refusesACrlOfAnotherAuthorityOfTheSameName() {
    SigningKeyPair other = SigningKeyPair.generate(SignatureAlgorithm.ECDSA_P256_SHA256);
    CertificateList forged =
        Forge.crl(WORLD.cca().crl(9, NOW, List.of()), tbs -> tbs, other);
    assertThat(refusedCrl(TRUST, forged).rule()).startsWith("CRL-02");
  }

  @Test
  @Tag("C13")
  void triesFewCertificatesOfOneNameAndNumber() {
    List<Certificate> twins = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      SigningKeyPair keys = SigningKeyPair.generate(SignatureAlgorithm.ED25519);
      twins.add(
          Forge.like(WORLD.cca().certificate())
              .key(keys.publicKey().spki())
              .signedBy(WORLD.brand()));
    }
    Trust trust = Trust.in(List.of(WORLD.root().certificate())).withCertificates(twins);
    assertThat(refusedCrl(trust, WORLD.cca().crl(1, NOW, List.of())).rule())
        .isEqualTo("CRL-02 too many candidates");
  }

  @Test
  @Tag("CRL-02")
  void refusesACrlOfAnAuthorityThatIsNotKnown() {
    Trust rootOnly = Trust.in(List.of(WORLD.root().certificate()));
    assertThat(refusedCrl(rootOnly, WORLD.cca().crl(1, NOW, List.of())).reason())
        .isEqualTo(Reason.MISSING);
  }

  @Test
  @Tag("CRL-02")
  void refusesACrlSignedByAnEndEntity() {
    CertificateList forged =
        Forge.crl(
            WORLD.cca().crl(9, NOW, List.of()),
            tbs ->
                new CertificateList.Tbs(
                    tbs.signature(),
                    LEAF.subject(),
                    tbs.thisUpdate(),
                    tbs.nextUpdate(),
                    tbs.revoked(),
                    tbs.extensions()),
            WORLD.card().keys());
    assertThat(refusedCrl(TRUST, forged).reason()).isEqualTo(Reason.MISSING);
  }

  @Test
  @Tag("C16")
  void refusesAnOlderCrlThanTheOneHeldAlsoWhenThatOneIsOutOfDate() throws Exception {
    CertificateList old = WORLD.cca().crl(4, NOW.minusSeconds(60), List.of());
    CertificateList held = WORLD.cca().crl(5, NOW, List.of(LEAF));
    Trust trust = KNOWING.withCrls(List.of(held), NOW);
    assertThat(refusedCrl(trust, old).rule()).startsWith("CRL-04");
    Instant later = NOW.plus(Duration.ofDays(30));
    Untrusted refusal =
        catchThrowableOfType(Untrusted.class, () -> trust.withCrls(List.of(old), later));
    assertThat(refusal.rule()).startsWith("CRL-04");
  }

  @Test
  @Tag("C16")
  void refusesAnotherCrlOfTheSameNumberOrANewerOneOfAnEarlierTime() throws Exception {
    Trust trust = KNOWING.withCrls(List.of(WORLD.cca().crl(5, NOW, List.of(LEAF))), NOW);
    assertThat(refusedCrl(trust, WORLD.cca().crl(5, NOW, List.of())).rule())
        .startsWith("CRL-04");
    assertThat(refusedCrl(trust, WORLD.cca().crl(6, NOW.minusSeconds(1), List.of())).rule())
        .startsWith("CRL-04");
  }

  @Test
  @Tag("C16")
  void guardsAgainstOlderCrlsAfterARestartToo() throws Exception {
    CertificateList held = WORLD.cca().crl(5, NOW, List.of(LEAF));
    List<CertificateList> stored = KNOWING.withCrls(List.of(held), NOW).crls();
    Instant muchLater = NOW.plus(Duration.ofDays(60));
    Trust restarted = KNOWING.withCrls(stored, muchLater);
    CertificateList old = WORLD.cca().crl(4, NOW, List.of());
    assertThat(refusedCrl(restarted, old).rule()).startsWith("CRL-04");
  }

  @Test
  @Tag("C22")
  void refusesACrlAndABrandCrlIdentifierFromTheFuture() throws Exception {
    CertificateList far = WORLD.cca().crl(2, NOW.plusSeconds(301), List.of());
    CertificateList near = WORLD.cca().crl(2, NOW.plusSeconds(299), List.of());
    assertThat(refusedCrl(TRUST, far).reason()).isEqualTo(Reason.NOT_CURRENT_CRL);
    assertThat(TRUST.withCrls(List.of(near), NOW).crls()).contains(near);
    List<CertificateList> crls = WORLD.crls().subList(1, 2);
    BrandCrlIdentifier ahead = WORLD.brand().brandCrls(1, NOW.plusSeconds(301), crls);
    assertThat(refusedBci(TRUST, ahead).reason()).isEqualTo(Reason.NOT_CURRENT_CRL);
  }

  @Test
  @Tag("C17")
  void refusesTheBrandWhileACrlItsIdentifierNamesIsNotHeld() throws Exception {
    List<CertificateList> crls = new ArrayList<>(WORLD.crls());
    crls.set(2, WORLD.cca().crl(2, NOW, List.of()));
    Trust waiting = TRUST.withBrandCrls(WORLD.brandCrls(crls), NOW);
    assertThat(refusal(waiting, LEAF, List.of(), CARD).rule()).startsWith("CRL-08");
    Trust complete = waiting.withCrls(List.of(crls.get(2)), NOW);
    assertThat(complete.validate(LEAF, List.of(), CARD, NOW).certificate()).isEqualTo(LEAF);
  }

  @Test
  @Tag("CRL-07")
  void refusesTheBrandOnceItsIdentifierIsOutOfDate() throws Exception {
    Trust trust = TRUST.withBrandCrls(WORLD.brandCrls(WORLD.crls()), NOW);
    trust.validate(LEAF, List.of(), CARD, NOW.plus(Duration.ofDays(1)));
    Untrusted refusal =
        catchThrowableOfType(
            Untrusted.class,
            () ->
                trust.validate(LEAF, List.of(), CARD, NOW.plus(Duration.ofDays(1)).plusSeconds(1)));
    assertThat(refusal.reason()).isEqualTo(Reason.NOT_CURRENT_CRL);
  }

  @Test
  @Tag("C16")
  void refusesAnOlderBrandCrlIdentifierThanTheOneHeld() throws Exception {
    List<CertificateList> crls = WORLD.crls().subList(1, 5);
    BrandCrlIdentifier old = WORLD.brand().brandCrls(1, NOW, crls);
    BrandCrlIdentifier next = WORLD.brand().brandCrls(2, NOW, crls);
    Trust trust = TRUST.withBrandCrls(next, NOW);
    assertThat(trust.withBrandCrls(next, NOW)).isSameAs(trust);
    assertThat(refusedBci(trust, old).rule()).startsWith("CRL-04");
  }

  @Test
  @Tag("CRL-07")
  void refusesABrandCrlIdentifierOfAnotherBrandsAuthority() throws Exception {
    World other = World.of(Suite.CLASSICAL, "Meridian", WORLD.root());
    BrandCrlIdentifier foreign = other.brandCrls(other.crls());
    assertThat(refusedBci(TRUST, foreign).reason()).isEqualTo(Reason.MISSING);
    Trust both = TRUST.withCertificates(other.authorities()).withBrandCrls(foreign, NOW);
    assertThat(both.validate(LEAF, List.of(), CARD, NOW).brand()).isEqualTo("Aurora");
  }

  @Test
  @Tag("CRL-02")
  void refusesEveryListWithAnyByteChanged() {
    byte[] crl = WORLD.cca().crl(8, NOW, List.of(LEAF)).der().bytes();
    byte[] bci = WORLD.brandCrls(WORLD.crls()).der().bytes();
    for (int i = 0; i < crl.length; i++) {
      byte[] changed = changed(crl, i);
      assertThat(accepted(() -> TRUST.withCrls(List.of(CertificateList.of(changed)), NOW)))
          .as("byte %d", i)
          .isFalse();
    }
    for (int i = 0; i < bci.length; i++) {
      byte[] changed = changed(bci, i);
      assertThat(accepted(() -> TRUST.withBrandCrls(BrandCrlIdentifier.of(changed), NOW)))
          .as("byte %d", i)
          .isFalse();
    }
  }

  @Test
  @Tag("CERT-29")
  void findsAProofAgainOnlyWhileItHolds() throws Exception {
    Trust trust = WORLD.trust();
    trust.validate(LEAF, List.of(), CARD, NOW);
    trust.validate(LEAF, List.of(), CARD, NOW);
    Required other = Required.of(CertificateType.CARD, KeyUse.SIGN, "Meridian");
    assertThat(refusal(trust, LEAF, List.of(), other).reason()).isEqualTo(Reason.BRAND);
    Instant expired = LEAF.notAfter().plusSeconds(1);
    Untrusted late =
        catchThrowableOfType(
            Untrusted.class, () -> trust.validate(LEAF, List.of(), CARD, expired));
    assertThat(late.reason()).isEqualTo(Reason.EXPIRED);
    Trust informed = trust.withCrls(List.of(WORLD.cca().crl(2, NOW, List.of(LEAF))), NOW);
    assertThat(refusal(informed, LEAF, List.of(), CARD).reason()).isEqualTo(Reason.REVOKED);
  }

  @Test
  @Tag("CERT-29")
  void doesNotFindAProofForTheSameContentUnderAnotherSignature() throws Exception {
    Trust trust = WORLD.trust();
    trust.validate(LEAF, List.of(), CARD, NOW);
    SigningKeyPair stranger = SigningKeyPair.generate(SignatureAlgorithm.ECDSA_P256_SHA256);
    Certificate twin = Forge.like(LEAF).signedBy(stranger);
    assertThat(twin.thumb()).isEqualTo(LEAF.thumb());
    assertThat(refusal(trust, twin, List.of(), CARD).reason()).isEqualTo(Reason.INVALID);
  }

  @Test
  @Tag("C20")
  void readsALongCrl() {
    CertificateList model = WORLD.cca().crl(3, NOW, List.of(LEAF));
    List<CertificateList.Revoked> entries = new ArrayList<>();
    for (int i = 1; i <= 100_000; i++) {
      entries.add(
          new CertificateList.Revoked(
              BigInteger.valueOf(i), NOW, Optional.empty()));
    }
    CertificateList list =
        Forge.crl(
            model,
            tbs ->
                new CertificateList.Tbs(
                    tbs.signature(),
                    tbs.issuer(),
                    tbs.thisUpdate(),
                    tbs.nextUpdate(),
                    Optional.of(entries),
                    tbs.extensions()),
            WORLD.cca().keys());
    assertThat(list.revoked()).hasSize(100_000);
    assertThat(list.revokes(BigInteger.valueOf(100_000))).isTrue();
    assertThat(list.revokes(BigInteger.valueOf(100_001))).isFalse();
  }

  private interface Attempt {
    void make() throws Untrusted;
  }

  private static boolean accepted(Attempt attempt) {
    try {
      attempt.make();
      return true;
    } catch (Untrusted | Asn1Exception e) {
      return false;
    }
  }

  private static byte[] changed(byte[] octets, int index) {
    byte[] changed = octets.clone();
    changed[index] ^= (byte) (1 << index % 8);
    return changed;
  }

  private static Untrusted refusedCrl(Trust trust, CertificateList crl) {
    Untrusted refusal =
        catchThrowableOfType(Untrusted.class, () -> trust.withCrls(List.of(crl), NOW));
    assertThat(refusal).as("the list must be refused").isNotNull();
    return refusal;
  }

  private static Untrusted refusedBci(Trust trust, BrandCrlIdentifier identifier) {
    Untrusted refusal =
        catchThrowableOfType(Untrusted.class, () -> trust.withBrandCrls(identifier, NOW));
    assertThat(refusal).as("the identifier must be refused").isNotNull();
    return refusal;
  }
}
