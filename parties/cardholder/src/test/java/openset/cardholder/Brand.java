package openset.cardholder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.cardholder.card.CertifiedCard;
import openset.crypto.AgreementKeyPair;
import openset.crypto.SecretBytes;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.MerchantData;
import openset.pki.OpeningCredential;
import openset.pki.Required;
import openset.pki.SigningCredential;
import openset.pki.Trust;
import openset.pki.TrustedCertificate;
import openset.pki.Untrusted;
import openset.pki.issue.AuthorityProfile;
import openset.pki.issue.CardholderProfile;
import openset.pki.issue.CertificatePlan;
import openset.pki.issue.GatewayProfile;
import openset.pki.issue.KeyRole;
import openset.pki.issue.MerchantProfile;
import openset.set.data.MerchantID;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.CardSecret;
import openset.set.data.card.PAN;
import openset.set.data.card.PANSecret;
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.Policy;
import openset.set.treatment.authority.CaCredentials;
import openset.set.treatment.gateway.CreateAuthRes;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.Gateway;

/** A brand with its authorities, a merchant and a gateway, each with real certificates. */
final class Brand {
  static final MerchantID MERCHANT_ID = new MerchantID("M-0001");

  final String name;
  final Authority root;
  final Authority brand;
  final Authority cca;
  final Authority mca;
  final Authority pca;
  final SigningCredential merchantSigning;
  final OpeningCredential merchantOpening;
  final SigningCredential gatewaySigning;
  final OpeningCredential gatewayOpening;
  private final Suite suite;
  private final boolean cardCertRequired;

  Brand(Authority root, String name, Suite suite) {
    this(root, name, suite, true);
  }

  /** A brand whose gateway may take what nobody signed. */
  Brand(Authority root, String name, Suite suite, boolean cardCertRequired) {
    this.cardCertRequired = cardCertRequired;
    this.root = root;
    this.name = name;
    this.suite = suite;
    brand = root.below(AuthorityProfile.brand("CH", name, "Brand CA"));
    cca = brand.below(authority(CertificateType.CCA, KeyRole.ISSUE));
    mca = brand.below(authority(CertificateType.MCA, KeyRole.ISSUE));
    pca = brand.below(authority(CertificateType.PCA, KeyRole.ISSUE));
    SigningKeyPair signs = SigningKeyPair.generate(suite.signature());
    AgreementKeyPair opens = AgreementKeyPair.generate(suite.agreement());
    merchantSigning =
        new SigningCredential(
            signs.signer(), merchant(KeyRole.SIGN, signs.publicKey().spki()), below(mca));
    merchantOpening =
        new OpeningCredential(
            opens.agreement(), merchant(KeyRole.AGREE, opens.publicKey().spki()), below(mca));
    SigningKeyPair signsToo = SigningKeyPair.generate(suite.signature());
    AgreementKeyPair opensToo = AgreementKeyPair.generate(suite.agreement());
    gatewaySigning =
        new SigningCredential(
            signsToo.signer(), gateway(KeyRole.SIGN, signsToo.publicKey().spki()), below(pca));
    gatewayOpening =
        new OpeningCredential(
            opensToo.agreement(), gateway(KeyRole.AGREE, opensToo.publicKey().spki()), below(pca));
  }

  AuthorityProfile authority(CertificateType type, KeyRole role) {
    return new AuthorityProfile(type, role, "CH", name, "Demo " + type);
  }

  List<Certificate> below(Authority issuer) {
    return List.of(issuer.certificate(), brand.certificate());
  }

  /** A card of the brand, certified. */
  CertifiedCard card(String allButLast) {
    PAN pan = PAN.completing(allButLast);
    CardExpiry expiry = new CardExpiry(java.time.YearMonth.of(2040, 12));
    CardSecret cardSecret = CardSecret.random(Authority.RANDOM);
    PANSecret panSecret = new PANSecret(SecretBytes.random(32, Authority.RANDOM));
    SigningKeyPair keys = SigningKeyPair.generate(suite.signature());
    CardholderProfile profile =
        new CardholderProfile(
            "CH", name, "Bank of " + name, panSecret.cardholderId(pan, expiry), Optional.empty());
    Certificate own = cca.issue(profile, keys.publicKey().spki());
    return new CertifiedCard(
        keys,
        List.of(own, cca.certificate(), brand.certificate()),
        pan,
        expiry,
        cardSecret,
        panSecret);
  }

