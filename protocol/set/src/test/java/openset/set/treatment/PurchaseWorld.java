package openset.set.treatment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.crypto.Randomness;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.OpeningCredential;
import openset.pki.Required;
import openset.pki.SigningCredential;
import openset.pki.Trust;
import openset.pki.Untrusted;
import openset.pki.issue.CertificatePlan;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.LocalID;
import openset.set.data.MerchantID;
import openset.set.data.Salt;
import openset.set.data.order.Delivery;
import openset.set.data.order.DeliveryMethod;
import openset.set.data.order.Offer;
import openset.set.data.order.OrderLine;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.gateway.CreateAuthRes;
import openset.set.treatment.merchant.CreateAuthReq;
import openset.set.treatment.merchant.Gateway;

/** A brand with its authorities, a card, a merchant and a gateway, each with real certificates. */
public final class PurchaseWorld {
  public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  public static final Randomness RANDOM = Randomness.secure();
  public static final String BRAND = "Aurora";
  public static final MerchantID MERCHANT_ID = new MerchantID("M-0001");
  public static final String ACQUIRER_BIN = "999001";

  private final Authority root = Authority.root();
  public final Brand brand = new Brand(root, BRAND);
  public final Card card;
  public final SigningCredential merchantSigning;
  public final OpeningCredential merchantOpening;
  public final SigningCredential gatewaySigning;
  public final OpeningCredential gatewayOpening;

  PurchaseWorld(Suite cardholder, Suite merchant, Suite gateway) {
    this(cardholder, merchant, gateway, true);
  }

  private PurchaseWorld(
      Suite cardholder, Suite merchant, Suite gateway, boolean cardCertRequired) {
    card = brand.card(cardholder);
    Brand.Pair shop = brand.merchant(merchant, MERCHANT_ID.id(), ACQUIRER_BIN);
    merchantSigning = shop.signing();
    merchantOpening = shop.opening();
    Brand.Pair bank = brand.gateway(gateway, 1, CertificatePlan.Terms.of(cardCertRequired));
    gatewaySigning = bank.signing();
    gatewayOpening = bank.opening();
  }

  /** All of them with P-256 keys. */
  public static PurchaseWorld classical() {
    return new PurchaseWorld(Suite.CLASSICAL, Suite.CLASSICAL, Suite.CLASSICAL);
  }

  /** The same, with a gateway that takes what nobody signed. */
  public static PurchaseWorld takingUnsigned() {
    return new PurchaseWorld(Suite.CLASSICAL, Suite.CLASSICAL, Suite.CLASSICAL, false);
  }

  /** Another brand under the same root. */
  public Brand otherBrand() {
    return new Brand(root, "Meridian");
  }

  /** Trust that knows all authorities, under which {@code revoked} merchants are no longer good. */
  public Trust trust(Certificate... revoked) {
    List<CertificateList> crls = new ArrayList<>(brand.crls(revoked));
    crls.add(root.crl());
    return holding(crls);
  }

  /** Trust that knows all authorities and holds {@code crls}. */
  public Trust holding(List<CertificateList> crls) {
    try {
      return rootOnly().withCertificates(brand.certificates()).withCrls(crls, NOW);
    } catch (Untrusted e) {
      throw new AssertionError(e);
    }
  }

  /** Trust that knows {@code other} as well, whose certificates so differ in their brand only. */
  public Trust trusting(Brand other) {
    try {
      return trust().withCertificates(other.certificates()).withCrls(other.crls(), NOW);
    } catch (Untrusted e) {
      throw new AssertionError(e);
    }
  }

  /** A wallet that knows the root and nothing else. */
  public Trust rootOnly() {
    return Trust.in(List.of(root.certificate()));
  }

  public Means means() {
    return means(trust());
  }

  public Means means(Trust trust) {
    Keyring none = new Keyring(List.of(), List.of());
    return new Means(NOW, RANDOM, trust, none, Policy.standard("test"));
  }

  public Gateway gateway() {
    try {
      Certificate certificate = gatewayOpening.certificate();
      Required required = Required.of(CertificateType.PGWY, KeyUse.AGREE, BRAND);
      return new Gateway(
          trust().validate(certificate, gatewayOpening.chain(), required, NOW),
          List.of(certificate, gatewayOpening.chain().getFirst()));
    } catch (Untrusted e) {
      throw new AssertionError(e);
    }
  }

  public CreateAuthReq.With asMerchant() {
    return new CreateAuthReq.With(
        merchantSigning, merchantOpening.certificate(), gateway(), MERCHANT_ID, "5942");
  }

  public CreateAuthRes.With asGateway() {
    return new CreateAuthRes.With(gatewaySigning, gatewayOpening);
  }

  /** An offer of one line for {@code minor} cents, tax and delivery free. */
  public static AsSent<Offer> offer(long minor) {
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
}
