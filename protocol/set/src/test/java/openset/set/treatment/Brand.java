package openset.set.treatment;

import java.math.BigInteger;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import openset.crypto.AgreementKeyPair;
import openset.crypto.SecretBytes;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.CertificateType;
import openset.pki.MerchantData;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.pki.issue.AuthorityProfile;
import openset.pki.issue.BrandCrlProfile;
import openset.pki.issue.CardholderProfile;
import openset.pki.issue.CertificatePlan;
import openset.pki.issue.CertificateProfile;
import openset.pki.issue.GatewayProfile;
import openset.pki.issue.KeyRole;
import openset.pki.issue.MerchantProfile;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.CardSecret;
import openset.set.data.card.PAN;
import openset.set.data.card.PANSecret;
import openset.set.treatment.cardholder.Card;

/** A brand: its CAs below a root, and whom they certify. */
public final class Brand {
  private final String name;
  private final Authority own;
  private final Authority cca;
  private final Authority mca;
  private final Authority pca;

  /** A participant with a certificate for each use. */
  public record Pair(SigningCredential signing, OpeningCredential opening) {}

  Brand(Authority root, String name) {
    this.name = name;
    own = root.below(AuthorityProfile.brand("CH", name, name + " CA"));
    cca = own.below(authority(CertificateType.CCA));
    mca = own.below(authority(CertificateType.MCA));
    pca = own.below(authority(CertificateType.PCA));
  }

  private AuthorityProfile authority(CertificateType type) {
    return new AuthorityProfile(type, KeyRole.ISSUE, "CH", name, "Demo " + type);
  }

  /** A card, each time another, of one and the same account. */
  public Card card(Suite suite) {
    PAN pan = PAN.completing("999001000000000");
    CardExpiry expiry = new CardExpiry(YearMonth.of(2030, 12));
    PANSecret panSecret = new PANSecret(SecretBytes.random(32, PurchaseWorld.RANDOM));
    SigningKeyPair keys = SigningKeyPair.generate(suite.signature());
    CardholderProfile profile =
        new CardholderProfile(
            "CH",
            name,
            "Bank of " + name,
            panSecret.cardholderId(pan, expiry),
            Optional.of("Sample Cardholder"));
    SigningCredential credential =
        new SigningCredential(
            keys.signer(), cca.issue(profile, keys.publicKey().spki()), below(cca));
    return new Card(
        credential, pan, expiry, CardSecret.random(PurchaseWorld.RANDOM), panSecret);
  }

  /** The merchant that the acquirer of this BIN calls {@code id}. */
  public Pair merchant(Suite suite, String id, String acquirerBin) {
    MerchantData data =
        new MerchantData(
            id,
            acquirerBin,
            List.of(MerchantData.Names.of("Lantern Books")),
            756,
            true,
            Optional.of("5942"));
    return pair(suite, mca, role -> merchant(role, data));
  }

  private CertificateProfile merchant(KeyRole role, MerchantData data) {
    return new MerchantProfile(
        role, "CH", name, "Aurora Acquiring", data, Optional.of("https://shop.example"));
  }

  /** The gateway of this number, which takes signed payment halves only. */
  public Pair gateway(Suite suite, int number) {
    return gateway(suite, number, CertificatePlan.Terms.of(true));
  }

  /** The gateway of this number. */
  public Pair gateway(Suite suite, int number, CertificatePlan.Terms terms) {
    return pair(suite, pca, role -> gateway(role, number, terms));
  }

  private CertificateProfile gateway(KeyRole role, int number, CertificatePlan.Terms terms) {
    return new GatewayProfile(role, "CH", name, "Aurora Acquiring", "999001", number, terms);
  }

  /** Which certificate for which role. */
  private interface ByRole {
    CertificateProfile profile(KeyRole role);
  }

  private Pair pair(Suite suite, Authority issuer, ByRole of) {
    SigningKeyPair signs = SigningKeyPair.generate(suite.signature());
    AgreementKeyPair opens = AgreementKeyPair.generate(suite.agreement());
    Certificate forSigning = issuer.issue(of.profile(KeyRole.SIGN), signs.publicKey().spki());
    Certificate forOpening = issuer.issue(of.profile(KeyRole.AGREE), opens.publicKey().spki());
    return new Pair(
        new SigningCredential(signs.signer(), forSigning, below(issuer)),
        new OpeningCredential(opens.agreement(), forOpening, below(issuer)));
  }

  private List<Certificate> below(Authority issuer) {
    return List.of(issuer.certificate(), own.certificate());
  }

  /** Its CAs. */
  public List<Certificate> certificates() {
    return List.of(
        own.certificate(), cca.certificate(), mca.certificate(), pca.certificate());
  }

  /** A CRL of each of its CAs, under which {@code revoked} merchants are no longer good. */
  public List<CertificateList> crls(Certificate... revoked) {
    return List.of(own.crl(), cca.crl(), mca.crl(revoked), pca.crl());
  }

  /** A list of CRLs that must be held. */
  public BrandCrlIdentifier identifier(List<CertificateList> crls) {
    return own.sign(
        new BrandCrlProfile(
                own.certificate(),
                BigInteger.ONE,
                PurchaseWorld.NOW,
                PurchaseWorld.NOW.plus(Duration.ofDays(7)),
                crls.stream().map(BrandCrlIdentifier.CrlIdentifier::of).toList())
            .draft());
  }
}