  Certificate merchant(KeyRole role, byte[] spki) {
    MerchantData data =
        new MerchantData(
            MERCHANT_ID.id(),
            "999001",
            List.of(MerchantData.Names.of("Lantern Books")),
            756,
            true,
            Optional.of("5942"));
    return mca.issue(
        new MerchantProfile(
            role, "CH", name, "Aurora Acquiring", data, Optional.of("https://shop.example")),
        spki);
  }

  private Certificate gateway(KeyRole role, byte[] spki) {
    return pca.issue(
        new GatewayProfile(
            role,
            "CH",
            name,
            "Aurora Acquiring",
            "999001",
            1,
            CertificatePlan.Terms.of(cardCertRequired)),
        spki);
  }

  /** Trust that knows all authorities of the brand. */
  Trust trust() {
    return trustToo(Trust.in(List.of(root.certificate())));
  }

  /** {@code trust} that knows those of this brand too. */
  Trust trustToo(Trust trust) {
    try {
      return trust
          .withCertificates(
              List.of(
                  brand.certificate(), cca.certificate(), mca.certificate(), pca.certificate()))
          .withCrls(
              List.of(root.crl(), brand.crl(), cca.crl(), mca.crl(), pca.crl()),
              Authority.NOW);
    } catch (Untrusted e) {
      throw new AssertionError(e);
    }
  }

  /** The CCA's keys towards cardholders. */
  CaCredentials ccaCredentials() {
    SigningKeyPair signs = SigningKeyPair.generate(suite.signature());
    AgreementKeyPair opens = AgreementKeyPair.generate(suite.agreement());
    Certificate signing =
        brand.issue(authority(CertificateType.CCA, KeyRole.SIGN), signs.publicKey().spki());
    Certificate opening =
        brand.issue(authority(CertificateType.CCA, KeyRole.AGREE), opens.publicKey().spki());
    List<Certificate> chain = List.of(brand.certificate());
    return new CaCredentials(
        new SigningCredential(signs.signer(), signing, chain),
        new OpeningCredential(opens.agreement(), opening, chain));
  }

  static Means means(Trust trust) {
    return means(trust, Authority.RANDOM);
  }

  static Means means(Trust trust, openset.crypto.Randomness randomness) {
    Keyring none = new Keyring(List.of(), List.of());
    return new Means(Instant.now(), randomness, trust, none, Policy.standard("test"));
  }

  private TrustedCertificate proved(
      Certificate leaf, List<Certificate> above, CertificateType type) {
    try {
      return trust()
          .validate(leaf, above, Required.of(type, KeyUse.AGREE, name), Authority.NOW);
    } catch (Untrusted e) {
      throw new AssertionError(e);
    }
  }

  Gateway gateway() {
    return new Gateway(
        proved(gatewayOpening.certificate(), below(pca), CertificateType.PGWY),
        List.of(gatewayOpening.certificate(), pca.certificate()));
  }

  /** What a merchant who wants to read accounts shows for a gateway: its own certificate. */
  Gateway merchantAsGateway() {
    return new Gateway(
        proved(merchantOpening.certificate(), below(mca), CertificateType.MER),
        List.of(merchantOpening.certificate(), mca.certificate()));
  }

  CreateAuthReq.With asMerchant() {
    return new CreateAuthReq.With(
        merchantSigning, merchantOpening.certificate(), gateway(), MERCHANT_ID, "5942");
  }

  CreateAuthRes.With asGateway() {
    return new CreateAuthRes.With(gatewaySigning, gatewayOpening);
  }
}
