package openset.set.treatment;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
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
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.LocalID;
import openset.set.data.MerchantID;
import openset.set.data.Salt;
import openset.set.data.card.CardExpiry;
import openset.set.data.card.CardSecret;
import openset.set.data.card.PAN;
import openset.set.data.card.PANSecret;
import openset.set.data.order.Delivery;
import openset.set.data.order.DeliveryMethod;
import openset.set.data.order.Offer;
import openset.set.data.order.OrderLine;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.gateway.CreateAuthRes;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.Gateway;

/** A brand with its authorities, a card, a merchant and a gateway, each with real certificates. */
final class PurchaseWorld {
  static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  static final Randomness RANDOM = Randomness.secure();
  static final String BRAND = "Aurora";
  static final MerchantID MERCHANT_ID = new MerchantID("M-0001");

  private final Authority root;
  private final Authority brand;
  private final Authority cca;
  private final Authority mca;
  private final Authority pca;
  final Card card;
  final SigningCredential merchantSigning;
  final OpeningCredential merchantOpening;
  final SigningCredential gatewaySigning;
  final OpeningCredential gatewayOpening;

  /** A CA: its key and certificate. */
  record Authority(SigningKeyPair keys, Certificate certificate) {
    Certificate issue(CertificateProfile profile, byte[] spki) {
      Instant from = NOW.minus(Duration.ofDays(1));
      Instant to = NOW.plus(Duration.ofDays(300));
      return sign(profile.draft(Issuance.under(certificate, spki, from, to, RANDOM)), keys);
    }

    Authority below(CertificateProfile profile) {
      SigningKeyPair pair = SigningKeyPair.generate(Suite.CLASSICAL.signature());
      return new Authority(pair, issue(profile, pair.publicKey().spki()));
    }

    CertificateList crl(Certificate... revoked) {
      List<CrlProfile.Revocation> gone =
          List.of(revoked).stream()
              .map(
                  c ->
                      new CrlProfile.Revocation(
                          c.serialNumber(), NOW, RevocationReason.KEY_COMPROMISE))
              .toList();
      BigInteger number = BigInteger.valueOf(1 + revoked.length);
      return sign(
          new CrlProfile(certificate, number, NOW, NOW.plus(Duration.ofDays(7)), gone).draft(),
          keys);
    }
  }

  PurchaseWorld(Suite cardholder, Suite merchant, Suite gateway) {
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
    cca = brand.below(authority(CertificateType.CCA));
    mca = brand.below(authority(CertificateType.MCA));
    pca = brand.below(authority(CertificateType.PCA));
    card = card(cardholder);
    SigningKeyPair signs = SigningKeyPair.generate(merchant.signature());
    AgreementKeyPair opens = AgreementKeyPair.generate(merchant.agreement());
    merchantSigning =
        new SigningCredential(
            signs.signer(), merchant(KeyRole.SIGN, signs.publicKey().spki()), below(mca));
    merchantOpening =
        new OpeningCredential(
            opens.agreement(), merchant(KeyRole.AGREE, opens.publicKey().spki()), below(mca));
    SigningKeyPair signsToo = SigningKeyPair.generate(gateway.signature());
    AgreementKeyPair opensToo = AgreementKeyPair.generate(gateway.agreement());
    gatewaySigning =
        new SigningCredential(
            signsToo.signer(), gateway(KeyRole.SIGN, signsToo.publicKey().spki()), below(pca));
    gatewayOpening =
        new OpeningCredential(
            opensToo.agreement(), gateway(KeyRole.AGREE, opensToo.publicKey().spki()), below(pca));
  }

  private static AuthorityProfile authority(CertificateType type) {
    return new AuthorityProfile(type, KeyRole.ISSUE, "CH", BRAND, "Demo " + type);
  }

  private List<Certificate> below(Authority issuer) {
    return List.of(issuer.certificate(), brand.certificate());
  }

