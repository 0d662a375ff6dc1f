package openset.testkit.world;

import java.time.Instant;
import java.time.YearMonth;
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
import openset.pki.issue.GatewayProfile;
import openset.pki.issue.KeyRole;
import openset.pki.issue.MerchantProfile;
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
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.Policy;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.gateway.CreateAuthRes;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.Gateway;

/**
 * A brand with its authorities, a merchant, a gateway and a card, each with real certificates of
 * one suite. One seed decides all keys, serial numbers and identifiers; what a suite signs with
 * chance (ECDSA) or seals to ephemeral keys is new every time.
 */
public final class World {
  /** When everything here happens. */
  public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  /** The brand. */
  public static final String BRAND = "Aurora";

  /** The merchant's number. */
  public static final MerchantID MERCHANT_ID = new MerchantID("M-0001");

  private final Suite suite;
  private final String seed;
  private final Randomness randomness;
  private final Authority root;
  private final Authority brand;
  private final Authority cca;
  private final Authority mca;
  private final Authority pca;
  private final SigningCredential merchantSigning;
  private final OpeningCredential merchantOpening;
  private final SigningCredential gatewaySigning;
  private final OpeningCredential gatewayOpening;
  private final Card card;

  /** The world of {@code seed}. */
  public World(Suite suite, String seed) {
    this.suite = suite;
    this.seed = seed;
    this.randomness = Seeded.of(seed);
    root = Authority.root(signing("root"), randomness);
    brand = below(root, AuthorityProfile.brand("CH", BRAND, "Brand CA"), "brand");
    cca = below(brand, authority(CertificateType.CCA, BRAND), "cca");
    mca = below(brand, authority(CertificateType.MCA, BRAND), "mca");
    pca = below(brand, authority(CertificateType.PCA, BRAND), "pca");
    SigningKeyPair signs = signing("merchant-sign");
    AgreementKeyPair opens = agreement("merchant-open");
    merchantSigning =
        new SigningCredential(
            signs.signer(), merchant(KeyRole.SIGN, signs.publicKey().spki()), above(mca));
    merchantOpening =
        new OpeningCredential(
            opens.agreement(), merchant(KeyRole.AGREE, opens.publicKey().spki()), above(mca));
    SigningKeyPair signsToo = signing("gateway-sign");
    AgreementKeyPair opensToo = agreement("gateway-open");
    gatewaySigning =
        new SigningCredential(
            signsToo.signer(), gateway(KeyRole.SIGN, signsToo.publicKey().spki()), above(pca));
    gatewayOpening =
        new OpeningCredential(
            opensToo.agreement(), gateway(KeyRole.AGREE, opensToo.publicKey().spki()), above(pca));
    card = card("card");
  }

  private Authority below(Authority issuer, AuthorityProfile profile, String name) {
    return issuer.authority(profile, signing(name), randomness);
  }

  /** What an authority of that type and brand is certified as. */
  public static AuthorityProfile authority(CertificateType type, String brand) {
    return new AuthorityProfile(type, KeyRole.ISSUE, "CH", brand, "Demo " + type);
  }

  /** The certificates above what {@code issuer} issues, without the root. */
  public List<Certificate> above(Authority issuer) {
    return List.of(issuer.certificate(), brand.certificate());
  }

  /** The private key called {@code name}: 32 octets that the seed decides. */
  public byte[] secret(String name) {
    return Seeded.of(seed + "/" + name).bytes(32);
  }

  /** The key pair for signing called {@code name}. */
  public SigningKeyPair signing(String name) {
    return SigningKeyPair.generate(suite.signature(), Seeded.once(secret(name)));
  }

  /** The key pair for agreements called {@code name}. */
  public AgreementKeyPair agreement(String name) {
    return AgreementKeyPair.generate(suite.agreement(), Seeded.once(secret(name)));
  }

  /** A card of its own, with a certificate of its own, as often as it is asked for. */
  public Card card(String name) {
    Randomness own = Seeded.of(seed + "/" + name + "/card");
    PAN pan = PAN.completing("999001000000000");
    CardExpiry expiry = new CardExpiry(YearMonth.of(2030, 12));
    CardSecret cardSecret = CardSecret.random(own);
    PANSecret panSecret = new PANSecret(SecretBytes.random(32, own));
    SigningKeyPair keys = signing(name);
    CardholderProfile profile =
        new CardholderProfile(
            "CH",
            BRAND,
            "Bank of Aurora",
            panSecret.cardholderId(pan, expiry),
            Optional.of("Sample Cardholder"));
    SigningCredential credential =
        new SigningCredential(
            keys.signer(), cca.issue(profile, keys.publicKey().spki(), own), above(cca));
    return new Card(credential, pan, expiry, cardSecret, panSecret);
  }

