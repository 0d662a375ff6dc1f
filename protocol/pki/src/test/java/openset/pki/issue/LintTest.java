package openset.pki.issue;

import static openset.pki.issue.Party.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.crypto.AgreementAlgorithm;
import openset.crypto.AgreementKeyPair;
import openset.crypto.SignatureAlgorithm;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.pki.MerchantData;
import openset.pki.TbsCertificate;
import openset.pki.x509.DistinguishedName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no authority can be brought to sign. */
class LintTest {
  private static final World WORLD = World.of(Suite.CLASSICAL);
  private static final SigningKeyPair KEYS =
      SigningKeyPair.generate(SignatureAlgorithm.ECDSA_P256_SHA256);
  private static final Issuance ISSUANCE =
      WORLD.cca().issuance(KEYS.publicKey().spki(), 300);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada <b>Muster</b>",
        " Ada",
        "Ada ",
        "Ada  Muster",
        "Ada 9990010000000005",
        "9990 0100 0000 0005",
        "A\u0308da"
      })
  @Tag("R12")
  void refusesNamesThatCouldMisleadAReader(String name) {
    CardholderProfile profile = cardholder(name);
    assertThat(findings(profile.draft(ISSUANCE))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ada\nMuster", "Ada\u0000", "Ada\u202eretsuM", "", "\ud800"})
  @Tag("R12")
  @Tag("CERT-08")
  void hasNoDraftForNamesWithInvisibleCharacters(String name) {
    assertThatThrownBy(() -> cardholder(name).draft(ISSUANCE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ada, CN=Brand CA", "#0403", "\\,O=Aurora", "Ada+OU=x", "Ada/CN=y"})
  @Tag("R12")
  void writesSignsOfNameSyntaxAsTheyAre(String name) {
    Certificate certificate = Party.sign(cardholder(name).draft(ISSUANCE), WORLD.cca().keys());
    assertThat(certificate.subject().name()).contains(name);
    assertThat(certificate.subject().units()).containsExactly("Bank of Aurora");
  }

  @Test
  @Tag("R05")
  void takesNothingFromARequestButThePublicKey() {
    Certificate certificate =
        Party.sign(World.cardholder("Aurora").draft(ISSUANCE), WORLD.cca().keys());
    assertThat(certificate.basicConstraints().authority()).isFalse();
    assertThat(certificate.spki().bytes()).isEqualTo(KEYS.publicKey().spki());
  }

  @Test
  @Tag("R05")
  void refusesADraftThatWasMadeAnAuthorityOrAnotherType() {
    Draft<Certificate> card = World.cardholder("Aurora").draft(ISSUANCE);
    byte[] authority = WORLD.cca().certificate().tbs().bytes();
    assertThat(findings(card.replaced(authority))).anyMatch(rule -> rule.startsWith("CERT-23"));
    byte[] gateway = WORLD.gateway().certificate().tbs().bytes();
    assertThat(findings(card.replaced(gateway))).anyMatch(rule -> rule.startsWith("CERT-23"));
    byte[] cut = new byte[] {0x30, 0x00};
    assertThat(findings(card.replaced(cut))).anyMatch(rule -> rule.startsWith("CERT-01"));
  }

  @Test
  @Tag("R05")
  void refusesAnotherBrandAndALongerValidityThanTheIssuers() {
    assertThat(findings(World.cardholder("Meridian").draft(ISSUANCE)))
        .anyMatch(rule -> rule.startsWith("CERT-24"));
    Issuance tooLong = WORLD.cca().issuance(KEYS.publicKey().spki(), 500);
    assertThat(findings(World.cardholder("Aurora").draft(tooLong)))
        .containsExactly("CERT-32 valid too long");
    Issuance beyond = WORLD.cca().issuance(KEYS.publicKey().spki(), 2000);
    assertThat(findings(World.cardholder("Aurora").draft(beyond)))
        .contains("CERT-32 beyond issuer");
    Instant expiry = NOW.plus(Duration.ofDays(20));
    assertThat(tooLong.notBeyond(expiry).notAfter()).isEqualTo(expiry);
  }

  @Test
  @Tag("C09")
  @Tag("CERT-03")
  void refusesASerialNumberThatIsNotPositiveOrTooShort() {
    BigInteger negative = BigInteger.ONE.negate();
    BigInteger tooLong = BigInteger.TWO.pow(160);
    for (BigInteger serial : List.of(BigInteger.ZERO, negative, BigInteger.TEN, tooLong)) {
      Issuance bad =
          new Issuance(
              ISSUANCE.issuer(),
              ISSUANCE.signingKey(),
              ISSUANCE.publicKey(),
              ISSUANCE.notBefore(),
              ISSUANCE.notAfter(),
              serial);
      assertThat(findings(World.cardholder("Aurora").draft(bad))).isNotEmpty();
    }
  }

  @Test
  @Tag("CERT-33")
  void refusesACommonNameThatIsNoBlindedAccount() {
    CardholderProfile open =
        new CardholderProfile(
            "CH", "Aurora", "Bank of Aurora", "9990010000000005", Optional.empty());
    assertThat(findings(open.draft(ISSUANCE))).contains("CERT-33 common name not blinded");
  }

  @Test
  @Tag("CERT-12")
  void refusesAnEncryptionKeyInACardholdersCertificate() {
    byte[] spki = AgreementKeyPair.generate(AgreementAlgorithm.X25519).publicKey().spki();
    Issuance issuance = WORLD.cca().issuance(spki, 300);
    assertThat(findings(World.cardholder("Aurora").draft(issuance)))
        .contains("CERT-04 public key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://shop.example",
        "http://shop.localhost.example",
        "https://shop.example/path",
        "https://user@shop.example",
        "javascript:alert(1)",
        "https://",
        "shop.example"
      })
  @Tag("CERT-34")
  void refusesAWebOriginThatIsNone(String origin) {
    MerchantProfile profile =
        new MerchantProfile(
            KeyRole.SIGN, "CH", "Aurora", "Aurora Acquiring", World.SHOP, Optional.of(origin));
    Issuance issuance = WORLD.mca().issuance(KEYS.publicKey().spki(), 300);
    assertThat(findings(profile.draft(issuance))).contains("CERT-34 web origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://shop.example:8443", "http://shop.localhost:7711"})
  @Tag("CERT-34")
  void takesAWebOriginThatNobodyCanListenTo(String origin) {
    MerchantProfile profile =
        new MerchantProfile(
            KeyRole.SIGN, "CH", "Aurora", "Aurora Acquiring", World.SHOP, Optional.of(origin));
    Issuance issuance = WORLD.mca().issuance(KEYS.publicKey().spki(), 300);
    assertThatCode(() -> profile.draft(issuance).lint()).doesNotThrowAnyException();
  }

  @Test
  @Tag("CERT-34")
  void refusesMerchantDataThatIsNotNumeric() {
    MerchantData data =
        new MerchantData(
            "M-1", "99 001", World.SHOP.names(), 756, true, Optional.of("59 2"));
    MerchantProfile profile =
        new MerchantProfile(
            KeyRole.SIGN, "CH", "Aurora", "Aurora Acquiring", data, Optional.empty());
    Issuance issuance = WORLD.mca().issuance(KEYS.publicKey().spki(), 300);
    assertThat(findings(profile.draft(issuance)))
        .contains("CERT-34 BIN", "CERT-34 category");
  }

  @Test
  @Tag("CERT-35")
  void aGatewayIsNamedByItsAcquirersBinAndANumber() {
    Issuance issuance = WORLD.pca().issuance(KEYS.publicKey().spki(), 300);
    assertThat(WORLD.gateway().certificate().subject().commonName()).contains("999001:1");
    for (String bin : List.of("99900", "9990010", "99900a", "")) {
      GatewayProfile odd =
          new GatewayProfile(
              KeyRole.SIGN,
              "CH",
              "Aurora",
              "Aurora Acquiring",
              bin,
              1,
              CertificatePlan.Terms.of(true));
      assertThat(findings(odd.draft(issuance))).contains("CERT-35 gateway's name");
    }
  }

  @Test
  @Tag("CERT-36")
  void anAuthorityHasThePathLengthOfItsKindAndNoCommonName() {
    Party geopolitical =
        WORLD
            .brand()
            .issue(
                new AuthorityProfile(
                    CertificateType.GCA, KeyRole.ISSUE, "CH", "Aurora", "Demo GCA"),
                SignatureAlgorithm.ECDSA_P256_SHA256,
                300);
    List<Certificate> authorities =
        List.of(
            WORLD.root().certificate(),
            WORLD.brand().certificate(),
            geopolitical.certificate(),
            WORLD.cca().certificate(),
            WORLD.mca().certificate(),
            WORLD.pca().certificate());
    assertThat(authorities.stream().map(each -> each.basicConstraints().pathLength().orElseThrow()))
        .containsExactly(3, 2, 1, 0, 0, 0);
    assertThat(authorities).allMatch(each -> each.subject().commonName().isEmpty());
    AuthorityProfile profile =
        AuthorityProfile.cardholders(KeyRole.ISSUE, "CH", "Aurora", "Demo CCA");
    Draft<Certificate> draft =
        profile.draft(WORLD.brand().issuance(KEYS.publicKey().spki(), 300));
    TbsCertificate tbs = TbsCertificate.TYPE.decode(draft.toBeSigned().bytes());
    TbsCertificate named =
        new TbsCertificate(
            tbs.serialNumber(),
            tbs.signature(),
            tbs.issuer(),
            tbs.validity(),
            DistinguishedName.of("CH", "Aurora", "Demo CCA", "somebody"),
            tbs.publicKey(),
            tbs.extensions());
    assertThat(findings(draft.replaced(TbsCertificate.TYPE.encode(named))))
        .containsExactly("CERT-36 authority's common name");
  }

  @Test
  @Tag("CERT-30")
  void signsADraftOnceOnly() throws Exception {
    LintedDraft<Certificate> draft = World.cardholder("Aurora").draft(ISSUANCE).lint();
    draft.sign(WORLD.cca().keys().signer());
    assertThatThrownBy(() -> draft.sign(WORLD.cca().keys().signer()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @Tag("CERT-30")
  void givesNothingOutThatTheIssuersKeyDidNotSign() throws Exception {
    LintedDraft<Certificate> draft = World.cardholder("Aurora").draft(ISSUANCE).lint();
    assertThatThrownBy(() -> draft.sign(KEYS.signer())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  @Tag("CRL-06")
  void refusesACrlThatIsCurrentForTooLongOrListsACertificateTwice() {
    BigInteger serial = WORLD.card().certificate().serialNumber();
    CrlProfile.Revocation gone =
        new CrlProfile.Revocation(serial, NOW, RevocationReason.SUPERSEDED);
    CrlProfile profile =
        new CrlProfile(
            WORLD.cca().certificate(),
            BigInteger.ONE,
            NOW,
            NOW.plus(Duration.ofDays(400)),
            List.of(gone, gone));
    assertThat(findings(profile.draft()))
        .contains("CRL-06 how long current", "CRL-06 a certificate twice");
  }

  @Test
  @Tag("CRL-09")
  void refusesABrandCrlIdentifierOfAnAuthorityThatIsNotTheBrands() {
    BrandCrlProfile profile =
        new BrandCrlProfile(
            WORLD.cca().certificate(), BigInteger.ONE, NOW, NOW.plusSeconds(60), List.of());
    assertThat(findings(profile.draft()))
        .contains("CRL-07 no brand's CA", "CRL-09 the brand's own CRL");
  }

  private static CardholderProfile cardholder(String name) {
    CardholderProfile model = World.cardholder("Aurora");
    return new CardholderProfile(
        model.country(), model.brand(), model.issuer(), model.blindedAccount(), Optional.of(name));
  }

  private static List<String> findings(Draft<?> draft) {
    LintRefusal refusal = catchThrowableOfType(LintRefusal.class, draft::lint);
    assertThat(refusal).as("the lint must refuse").isNotNull();
    return refusal.findings();
  }
}
