package openset.pki;

import static openset.pki.PathFixture.CARD;
import static openset.pki.PathFixture.TRUST;
import static openset.pki.PathFixture.WORLD;
import static openset.pki.PathFixture.below;
import static openset.pki.PathFixture.refusal;
import static openset.pki.PathFixture.refused;
import static openset.pki.PathFixture.uses;
import static openset.pki.issue.Party.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openset.asn1.Asn1Exception;
import openset.asn1.Der;
import openset.asn1.ObjectIdentifier;
import openset.crypto.SignatureAlgorithm;
import openset.crypto.Suite;
import openset.pki.Untrusted.Reason;
import openset.pki.issue.World;
import openset.pki.x509.AlgorithmIdentifier;
import openset.pki.x509.DistinguishedName;
import openset.pki.x509.Extension;
import openset.pki.x509.PkiOid;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way the contents of a certificate can be wrong, one test each. */
class PathContentTest {
  @Test
  @Tag("C15")
  @Tag("CERT-09")
  void tellsNamesApartByCaseAndSpace() {
    for (String name : List.of("demo CCA", "Demo  CCA", "Demo CCA ")) {
      Certificate leaf =
          Forge.like(WORLD.card().certificate())
              .issuer(DistinguishedName.of("CH", "Aurora", name))
              .signedBy(WORLD.cca());
      refused(leaf, List.of(), Reason.MISSING, "CERT-22");
    }
  }

  @Test
  @Tag("C15")
  @Tag("CERT-08")
  void refusesNamesInAnotherStringTypeOrWithNul() {
    byte[] good = DistinguishedName.TYPE.encode(DistinguishedName.of("CH", "Aurora", "Demo CCA"));
    for (int type : new int[] {0x13, 0x14, 0x16, 0x1e}) {
      byte[] bad = good.clone();
      assertThat(bad[24]).isEqualTo((byte) 0x0c);
      bad[24] = (byte) type;
      assertThatThrownBy(() -> DistinguishedName.TYPE.decode(bad))
          .isInstanceOf(Asn1Exception.class);
    }
    byte[] nul = good.clone();
    nul[28] = 0;
    assertThatThrownBy(() -> DistinguishedName.TYPE.decode(nul)).isInstanceOf(Asn1Exception.class);
  }

  @Test
  @Tag("C22")
  void allowsAClockFiveMinutesAheadAndNoMore() throws Exception {
    Certificate near =
        Forge.like(WORLD.card().certificate())
            .validity(NOW.plusSeconds(299), NOW.plus(Duration.ofDays(30)))
            .signedBy(WORLD.cca());
    Certificate far =
        Forge.like(WORLD.card().certificate())
            .validity(NOW.plusSeconds(301), NOW.plus(Duration.ofDays(30)))
            .signedBy(WORLD.cca());
    assertThat(TRUST.validate(near, List.of(), CARD, NOW).certificate()).isEqualTo(near);
    refused(far, List.of(), Reason.EXPIRED, "CERT-07");
  }

  @Test
  @Tag("CERT-07")
  void refusesAnExpiredLeafAndOneUnderAnExpiredAuthority() throws Exception {
    Certificate old =
        Forge.like(WORLD.card().certificate())
            .validity(NOW.minus(Duration.ofDays(30)), NOW.minusSeconds(1))
            .signedBy(WORLD.cca());
    refused(old, List.of(), Reason.EXPIRED, "CERT-07");
    Certificate cca =
        Forge.like(WORLD.cca().certificate())
            .serial(BigInteger.TEN.pow(40))
            .validity(NOW.minus(Duration.ofDays(30)), NOW.minusSeconds(1))
            .signedBy(WORLD.brand());
    refused(below(cca), List.of(cca), Reason.EXPIRED, "CERT-07");
  }

  @Test
  @Tag("CERT-23")
  void refusesAMerchantUnderTheCardholdersAuthority() {
    Certificate leaf =
        Forge.like(WORLD.merchant().certificate())
            .under(WORLD.cca().certificate())
            .signedBy(WORLD.cca());
    Untrusted refusal =
        refusal(TRUST, leaf, List.of(), Required.anyBrand(CertificateType.MER, KeyUse.SIGN));
    assertThat(refusal.rule()).startsWith("CERT-23");
  }

