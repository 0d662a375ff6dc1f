package openset.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.Optional;
import openset.crypto.AgreementKeyPair;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.MerchantData;
import openset.pki.OpeningCredential;
import openset.pki.Required;
import openset.pki.SigningCredential;
import openset.pki.Trust;
import openset.pki.Untrusted;
import openset.pki.issue.AuthorityProfile;
import openset.pki.issue.CardholderProfile;
import openset.pki.issue.CertificatePlan;
import openset.pki.issue.CertificateProfile;
import openset.pki.issue.CrlProfile;
import openset.pki.issue.Draft;
import openset.pki.issue.GatewayProfile;
import openset.pki.issue.Issuance;
import openset.pki.issue.KeyRole;
import openset.pki.issue.LintRefusal;
import openset.pki.issue.MerchantProfile;
import openset.pki.issue.RootProfile;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.CardSecret;
import openset.set.data.card.PAN;
import openset.set.data.card.PANSecret;
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.Policy;
import openset.set.treatment.cardholder.Card;

/** A brand with its authorities, cards, one merchant and two gateways, all really certified. */
final class Brand {
  static final String NAME = "Aurora";
  static final Randomness RANDOM = Randomness.secure();

  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  /** How much later than now everybody thinks that it is. */
  final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
  private static final Suite SUITE = Suite.CLASSICAL;
  private static final MerchantData MERCHANT =
      new MerchantData(
          "M-0001",
          "999001",
          List.of(MerchantData.Names.of("Lantern Books")),
          756,
          true,
          Optional.of("5942"));

  private final Authority root;
  private final Authority brand;
  private final Authority cca;
  private final Authority mca;
  private final Authority pca;
  private final Trust trust;
  final SigningCredential merchantSigning;
  final OpeningCredential merchantOpening;
  final Pair gateway;
  final Pair otherGateway;

  /** One whose certificate does not require the cardholder's signature. */
  final Pair openGateway;

  /** A gateway's credentials. */
  record Pair(SigningCredential signing, OpeningCredential opening) {}

  /** A CA: its key and certificate. */
  private record Authority(SigningKeyPair keys, Certificate certificate) {
    Certificate issue(CertificateProfile profile, byte[] spki) {
      Instant from = NOW.minus(Duration.ofDays(1));
      Instant to = NOW.plus(Duration.ofDays(300));
      return sign(profile.draft(Issuance.under(certificate, spki, from, to, RANDOM)), keys);
    }

    Authority below(CertificateProfile profile) {
      SigningKeyPair pair = SigningKeyPair.generate(SUITE.signature());
      return new Authority(pair, issue(profile, pair.publicKey().spki()));
    }

    CertificateList crl() {
      Instant next = NOW.plus(Duration.ofDays(7));
      return sign(
          new CrlProfile(certificate, java.math.BigInteger.ONE, NOW, next, List.of()).draft(),
          keys);
    }
  }

  Brand() {
    root = root();
    brand = root.below(AuthorityProfile.brand("CH", NAME, "Brand CA"));
    cca = brand.below(authority(CertificateType.CCA));
    mca = brand.below(authority(CertificateType.MCA));
    pca = brand.below(authority(CertificateType.PCA));
    merchantSigning = signing(mca, merchant(KeyRole.SIGN));
    merchantOpening = opening(mca, merchant(KeyRole.AGREE));
    gateway = gateway(1, true);
    otherGateway = gateway(2, true);
    openGateway = gateway(3, false);
    trust = allTrust();
  }

  private static Authority root() {
    SigningKeyPair keys = SigningKeyPair.generate(SUITE.signature());
    Instant from = NOW.minus(Duration.ofDays(2));
    Issuance issuance =
        Issuance.ofRoot(keys.publicKey(), from, NOW.plus(Duration.ofDays(3000)), RANDOM);
    RootProfile profile = new RootProfile("CH", "OpenSET Test Root", Optional.empty());
    return new Authority(keys, sign(profile.draft(issuance), keys));
  }

