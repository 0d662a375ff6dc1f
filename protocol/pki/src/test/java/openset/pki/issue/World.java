package openset.pki.issue;

import java.util.List;
import java.util.Optional;
import openset.crypto.SecretBytes;
import openset.crypto.Suite;
import openset.pki.BlindedAccount;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.CertificateType;
import openset.pki.MerchantData;
import openset.pki.Trust;
import openset.pki.Untrusted;

/** A root, one brand with all its authorities, and one of each end entity: for tests. */
public record World(
    Suite suite,
    Party root,
    Party brand,
    Party cca,
    Party mca,
    Party pca,
    Party card,
    Party merchant,
    Certificate merchantSealed,
    Party gateway,
    Certificate gatewaySealed) {
  /** The demo merchant. */
  public static final MerchantData SHOP =
      new MerchantData(
          "M-0001",
          "999001",
          List.of(MerchantData.Names.of("Lantern & Sons")),
          756,
          true,
          Optional.of("5942"));

  /** A world of {@code suite} for brand Aurora. */
  public static World of(Suite suite) {
    return of(suite, "Aurora");
  }

  /** A world of {@code suite} for {@code brand}. */
  public static World of(Suite suite, String brand) {
    return of(suite, brand, Party.root(suite.signature(), Optional.empty()));
  }

  /** A world of {@code suite} for {@code brand} under {@code root}. */
  public static World of(Suite suite, String name, Party root) {
    AuthorityProfile profile = AuthorityProfile.brand("CH", name, "Brand CA");
    Party brand = root.issue(profile, suite.signature(), 3000);
    Party cca = authority(brand, CertificateType.CCA, suite);
    Party mca = authority(brand, CertificateType.MCA, suite);
    Party pca = authority(brand, CertificateType.PCA, suite);
    return new World(
        suite,
        root,
        brand,
        cca,
        mca,
        pca,
        cca.issue(cardholder(name), suite.signature(), 365),
        mca.issue(merchant(name, KeyRole.SIGN), suite.signature(), 365),
        mca.issueAgreement(merchant(name, KeyRole.AGREE), suite, 365),
        pca.issue(gateway(name, KeyRole.SIGN), suite.signature(), 365),
        pca.issueAgreement(gateway(name, KeyRole.AGREE), suite, 365));
  }

  private static Party authority(Party brand, CertificateType type, Suite suite) {
    String name = brand.certificate().subject().organization();
    AuthorityProfile profile =
        new AuthorityProfile(type, KeyRole.ISSUE, "CH", name, "Demo " + type);
    return brand.issue(profile, suite.signature(), 1800);
  }

  /** A cardholder's profile. */
  public static CardholderProfile cardholder(String brand) {
    String blinded = BlindedAccount.of("9990010000000005", "203012", SecretBytes.of(new byte[20]));
    return new CardholderProfile("CH", brand, "Bank of Aurora", blinded, Optional.of("Ada Muster"));
  }

  /** The shop's profile. */
  public static MerchantProfile merchant(String brand, KeyRole role) {
    return new MerchantProfile(
        role, "CH", brand, "Aurora Acquiring", SHOP, Optional.of("https://shop.example"));
  }

  /** The gateway's profile. */
  public static GatewayProfile gateway(String brand, KeyRole role) {
    return new GatewayProfile(
        role, "CH", brand, "Aurora Acquiring", "999001", 1, CertificatePlan.Terms.of(true));
  }

  /** Everybody who issues. */
  public List<Party> issuers() {
    return List.of(root, brand, cca, mca, pca);
  }

  /** The authorities below the root. */
  public List<Certificate> authorities() {
    return issuers().stream().skip(1).map(Party::certificate).toList();
  }

  /** Empty CRLs of all issuers, number 1, as of now. */
  public List<CertificateList> crls() {
    return issuers().stream().map(issuer -> issuer.crl(1, Party.NOW, List.of())).toList();
  }

  /** Names the CRLs of the brand. */
  public BrandCrlIdentifier brandCrls(List<CertificateList> crls) {
    return brand.brandCrls(1, Party.NOW, crls.subList(1, crls.size()));
  }

  /** Trust that knows all authorities and holds empty CRLs. */
  public Trust trust() {
    try {
      return Trust.in(List.of(root.certificate()))
          .withCertificates(authorities())
          .withCrls(crls(), Party.NOW);
    } catch (Untrusted e) {
      throw new AssertionError(e);
    }
  }

  /** Every certificate of this world. */
  public List<Certificate> all() {
    return List.of(
        root.certificate(),
        brand.certificate(),
        cca.certificate(),
        mca.certificate(),
        pca.certificate(),
        card.certificate(),
        merchant.certificate(),
        merchantSealed,
        gateway.certificate(),
        gatewaySealed);
  }
}
