package openset.checks.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import openset.asn1.AsSent;
import openset.crypto.BadKey;
import openset.crypto.SecretBytes;
import openset.crypto.SigningPublicKey;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.OpeningCredential;
import openset.pki.TrustBundle;
import openset.pki.cms.SignedData;
import openset.pki.issue.CardholderProfile;
import openset.set.Refused;
import openset.set.data.CertThumb;
import openset.set.data.MsgExtensions;
import openset.set.data.card.PANOnly;
import openset.set.data.order.Offer;
import openset.set.data.payment.PITBS;
import openset.set.data.registration.CertInqReqTBS;
import openset.set.data.registration.CertReqData;
import openset.set.data.registration.RegFormReqData;
import openset.set.extension.BillingAddress;
import openset.set.extension.CardChecks;
import openset.set.extension.SecurityCode;
import openset.set.message.AuthReq;
import openset.set.message.CertInqReq;
import openset.set.message.CertReq;
import openset.set.message.InqReq;
import openset.set.message.Message;
import openset.set.message.MessageWrapper;
import openset.set.message.PInitReq;
import openset.set.message.RegFormReq;
import openset.set.operator.EXH;
import openset.set.operator.EncX;
import openset.set.operator.KeyRule;
import openset.set.operator.Opened;
import openset.set.operator.S;
import openset.set.operator.Signed;
import openset.set.treatment.Means;
import openset.set.treatment.Registrant;
import openset.set.treatment.RegistrationForms;
import openset.set.treatment.cardholder.Card;
import openset.set.treatment.gateway.ProcessAuthReq;
import openset.set.treatment.merchant.ProcessInqReq;
import openset.testkit.world.Purchase;
import openset.testkit.world.Registrars;
import openset.testkit.world.Seeded;
import openset.testkit.world.World;

/** Merchant, gateway and CCA in Java, who read what a wallet in TypeScript writes. */
final class Counterpart {
  private static final HexFormat HEX = HexFormat.of();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A street that is no ASCII, and so another choice of SETString than the postal code. */
  private static final CardChecks CHECKS =
      new CardChecks(
          Optional.of(new SecurityCode("0429")),
          Optional.of(new BillingAddress("10000", Optional.of("2 Rue de l’Été"))));

  private final World world;
  private final Means means;
  private final AsSent<Offer> offer;
  private final Purchase purchase;
  private final OpeningCredential cca;
  private final ConcurrentLinkedQueue<String> read = new ConcurrentLinkedQueue<>();
  private volatile Optional<SigningPublicKey> registered = Optional.empty();
  private volatile Certificate cardholder;

  Counterpart(World world) {
    this.world = world;
    this.means = world.means(world.trust(), Seeded.of("counterpart"));
    this.offer = World.offer(1490, Seeded.of("offer"));
    this.purchase = Purchase.of(world, offer, means);
    this.cardholder = world.card().credential().certificate();
    this.cca = new Registrars(world).of(Registrant.CARDHOLDER).opening();
  }

  /** The names of the messages that were read, verified and opened. */
  List<String> read() {
    return List.copyOf(read);
  }

  /** What the wallet is given: trust, an offer, a card with its private key. */
  Map<String, Object> given() {
    Card card = world.card();
    Map<String, Object> carried =
        Map.of(
            "curve", world.suite() == Suite.CLASSICAL ? "P-256" : "Ed25519",
            "key", HEX.formatHex(world.secret("card")),
            "certificates", certificates(card),
            "pan", card.pan().digits(),
            "expiry", card.expiry().digits(),
            "cardSecret", hex(card.cardSecret().secret()),
            "panSecret", hex(card.panSecret().secret()));
    return Map.of(
        "checks", checks(),
        "now", World.NOW.toEpochMilli(),
        "root", world.root().certificate().der().toString(),
        "bundle", HEX.formatHex(TrustBundle.of(means.trust()).der()),
        "offer", offer.der().toString(),
        "cca", cca.certificate().der().toString(),
        "card", carried);
  }

  private static Map<String, Object> checks() {
    BillingAddress address = CHECKS.billingAddress().orElseThrow();
    MsgExtensions extensions = CHECKS.extensions().orElseThrow();
    return Map.of(
        "securityCode", CHECKS.securityCode().orElseThrow().digits(),
        "billingAddress",
            Map.of(
                "postalCode", address.postalCode(),
                "streetAddress", address.streetAddress().orElseThrow()),
        "extensions", HEX.formatHex(MsgExtensions.TYPE.encode(extensions)));
  }

  private static List<String> certificates(Card card) {
    List<Certificate> all = new ArrayList<>(List.of(card.credential().certificate()));
    all.addAll(card.credential().chain());
    return all.stream().map(certificate -> certificate.der().toString()).toList();
  }

