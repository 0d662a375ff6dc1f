package openset.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.crypto.AgreementKeyPair;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.CertificateType;
import openset.pki.MerchantData;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.pki.TrustBundle;
import openset.pki.issue.AuthorityProfile;
import openset.pki.issue.CardholderProfile;
import openset.pki.issue.CertificatePlan;
import openset.pki.issue.CertificateProfile;
import openset.pki.issue.CrlProfile;
import openset.pki.issue.GatewayProfile;
import openset.pki.issue.KeyRole;
import openset.pki.issue.MerchantProfile;
import openset.pki.issue.RevocationReason;
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

/** A brand with its authorities, a card, two merchants and two gateways, and its lists. */
final class Market {
  static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  static final String BRAND = "Aurora";
  static final String PAN_DIGITS = PAN.completing("999001000000000").digits();

  final Ca root = Ca.root();
  final Ca brand = root.below(AuthorityProfile.brand("CH", BRAND, "Brand CA"));
  final Ca cca = brand.below(authority(CertificateType.CCA));
  final Ca mca = brand.below(authority(CertificateType.MCA));
  final Ca pca = brand.below(authority(CertificateType.PCA));
  final Card card = card(Optional.empty(), NOW.plus(Duration.ofDays(200)));
  final Pair merchant = merchant("M-0001", "Lantern Books");
  final Pair otherMerchant = merchant("M-0002", "Fern Outdoor");
  final Pair gateway;
  final Pair otherGateway;

  /** Its gateways take signed payments only. */
  Market() {
    this(true);
  }

  /** Its gateways may take what nobody signed. */
  Market(boolean cardCertRequired) {
    gateway = gateway(1, cardCertRequired);
    otherGateway = gateway(2, cardCertRequired);
  }

  /** A participant with a certificate for each use. */
  record Pair(SigningCredential signing, OpeningCredential opening) {}

  private static AuthorityProfile authority(CertificateType type) {
    return new AuthorityProfile(type, KeyRole.ISSUE, "CH", BRAND, "Demo " + type);
  }

  /** A card whose certificate ends at {@code until}. */
  Card card(Optional<String> origin, Instant until) {
    SigningKeyPair keys = SigningKeyPair.generate(Suite.CLASSICAL.signature());
    return card(keys, origin, until);
  }

  Card card(SigningKeyPair keys, Optional<String> origin, Instant until) {
    PAN pan = PAN.completing("999001000000000");
    CardExpiry expiry = new CardExpiry(YearMonth.of(2030, 12));
    PANSecret panSecret = new PANSecret(SecretBytes.random(32, Randomness.secure()));
    CardholderProfile profile =
        new CardholderProfile(
            "CH",
            BRAND,
            "Bank of Aurora",
            panSecret.cardholderId(pan, expiry),
            Optional.empty(),
            origin);
    Certificate certificate =
        cca.issue(profile, keys, NOW.minus(Duration.ofDays(100)), until);
    return new Card(
        new SigningCredential(keys.signer(), certificate, above(cca)),
        pan,
        expiry,
        CardSecret.random(Randomness.secure()),
        panSecret);
  }

  private List<Certificate> above(Ca issuer) {
    return List.of(issuer.certificate(), brand.certificate());
  }

  private Pair merchant(String id, String name) {
    MerchantData data =
        new MerchantData(
            id, "999001", List.of(MerchantData.Names.of(name)), 756, true, Optional.of("5942"));
    return pair(
        mca,
        role ->
            new MerchantProfile(
                role, "CH", BRAND, "Aurora Acquiring", data, Optional.of("https://shop.example")));
  }

  private Pair gateway(int number, boolean cardCertRequired) {
    return pair(
        pca,
        role ->
            new GatewayProfile(
                role,
                "CH",
                BRAND,
                "Aurora Acquiring",
                "999001",
                number,
                CertificatePlan.Terms.of(cardCertRequired)));
  }

  /** Which certificate for which role. */
  private interface ByRole {
    CertificateProfile profile(KeyRole role);
  }

  private Pair pair(Ca issuer, ByRole of) {
    SigningKeyPair signs = SigningKeyPair.generate(Suite.CLASSICAL.signature());
    AgreementKeyPair opens = AgreementKeyPair.generate(Suite.CLASSICAL.agreement());
    Instant from = NOW.minus(Duration.ofDays(100));
    Instant to = NOW.plus(Duration.ofDays(200));
    return new Pair(
        new SigningCredential(
            signs.signer(),
            issuer.issue(of.profile(KeyRole.SIGN), signs, from, to),
            above(issuer)),
        new OpeningCredential(
            opens.agreement(),
            issuer.issue(of.profile(KeyRole.AGREE), opens.publicKey().spki(), from, to),
            above(issuer)));
  }

  /** The lists of a week, of which {@code number} is the number, and this card revoked or not. */
  TrustBundle lists(int number, Instant at, List<CrlProfile.Revocation> cards) {
    List<CertificateList> crls =
        List.of(
            root.crl(number, at, List.of()),
            brand.crl(number, at, List.of()),
            cca.crl(number, at, cards),
            mca.crl(number, at, List.of()),
            pca.crl(number, at, List.of()));
    return new TrustBundle(
        authorities(),
        crls,
        List.of(brand.brandCrls(number, at, crls.subList(1, crls.size()))));
  }

  List<Certificate> authorities() {
    return List.of(
        brand.certificate(), cca.certificate(), mca.certificate(), pca.certificate());
  }

  /** Both, as an archive holds them. */
  static TrustBundle both(TrustBundle one, TrustBundle other) {
    List<CertificateList> crls = new ArrayList<>(one.crls());
    crls.addAll(other.crls());
    var brandCrls = new ArrayList<>(one.brandCrls());
    brandCrls.addAll(other.brandCrls());
    return new TrustBundle(one.certificates(), crls, brandCrls);
  }

  static List<CrlProfile.Revocation> revoked(Card card, Instant at) {
    return List.of(
        new CrlProfile.Revocation(
            card.credential().certificate().serialNumber(),
            at,
            RevocationReason.KEY_COMPROMISE));
  }

  /** An offer of {@code count} lines, each dearer than the one before. */
  static AsSent<Offer> offer(int count) {
    List<OrderLine> lines = new ArrayList<>();
    CurrencyAmount total = CurrencyAmount.of("EUR", 490);
    for (int i = 1; i <= count; i++) {
      CurrencyAmount price = CurrencyAmount.of("EUR", 1000L + i);
      Salt salt = Salt.random(Randomness.secure());
      lines.add(
          new OrderLine(i, "bk-" + i, "Volume " + i, i, price, price.times(i), salt));
      total = total.plus(price.times(i));
    }
    Offer offer =
        new Offer(
            LocalID.ofText("order-1"),
            NOW,
            List.of(new BrandID(BRAND)),
            lines,
            CurrencyAmount.of("EUR", 0),
            CurrencyAmount.of("EUR", 490),
            total,
            new Delivery(
                DeliveryMethod.parcel, "Sample Cardholder", List.of("1 Quay"), Optional.empty()),
            Optional.empty());
    return AsSent.of(Offer.TYPE, offer);
  }

  static MerchantID merchantID() {
    return new MerchantID("M-0001");
  }
}
