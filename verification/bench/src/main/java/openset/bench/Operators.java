package openset.bench;

import java.util.List;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.crypto.Randomness;
import openset.crypto.Suite;
import openset.pki.CertificateType;
import openset.pki.KeyUse;
import openset.pki.Required;
import openset.set.SetOid;
import openset.set.data.order.OIData;
import openset.set.data.payment.PIData;
import openset.set.data.payment.PITBS;
import openset.set.operator.Content;
import openset.set.operator.DD;
import openset.set.operator.DetachedSignature;
import openset.set.operator.E;
import openset.set.operator.Enc;
import openset.set.operator.Enveloped;
import openset.set.operator.Expected;
import openset.set.operator.Recipient;
import openset.set.operator.S;
import openset.set.operator.SO;
import openset.set.operator.Signatory;
import openset.set.operator.Signed;
import openset.set.treatment.Means;
import openset.testkit.world.World;

/** The operators of SET, each over 300 octets, by certificates that are known. */
final class Operators {
  /** How much is signed or sealed. */
  static final int OCTETS = 300;

  private static final Content<String> TEXT =
      new Content<>(SetOid.P_INIT_RES_DATA, Asn1.UTF8_STRING);
  private static final Enc.Form<String> FORM = new Enc.Form<>(SetOid.CAP_RES_TBE, TEXT);
  private static final String VALUE = "x".repeat(OCTETS);
  private static final Der HALF = Der.of(Asn1.UTF8_STRING.encode(VALUE));

  private final Suite suite;
  private final World world;
  private final Signatory merchant;
  private final Signatory card;
  private final Expected byMerchant;
  private final Expected byCard;
  private final Recipient gateway;

  /** Operators at work in the world of {@code load}. */
  Operators(Load load) throws Exception {
    world = load.world();
    suite = world.suite();
    Means means = load.shop();
    merchant = Signatory.of(world.merchantSigning());
    card = Signatory.of(world.card().credential());
    byMerchant = Expected.of(required(CertificateType.MER), means.trust(), means.now());
    byCard = Expected.of(required(CertificateType.CARD), means.trust(), means.now());
    gateway = Recipient.self(world.gatewayOpening());
  }

  private static Required required(CertificateType type) {
    return Required.of(type, KeyUse.SIGN, World.BRAND);
  }

  /** What is measured. */
  List<Task> tasks() throws Exception {
    Randomness chance = Randomness.secure();
    Signed<String> signed = S.sign(merchant, TEXT, VALUE);
    Enveloped<String> sealed = E.seal(gateway, TEXT, VALUE, chance);
    Enc<String> both = Enc.seal(merchant, gateway, FORM, VALUE, chance);
    DetachedSignature<PITBS> dual = SO.sign(card, PITBS.CONTENT, halves());
    return List.of(
        new Task("sign", suite, () -> S.sign(merchant, TEXT, VALUE)),
        new Task("verify", suite, () -> S.verify(signed, TEXT, byMerchant)),
        new Task("seal", suite, () -> E.seal(gateway, TEXT, VALUE, chance)),
        new Task("open", suite, () -> E.open(world.gatewayOpening(), sealed, TEXT)),
        new Task(
            "sign and seal", suite, () -> Enc.seal(merchant, gateway, FORM, VALUE, chance)),
        new Task(
            "open and verify",
            suite,
            () -> Enc.open(world.gatewayOpening(), both, FORM, byMerchant)),
        new Task("dual signature", suite, () -> SO.sign(card, PITBS.CONTENT, halves())),
        new Task(
            "dual signature verified",
            suite,
            () -> SO.verify(dual, PITBS.CONTENT, halves(), byCard)));
  }

  private static PITBS halves() {
    return new PITBS(DD.of(PIData.CONTENT, HALF), DD.of(OIData.CONTENT, HALF));
  }
}