  @Test
  @Tag("P15")
  @Tag("CERT-28")
  void refusesAMerchantsCertificateAsAGateways() {
    Untrusted refusal =
        refusal(
            TRUST,
            WORLD.merchantSealed(),
            List.of(),
            Required.of(CertificateType.PGWY, KeyUse.AGREE, "Aurora"));
    assertThat(refusal.reason()).isEqualTo(Reason.USAGE);
  }

  @Test
  @Tag("P16")
  @Tag("CERT-28")
  void refusesAGenuineCertificateOfAnotherBrand() {
    World other = World.of(Suite.CLASSICAL, "Meridian", WORLD.root());
    Untrusted refusal =
        refusal(
            other.trust(),
            other.gatewaySealed(),
            List.of(),
            Required.of(CertificateType.PGWY, KeyUse.AGREE, "Aurora"));
    assertThat(refusal.reason()).isEqualTo(Reason.BRAND);
  }

  @Test
  @Tag("CERT-24")
  void refusesACertificateThatNamesAnotherBrandThanItsIssuer() {
    Certificate leaf =
        Forge.like(WORLD.card().certificate())
            .subject(DistinguishedName.of("CH", "Meridian", "Bank of Aurora", "x"))
            .signedBy(WORLD.cca());
    refused(leaf, List.of(), Reason.BRAND, "CERT-24");
  }

  @Test
  @Tag("C23")
  void refusesATlsCertificate() throws Exception {
    byte[] tls = TlsCertificate.der();
    assertThatThrownBy(() -> Certificate.of(tls)).isInstanceOf(Asn1Exception.class);
    Certificate untyped =
        Forge.like(WORLD.card().certificate())
            .without(PkiOid.CERTIFICATE_TYPE)
            .signedBy(WORLD.cca());
    refused(untyped, List.of(), Reason.INVALID, "CERT-13");
  }

