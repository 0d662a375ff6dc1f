package openset.browsing.pay;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.asn1.AsSent;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.pki.SigningCredential;
import openset.pki.Trust;
import openset.pki.TrustBundle;
import openset.pki.Untrusted;
import openset.pki.issue.KeyRole;
import openset.pki.issue.MerchantProfile;
import openset.set.data.order.Offer;
import openset.set.initiation.InitiationText;
import openset.set.initiation.PaymentInitiation;
import openset.set.initiation.Returns;
import openset.set.initiation.WebAddress;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitReq;
import openset.set.treatment.merchant.CreatePInitRes;
import openset.set.treatment.merchant.Gateway;
import openset.testkit.world.Seeded;
import openset.testkit.world.World;

/**
 * A merchant of another world that answers PInitReq with real keys and certificates, of which
 * something is wrong: what no authority of the town would give out. The browser is led to it in the
 * place of the town's authority, and its clock stands where that world is.
 *
 * @param signing by whom it signs
 * @param gateway which it names
 * @param trust what its authority publishes, and what it encloses
 */
record StagedShop(World world, SigningCredential signing, Gateway gateway, Trust trust) {
  private static final String SET = "https://shop.example/set";
  private static final String TRUST = "https://authority.example/trust";
  private static final Duration DAY = Duration.ofDays(1);

  /** With nothing wrong. */
  static StagedShop honest() {
    World world = new World(Suite.CLASSICAL, "staged");
    Trust trust = world.trust();
    return new StagedShop(world, world.merchantSigning(), world.gateway(trust), trust);
  }

  private StagedShop by(SigningCredential other) {
    return new StagedShop(world, other, gateway, trust);
  }

  /** Whose certificate is on its authority's list. */
  StagedShop revoked() {
    Certificate gone = world.merchantSigning().certificate();
    return listing(List.of(world.mca().crl(gone), world.pca().crl()));
  }

  /** Whose gateway's certificate is on its authority's list. */
  StagedShop withRevokedGateway() {
    Certificate gone = world.gatewayOpening().certificate();
    return listing(List.of(world.mca().crl(), world.pca().crl(gone)));
  }

  private StagedShop listing(List<CertificateList> others) {
    List<CertificateList> lists = new ArrayList<>(others);
    lists.addAll(List.of(world.root().crl(), world.brand().crl(), world.cca().crl()));
    return new StagedShop(world, signing, gateway, world.trust(lists));
  }

  /** Whose certificate ended yesterday. */
  StagedShop expired() {
    SigningKeyPair keys = world.signing("merchant-sign");
    Certificate late =
        world
            .mca()
            .issue(
                World.merchant(KeyRole.SIGN, World.BRAND),
                keys.publicKey().spki(),
                World.NOW.minus(DAY.multipliedBy(300)),
                World.NOW.minus(DAY),
                Seeded.of("expired"));
    return by(new SigningCredential(signing.signer(), late, signing.chain()));
  }

  /** Whose certificate names no website. */
  StagedShop withoutWebsite() {
    MerchantProfile profile = World.merchant(KeyRole.SIGN, World.BRAND);
    MerchantProfile without =
        new MerchantProfile(
            KeyRole.SIGN, "CH", World.BRAND, "Aurora Acquiring", profile.data(), Optional.empty());
    SigningKeyPair keys = world.signing("merchant-sign");
    Certificate plain =
        world.mca().issue(without, keys.publicKey().spki(), Seeded.of("without website"));
    return by(new SigningCredential(signing.signer(), plain, signing.chain()));
  }

  /** Who is certified under a root of its own making. */
  StagedShop selfMade() {
    return by(new World(Suite.CLASSICAL, "rogue").merchantSigning());
  }

  /** Who shows its own certificate in the place of the gateway's. */
  StagedShop withItselfAsGateway() {
    Certificate own = world.merchantOpening().certificate();
    Required merchant = Required.of(CertificateType.MER, KeyUse.AGREE, World.BRAND);
    try {
      Gateway shown =
          new Gateway(
              trust.validate(own, world.above(world.mca()), merchant, World.NOW), List.of(own));
      return new StagedShop(world, signing, shown, trust);
    } catch (Untrusted e) {
      throw new IllegalStateException(e);
    }
  }

  /** Leads a page to this shop; gives the initiation of an order in it. */
  String opensFor(Page page) {
    AsSent<Offer> offer = World.offer(1490, Seeded.of("offer"));
    page.clock().setFixedTime(World.NOW.toEpochMilli());
    String root = sha256(world.root().certificate().der().bytes());
    page.route(
        "**/config.json",
        route -> fulfil(route, "application/json",
            ("{\"root\":\"" + root + "\",\"trust\":\"" + TRUST + "\",\"brands\":[]}").getBytes()));
    page.route(
        TRUST,
        route -> fulfil(route, "application/octet-stream", published()));
    page.route(SET, route -> fulfil(route, "application/set-payment", answer(route, offer)));
    return InitiationText.write(
        PaymentInitiation.of(offer, new WebAddress(SET), Returns.NONE));
  }

  private byte[] published() {
    TrustBundle bundle = TrustBundle.of(trust);
    List<Certificate> all = new ArrayList<>(bundle.certificates());
    all.addFirst(world.root().certificate());
    return TrustBundle.TYPE.encode(new TrustBundle(all, bundle.crls(), bundle.brandCrls()));
  }

  private byte[] answer(Route route, AsSent<Offer> offer) {
    MessageWrapper asked = MessageWrapper.TYPE.decode(route.request().postDataBuffer());
    CreatePInitRes.With with = new CreatePInitRes.With(signing, gateway);
    return MessageWrapper.TYPE.encode(
        CreatePInitRes.create(
                (PInitReq) asked.message(),
                offer,
                with,
                world.means(trust, Seeded.of(asked.toString())))
            .wrapper());
  }

  private static void fulfil(Route route, String type, byte[] body) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(200)
            .setHeaders(Map.of("content-type", type, "access-control-allow-origin", "*"))
            .setBodyBytes(body));
  }

  private static String sha256(byte[] octets) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
