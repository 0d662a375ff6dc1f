package openset.set.operator;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import openset.crypto.AgreementKeyPair;
import openset.crypto.Randomness;
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
import openset.pki.issue.RevocationReason;
import openset.pki.issue.RootProfile;
import openset.set.Refused;

/** A root, a brand, its merchant CA and gateway CA: who the participants of these tests trust. */
final class Circle {
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final Randomness RANDOM = Randomness.secure();
  static final String BRAND = "Aurora";
  static final Required MERCHANT = Required.of(CertificateType.MER, KeyUse.SIGN, BRAND);
  static final Required GATEWAY_SEAL = Required.of(CertificateType.PGWY, KeyUse.AGREE, BRAND);

  private final Authority root;
  private final Authority brand;
  private final Authority merchants;
  private final Authority gateways;
  private final Authority cardholders;

  /** A CA: its key and certificate. */
  record Authority(SigningKeyPair keys, Certificate certificate) {
    Certificate issue(CertificateProfile profile, byte[] spki) {
      Instant from = NOW.minus(Duration.ofDays(1));
      Instant to = NOW.plus(Duration.ofDays(300));
      return sign(
          profile.draft(Issuance.under(certificate, spki, from, to, RANDOM)), keys);
    }

    Authority below(CertificateProfile profile) {
      SigningKeyPair pair = SigningKeyPair.generate(Suite.CLASSICAL.signature());
      return new Authority(pair, issue(profile, pair.publicKey().spki()));
    }

    CertificateList crl(long number, Certificate... revoked) {
      List<CrlProfile.Revocation> gone =
          List.of(revoked).stream()
              .map(
                  certificate ->
                      new CrlProfile.Revocation(
                          certificate.serialNumber(), NOW, RevocationReason.KEY_COMPROMISE))
              .toList();
      CrlProfile profile =
          new CrlProfile(
              certificate, BigInteger.valueOf(number), NOW, NOW.plus(Duration.ofDays(7)), gone);
      return sign(profile.draft(), keys);
    }
  }

  Circle() {
    SigningKeyPair keys = SigningKeyPair.generate(Suite.CLASSICAL.signature());
    Issuance issuance =
        Issuance.ofRoot(
            keys.publicKey(),
            NOW.minus(Duration.ofDays(2)),
            NOW.plus(Duration.ofDays(3000)),
            RANDOM);
    RootProfile profile = new RootProfile("CH", "OpenSET Demo Root", Optional.empty());
    root = new Authority(keys, sign(profile.draft(issuance), keys));
    brand = root.below(AuthorityProfile.brand("CH", BRAND, "Brand CA"));
    merchants =
        brand.below(AuthorityProfile.merchants(KeyRole.ISSUE, "CH", BRAND, "Merchant CA"));
    gateways = brand.below(AuthorityProfile.gateways(KeyRole.ISSUE, "CH", BRAND, "Gateway CA"));
    cardholders =
        brand.below(
            new AuthorityProfile(CertificateType.CCA, KeyRole.ISSUE, "CH", BRAND, "Card CA"));
  }

  Authority merchants() {
    return merchants;
  }

  SigningCredential merchant(Suite suite) {
    SigningKeyPair keys = SigningKeyPair.generate(suite.signature());
    return new SigningCredential(
        keys.signer(), merchantCertificate(KeyRole.SIGN, keys.publicKey().spki()), chain());
  }

  List<Certificate> chain() {
    return List.of(merchants.certificate, brand.certificate);
  }

  Certificate merchantCertificate(KeyRole role, byte[] spki) {
    MerchantData data =
        new MerchantData(
            "M-0001",
            "999001",
            List.of(MerchantData.Names.of("Lantern & Sons")),
            756,
            true,
            Optional.of("5942"));
    return merchants.issue(
        new MerchantProfile(
            role, "CH", BRAND, "Aurora Acquiring", data, Optional.of("https://shop.example")),
        spki);
  }

  /** Of a key that signs from that origin, if it is a passkey. */
  Certificate card(byte[] spki, Optional<String> passkeyOrigin) {
    String hidden = Base64.getEncoder().encodeToString(new byte[32]);
    return cardholders.issue(
        new CardholderProfile(
            "CH", BRAND, "Aurora Bank", hidden, Optional.of("Sample Cardholder"), passkeyOrigin),
        spki);
  }

  OpeningCredential gateway(Suite suite) {
    AgreementKeyPair keys = AgreementKeyPair.generate(suite.agreement());
    return new OpeningCredential(
        keys.agreement(),
        gatewayCertificate(keys.publicKey().spki()),
        List.of(gateways.certificate, brand.certificate));
  }

  Certificate gatewayCertificate(byte[] spki) {
    return gateways.issue(
        new GatewayProfile(
            KeyRole.AGREE,
            "CH",
            BRAND,
            "Aurora Acquiring",
            "999001",
            1,
            CertificatePlan.Terms.of(true)),
        spki);
  }

  Recipient recipient(Certificate certificate) {
    try {
      return Recipient.of(trust().validate(certificate, List.of(), GATEWAY_SEAL, NOW));
    } catch (Untrusted | Refused e) {
      throw new AssertionError(e);
    }
  }

  /** Trust that knows all authorities and holds a CRL of each. */
  Trust trust() {
    return holding(
        root.crl(1), brand.crl(1), merchants.crl(1), gateways.crl(1), cardholders.crl(1));
  }

  /** Trust without a CRL of the merchant CA. */
  Trust trustWithoutMerchantCrl() {
    return holding(root.crl(1), brand.crl(1), gateways.crl(1));
  }

  Trust holding(CertificateList... crls) {
    try {
      return Trust.in(List.of(root.certificate))
          .withCertificates(
              List.of(
                  brand.certificate,
                  merchants.certificate,
                  gateways.certificate,
                  cardholders.certificate))
          .withCrls(List.of(crls), NOW);
    } catch (Untrusted e) {
      throw new AssertionError(e);
    }
  }

  Expected expected() {
    return Expected.of(MERCHANT, trust(), NOW);
  }

  private static <T> T sign(Draft<T> draft, SigningKeyPair keys) {
    try {
      return draft.lint().sign(keys.signer());
    } catch (LintRefusal e) {
      throw new AssertionError(e);
    }
  }
}