  @Test
  @Tag("C25")
  @Tag("CERT-04")
  void refusesKeysThatAreNotOfOurSuites() throws Exception {
    Certificate rsa =
        Forge.like(WORLD.card().certificate())
            .key(TlsCertificate.rsaKey())
            .signedBy(WORLD.cca());
    Certificate explicit =
        Forge.like(WORLD.card().certificate())
            .key(TlsCertificate.explicitCurveKey())
            .signedBy(WORLD.cca());
    refused(rsa, List.of(), Reason.INVALID, "CERT-04");
    refused(explicit, List.of(), Reason.INVALID, "CERT-04");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.840.10045.4.1", "1.2.840.113549.1.1.5", "1.2.840.113549.1.1.4", "1.3.101.112"
      })
  @Tag("K06")
  void refusesAWeakerOrOtherAlgorithmInItsPlace(String oid) {
    AlgorithmIdentifier other = AlgorithmIdentifier.of(ObjectIdentifier.of(oid));
    Certificate leaf =
        Forge.like(WORLD.card().certificate()).algorithm(other, other).signedBy(WORLD.cca());
    refused(leaf, List.of(), Reason.INVALID, "CERT-05");
  }

  @Test
  @Tag("K07")
  void refusesAnAlgorithmThatDiffersInsideAndOutsideOrHasParameters() {
    AlgorithmIdentifier own =
        AlgorithmIdentifier.of(SignatureAlgorithm.ECDSA_P256_SHA256.oid());
    AlgorithmIdentifier other = AlgorithmIdentifier.of(SignatureAlgorithm.ED25519.oid());
    AlgorithmIdentifier odd =
        new AlgorithmIdentifier(own.algorithm(), Optional.of(Der.ofHex("0500")));
    for (Forge each :
        List.of(
            forge(other, own), forge(own, other), forge(odd, odd), forge(own, odd))) {
      refused(each.signedBy(WORLD.cca()), List.of(), Reason.INVALID, "CERT-05");
    }
  }

  private static Forge forge(AlgorithmIdentifier inside, AlgorithmIdentifier outside) {
    return Forge.like(WORLD.card().certificate()).algorithm(inside, outside);
  }

  @Test
  @Tag("K08")
  @Tag("CERT-28")
  void refusesASignatureKeyForEncryptionAndTheOtherWayRound() {
    Untrusted sign =
        refusal(
            TRUST,
            WORLD.gateway().certificate(),
            List.of(),
            Required.of(CertificateType.PGWY, KeyUse.AGREE, "Aurora"));
    Untrusted agree =
        refusal(
            TRUST,
            WORLD.gatewaySealed(),
            List.of(),
            Required.of(CertificateType.PGWY, KeyUse.SIGN, "Aurora"));
    assertThat(sign.reason()).isEqualTo(Reason.USAGE);
    assertThat(agree.reason()).isEqualTo(Reason.USAGE);
  }

  @Test
  @Tag("K08")
  void refusesAKeyForTwoUses() {
    Certificate leaf =
        Forge.like(WORLD.card().certificate())
            .with(uses(KeyUse.SIGN, KeyUse.AGREE))
            .signedBy(WORLD.cca());
    refused(leaf, List.of(), Reason.INVALID, "CERT-12");
  }

  @Test
  @Tag("CERT-13")
  void refusesTypesThatDoNotGoTogether() {
    Certificate leaf =
        Forge.like(WORLD.card().certificate())
            .with(
                Extension.of(
                    PkiOid.CERTIFICATE_TYPE,
                    true,
                    CertificateType.TYPE,
                    Set.of(CertificateType.CARD, CertificateType.PGWY)))
            .signedBy(WORLD.cca());
    refused(leaf, List.of(), Reason.INVALID, "CERT-13");
  }

  @Test
  @Tag("CERT-16")
  void refusesACertificateUnderNoSetPolicy() {
    Certificate leaf =
        Forge.like(WORLD.card().certificate()).without(PkiOid.POLICIES).signedBy(WORLD.cca());
    refused(leaf, List.of(), Reason.INVALID, "CERT-16");
  }

  @Test
  @Tag("CERT-20")
  void refusesACertificateMadeOutsideTheIssuersKeyPeriod() {
    CertificateExtensions.KeyPeriod past =
        new CertificateExtensions.KeyPeriod(
            NOW.minus(Duration.ofDays(300)), NOW.minus(Duration.ofDays(200)));
    Certificate cca =
        Forge.like(WORLD.cca().certificate())
            .serial(BigInteger.TEN.pow(40))
            .with(
                Extension.of(
                    PkiOid.KEY_PERIOD, false, CertificateExtensions.KeyPeriod.TYPE, past))
            .signedBy(WORLD.brand());
    refused(below(cca), List.of(cca), Reason.INVALID, "CERT-20");
  }

  @Test
  @Tag("CERT-22")
  void findsTheWayThroughCertificatesThatCameWithTheLeafInAnyOrder() throws Exception {
    Trust trust = Trust.in(List.of(WORLD.root().certificate()));
    Untrusted refusal =
        refusal(trust, WORLD.card().certificate(), WORLD.all().reversed(), CARD);
    assertThat(refusal.reason()).isEqualTo(Reason.NOT_CURRENT_CRL);
    Trust learned = trust.withCertificates(WORLD.all().reversed()).withCrls(WORLD.crls(), NOW);
    assertThat(learned.validate(WORLD.card().certificate(), List.of(), CARD, NOW).chain())
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"classical", "edwards"})
  @Tag("CERT-05")
  void refusesEveryCertificateWithAnyByteChanged(String name) throws Exception {
    World world = World.of(name.equals("edwards") ? Suite.EDWARDS : Suite.CLASSICAL);
    Trust trust = world.trust();
    for (Certificate certificate : world.all()) {
      Required any =
          Required.anyBrand(
              certificate.types().iterator().next(), certificate.keyUsage().iterator().next());
      trust.validate(certificate, List.of(), any, NOW);
      byte[] der = certificate.der().bytes();
      for (int i = 0; i < der.length; i++) {
        byte[] changed = der.clone();
        changed[i] ^= (byte) (1 << i % 8);
        assertThat(trusted(trust, changed, any)).as("byte %d", i).isFalse();
      }
    }
  }

  private static boolean trusted(Trust trust, byte[] der, Required required) {
    try {
      trust.validate(Certificate.of(der), List.of(), required, NOW);
      return true;
    } catch (Untrusted | Asn1Exception e) {
      return false;
    }
  }
}