  private static String hex(SecretBytes secret) {
    return secret.use(HEX::formatHex);
  }

  /** Who answers the wallet, by path. */
  Map<String, Page.Peer> peers() {
    return Map.of(
        "/merchant", this::merchant,
        "/inquiry", this::inquiry,
        "/regform", this::regForm,
        "/certreq", this::certReq,
        "/certinq", this::certInq,
        "/certify", this::certify);
  }

  private byte[] merchant(byte[] octets) throws Refused {
    if (MessageWrapper.TYPE.decode(octets).message() instanceof PInitReq) {
      byte[] answer = purchase.pInitRes(octets);
      read.add("PInitReq");
      return answer;
    }
    byte[] authReq = purchase.authReq(octets);
    gateway(authReq);
    byte[] answer = purchase.pRes(purchase.authRes(authReq));
    read.add("PReq");
    return answer;
  }

  /** The gateway, and nobody before it, reads what the issuer shall check. */
  private void gateway(byte[] octets) throws Refused {
    MessageWrapper wrapper = MessageWrapper.TYPE.decode(octets);
    ProcessAuthReq.Outcome outcome =
        ProcessAuthReq.process(
            wrapper, (AuthReq) wrapper.message(), world.asGateway().opening(), means);
    CardChecks told = ((ProcessAuthReq.Outcome.Agreed) outcome).account().checks();
    if (told.equals(CHECKS)) read.add("CardChecks");
  }

  private byte[] inquiry(byte[] octets) throws Refused {
    MessageWrapper wrapper = MessageWrapper.TYPE.decode(octets);
    ProcessInqReq.process(
        wrapper,
        (InqReq) wrapper.message(),
        new ProcessInqReq.Known(
            purchase.sale().transIDs(),
            purchase.sale().brandID(),
            Optional.of(CertThumb.of(cardholder))),
        means);
    return done("InqReq");
  }

  private byte[] regForm(byte[] octets) throws Refused {
    RegFormReq request = (RegFormReq) message(octets);
    Opened<RegFormReqData, PANOnly> opened =
        EXH.open(cca, request.exh(), RegistrationForms.REG_FORM_REQ);
    String pan = opened.extra().pan().digits();
    if (!pan.equals(world.card().pan().digits())) throw new IllegalStateException("another card");
    return done("RegFormReq");
  }

  private byte[] certReq(byte[] octets) throws Refused {
    CertReq.WithAccount request = (CertReq.WithAccount) message(octets);
    EncX.openRequest(
        cca, request.encX(), RegistrationForms.CERT_REQ_WITH_ACCOUNT, claim -> byItself(claim));
    return done("CertReq");
  }

  private KeyRule.Signers byItself(CertReqData claim) {
    try {
      byte[] spki = claim.publicKeySorE().publicKeyS().orElseThrow().bytes();
      registered = Optional.of(SigningPublicKey.of(spki));
      return KeyRule.Signers.newKey(registered.get());
    } catch (BadKey e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] certInq(byte[] octets) throws Refused {
    CertInqReq request = (CertInqReq) message(octets);
    S.verifyProofOfPossession(
        request.signed(),
        CertInqReqTBS.CONTENT,
        claim -> KeyRule.Signers.newKey(registered.orElseThrow()));
    return done("CertInqReq");
  }

  /** Certifies a passkey that proves itself, as a CCA does, for the card of this world. */
  private byte[] certify(byte[] octets) throws Exception {
    JsonNode told = JSON.readTree(octets);
    byte[] spki = HEX.parseHex(told.path("spki").asText());
    SigningPublicKey key = SigningPublicKey.of(spki);
    KeyRule.Proof<PITBS> proof =
        S.verifyProofOfPossession(
            new Signed<>(SignedData.TYPE.decode(HEX.parseHex(told.path("signed").asText()))),
            PITBS.CONTENT,
            claim -> KeyRule.Signers.newKey(key));
    Card card = world.card();
    CardholderProfile profile =
        new CardholderProfile(
            "CH",
            World.BRAND,
            "Bank of Aurora",
            card.panSecret().cardholderId(card.pan(), card.expiry()),
            Optional.of("Sample Cardholder"),
            proof.passkeyOrigin());
    cardholder = world.cca().issue(profile, spki, Seeded.of("passkey"));
    List<Certificate> all = new ArrayList<>(List.of(cardholder));
    all.addAll(card.credential().chain());
    read.add("proof of possession from " + cardholder.uri().orElse("nowhere"));
    return JSON.writeValueAsBytes(all.stream().map(one -> one.der().toString()).toList());
  }

  private static Message message(byte[] octets) {
    return MessageWrapper.TYPE.decode(octets).message();
  }

  private byte[] done(String name) {
    read.add(name);
    return new byte[0];
  }
}