  private static AuthorityProfile authority(CertificateType type) {
    return new AuthorityProfile(type, KeyRole.ISSUE, "CH", NAME, "Test " + type);
  }

  private static MerchantProfile merchant(KeyRole role) {
    return new MerchantProfile(
        role, "CH", NAME, "Aurora Acquiring", MERCHANT, Optional.of("https://shop.example"));
  }

  private Pair gateway(int number, boolean signed) {
    CertificatePlan.Terms terms = CertificatePlan.Terms.of(signed);
    return new Pair(
        signing(pca, gateway(KeyRole.SIGN, number, terms)),
        opening(pca, gateway(KeyRole.AGREE, number, terms)));
  }

  private static GatewayProfile gateway(
      KeyRole role, int number, CertificatePlan.Terms terms) {
    return new GatewayProfile(role, "CH", NAME, "Aurora Acquiring", "999001", number, terms);
  }

  private SigningCredential signing(Authority issuer, CertificateProfile profile) {
    SigningKeyPair keys = SigningKeyPair.generate(SUITE.signature());
    Certificate certificate = issuer.issue(profile, keys.publicKey().spki());
    return new SigningCredential(keys.signer(), certificate, below(issuer));
  }

  private OpeningCredential opening(Authority issuer, CertificateProfile profile) {
    AgreementKeyPair keys = AgreementKeyPair.generate(SUITE.agreement());
    Certificate certificate = issuer.issue(profile, keys.publicKey().spki());
    return new OpeningCredential(keys.agreement(), certificate, below(issuer));
  }

  private List<Certificate> below(Authority issuer) {
    return List.of(issuer.certificate(), brand.certificate());
  }

  /** A registered card; each number is another account. */
  Card card(int number) {
    PAN pan = PAN.completing(String.format("9990010%08d", number));
    CardExpiry expiry = new CardExpiry(YearMonth.of(2030, 12));
    PANSecret panSecret = new PANSecret(SecretBytes.random(32, RANDOM));
    CardholderProfile profile =
        new CardholderProfile(
            "CH",
            NAME,
            "Bank of Aurora",
            panSecret.cardholderId(pan, expiry),
            Optional.of("Sample Cardholder"));
    return new Card(
        signing(cca, profile), pan, expiry, CardSecret.random(RANDOM), panSecret);
  }

  private Trust allTrust() {
    List<Authority> below = List.of(brand, cca, mca, pca);
    try {
      return Trust.in(List.of(root.certificate()))
          .withCertificates(below.stream().map(Authority::certificate).toList())
          .withCrls(
              List.of(root.crl(), brand.crl(), cca.crl(), mca.crl(), pca.crl()), NOW);
    } catch (Untrusted e) {
      throw new AssertionError(e);
    }
  }

  /** What somebody is given who holds these credentials, now. */
  Means means(List<SigningCredential> signing, List<OpeningCredential> opening) {
    Instant now = Instant.now().plus(later.get()).truncatedTo(ChronoUnit.SECONDS);
    Keyring keys = new Keyring(signing, opening);
    return new Means(now, RANDOM, trust, keys, Policy.standard("test"));
  }

  /** What a merchant knows of a gateway. */
  openset.set.treatment.merchant.Gateway known(Pair pair) {
    Certificate certificate = pair.opening().certificate();
    try {
      Required required = Required.of(CertificateType.PGWY, KeyUse.AGREE, NAME);
      return new openset.set.treatment.merchant.Gateway(
          trust.validate(certificate, below(pca), required, NOW),
          List.of(certificate, pca.certificate()));
    } catch (Untrusted e) {
      throw new AssertionError(e);
    }
  }

  private static <T> T sign(Draft<T> draft, SigningKeyPair keys) {
    try {
      return draft.lint().sign(keys.signer());
    } catch (LintRefusal e) {
      throw new AssertionError(e);
    }
  }
}