  /** Another card of the same brand. */
  Card card(Suite suite) {
    PAN pan = PAN.completing("999001000000000");
    CardExpiry expiry = new CardExpiry(java.time.YearMonth.of(2030, 12));
    CardSecret cardSecret = CardSecret.random(RANDOM);
    PANSecret panSecret =
        new PANSecret(openset.crypto.SecretBytes.random(32, RANDOM));
    SigningKeyPair keys = SigningKeyPair.generate(suite.signature());
    CardholderProfile profile =
        new CardholderProfile(
            "CH",
            BRAND,
            "Bank of Aurora",
            panSecret.cardholderId(pan, expiry),
            Optional.of("Sample Cardholder"));
    SigningCredential credential =
        new SigningCredential(
            keys.signer(), cca.issue(profile, keys.publicKey().spki()), below(cca));
    return new Card(credential, pan, expiry, cardSecret, panSecret);
  }

  private Certificate merchant(KeyRole role, byte[] spki) {
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
            role, "CH", BRAND, "Aurora Acquiring", data, Optional.of("https://shop.example")),
        spki);
  }

  private Certificate gateway(KeyRole role, byte[] spki) {
    return pca.issue(
        new GatewayProfile(
            role, "CH", BRAND, "Aurora Acquiring", "999001", 1, CertificatePlan.Terms.of(true)),
        spki);
  }

  /** Trust that knows all authorities, under which {@code revoked} merchants are no longer good. */
  Trust trust(Certificate... revoked) {
    try {
      return Trust.in(List.of(root.certificate()))
          .withCertificates(
              List.of(
                  brand.certificate(), cca.certificate(), mca.certificate(), pca.certificate()))
          .withCrls(
              List.of(root.crl(), brand.crl(), cca.crl(), mca.crl(revoked), pca.crl()), NOW);
    } catch (Untrusted e) {
      throw new AssertionError(e);
    }
  }

  /** A wallet that knows the root and nothing else. */
  Trust rootOnly() {
    return Trust.in(List.of(root.certificate()));
  }

  Means means() {
    return means(trust());
  }

  Means means(Trust trust) {
    Keyring none = new Keyring(List.of(), List.of());
    return new Means(NOW, RANDOM, trust, none, Policy.standard("test"));
  }

  Gateway gateway() {
    try {
      Required required = Required.of(CertificateType.PGWY, KeyUse.AGREE, BRAND);
      return new Gateway(
          trust().validate(gatewayOpening.certificate(), below(pca), required, NOW),
          List.of(gatewayOpening.certificate(), pca.certificate()));
    } catch (Untrusted e) {
      throw new AssertionError(e);
    }
  }

  CreateAuthReq.With asMerchant() {
    return new CreateAuthReq.With(
        merchantSigning, merchantOpening.certificate(), gateway(), MERCHANT_ID, "5942");
  }

  CreateAuthRes.With asGateway() {
    return new CreateAuthRes.With(gatewaySigning, gatewayOpening);
  }

  /** An offer of one line for {@code minor} cents, tax and delivery free. */
  static AsSent<Offer> offer(long minor) {
    CurrencyAmount price = CurrencyAmount.of("EUR", minor);
    CurrencyAmount nothing = CurrencyAmount.of("EUR", 0);
    OrderLine line =
        new OrderLine(1, "bk-101", "The Quiet Harbour", 1, price, price, Salt.random(RANDOM));
    Offer offer =
        new Offer(
            LocalID.ofText("order-1"),
            NOW,
            List.of(new BrandID(BRAND)),
            List.of(line),
            nothing,
            nothing,
            price,
            new Delivery(DeliveryMethod.digital, "Sample Cardholder", List.of(), Optional.empty()),
            Optional.empty());
    return AsSent.of(Offer.TYPE, offer);
  }

  private static <T> T sign(Draft<T> draft, SigningKeyPair keys) {
    try {
      return draft.lint().sign(keys.signer());
    } catch (LintRefusal e) {
      throw new AssertionError(e);
    }
  }
}