  /** The merchant as it is certified by {@code brandName}. */
  public static MerchantProfile merchant(KeyRole role, String brandName) {
    MerchantData data =
        new MerchantData(
            MERCHANT_ID.id(),
            "999001",
            List.of(MerchantData.Names.of("Lantern Books")),
            756,
            true,
            Optional.of("5942"));
    return new MerchantProfile(
        role, "CH", brandName, "Aurora Acquiring", data, Optional.of("https://shop.example"));
  }

  private Certificate merchant(KeyRole role, byte[] spki) {
    return mca.issue(merchant(role, BRAND), spki, randomness);
  }

  private Certificate gateway(KeyRole role, byte[] spki) {
    CertificatePlan.Terms terms = CertificatePlan.Terms.of(true);
    return pca.issue(
        new GatewayProfile(
            role, "CH", BRAND, "Aurora Acquiring", "999001", 1, terms),
        spki,
        randomness);
  }

  /** Trust that knows all authorities and holds a CRL of each, on which nobody is. */
  public Trust trust() {
    return trust(crls());
  }

  /** Trust that knows all authorities and holds {@code crls}. */
  public Trust trust(List<CertificateList> crls) {
    try {
      return Trust.in(List.of(root.certificate()))
          .withCertificates(authorities())
          .withCrls(crls, NOW);
    } catch (Untrusted e) {
      throw new IllegalStateException(e);
    }
  }

  /** The authorities below the root. */
  public List<Certificate> authorities() {
    return List.of(
        brand.certificate(), cca.certificate(), mca.certificate(), pca.certificate());
  }

  /** An empty CRL of each authority: root, brand, CCA, MCA, PCA. */
  public List<CertificateList> crls() {
    return List.of(root.crl(), brand.crl(), cca.crl(), mca.crl(), pca.crl());
  }

  /** What a participant here is given who trusts {@code trust}. */
  public Means means(Trust trust, Randomness chance) {
    Keyring none = new Keyring(List.of(), List.of());
    return new Means(NOW, chance, trust, none, Policy.standard("OpenSET"));
  }

  /** The gateway as the merchant knows it. */
  public Gateway gateway(Trust trust) {
    try {
      Required required = Required.of(CertificateType.PGWY, KeyUse.AGREE, BRAND);
      return new Gateway(
          trust.validate(gatewayOpening.certificate(), above(pca), required, NOW),
          List.of(gatewayOpening.certificate(), pca.certificate()));
    } catch (Untrusted e) {
      throw new IllegalStateException(e);
    }
  }

  /** How the merchant asks its gateway. */
  public CreateAuthReq.With asMerchant(Trust trust) {
    return asMerchant(merchantSigning, trust);
  }

  /** The same with another key for signing. */
  public CreateAuthReq.With asMerchant(SigningCredential signing, Trust trust) {
    return new CreateAuthReq.With(
        signing, merchantOpening.certificate(), gateway(trust), MERCHANT_ID, "5942");
  }

  /** How the gateway answers. */
  public CreateAuthRes.With asGateway() {
    return new CreateAuthRes.With(gatewaySigning, gatewayOpening);
  }

  /** An offer of one line for {@code minor} cents, tax and delivery free. */
  public static AsSent<Offer> offer(long minor, Randomness chance) {
    CurrencyAmount price = CurrencyAmount.of("EUR", minor);
    CurrencyAmount nothing = CurrencyAmount.of("EUR", 0);
    OrderLine line =
        new OrderLine(1, "bk-101", "The Quiet Harbour", 1, price, price, Salt.random(chance));
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

  /** The suite of all keys. */
  public Suite suite() {
    return suite;
  }

  /** The root. */
  public Authority root() {
    return root;
  }

  /** The brand's CA. */
  public Authority brand() {
    return brand;
  }

  /** Who certifies cardholders. */
  public Authority cca() {
    return cca;
  }

  /** Who certifies merchants. */
  public Authority mca() {
    return mca;
  }

  /** Who certifies gateways. */
  public Authority pca() {
    return pca;
  }

  /** The card of this world. */
  public Card card() {
    return card;
  }

  /** The merchant's key for signing. */
  public SigningCredential merchantSigning() {
    return merchantSigning;
  }

  /** The merchant's key for what is sealed to it. */
  public OpeningCredential merchantOpening() {
    return merchantOpening;
  }

  /** The gateway's key for signing. */
  public SigningCredential gatewaySigning() {
    return gatewaySigning;
  }

  /** The gateway's key for what is sealed to it. */
  public OpeningCredential gatewayOpening() {
    return gatewayOpening;
  }
}
