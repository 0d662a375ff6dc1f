package openset.testkit.vector;

import java.util.ArrayList;
import java.util.List;
import openset.asn1.Der;
import openset.crypto.SigningKeyPair;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.CertificateType;
import openset.pki.SigningCredential;
import openset.pki.issue.AuthorityProfile;
import openset.pki.issue.KeyRole;
import openset.set.treatment.Registrant;
import openset.testkit.world.Authority;
import openset.testkit.world.Registrars;
import openset.testkit.world.Seeded;
import openset.testkit.world.World;

/** The exhibits of one world, and the parties of it that are not as they should be. */
final class WorldVectors {
  private static final String OTHER = "Borealis";

  private final World world;
  private final Authority otherBrand;
  private final Authority otherMca;
  private final List<Vector> all = new ArrayList<>();

  WorldVectors(World world) {
    this.world = world;
    Seeded chance = Seeded.of("other " + world.suite().name());
    AuthorityProfile brand = AuthorityProfile.brand("CH", OTHER, "Brand CA");
    otherBrand = world.root().authority(brand, world.signing("other-brand"), chance);
    AuthorityProfile mca = World.authority(CertificateType.MCA, OTHER);
    otherMca = otherBrand.authority(mca, world.signing("other-mca"), chance);
  }

  /** A merchant of another brand under the same root. */
  SigningCredential merchantOfOtherBrand() {
    SigningKeyPair keys = world.signing("other-merchant");
    Certificate certificate =
        otherMca.issue(
            World.merchant(KeyRole.SIGN, OTHER),
            keys.publicKey().spki(),
            Seeded.of("other merchant"));
    return new SigningCredential(
        keys.signer(),
        certificate,
        List.of(otherMca.certificate(), otherBrand.certificate()));
  }

  /** Everything scenarios of this world name. */
  List<Vector> list() {
    certificate("root", world.root().certificate());
    certificate("brand", world.brand().certificate());
    certificate("cca", world.cca().certificate());
    certificate("mca", world.mca().certificate());
    certificate("pca", world.pca().certificate());
    certificate("other-brand", otherBrand.certificate());
    certificate("other-mca", otherMca.certificate());
    crl("root-crl", world.root().crl());
    crl("brand-crl", world.brand().crl());
    crl("cca-crl", world.cca().crl());
    crl("mca-crl", world.mca().crl());
    crl("pca-crl", world.pca().crl());
    crl("other-brand-crl", otherBrand.crl());
    crl("other-mca-crl", otherMca.crl());
    Certificate card = world.card().credential().certificate();
    crl("cca-crl-2", world.cca().crl(card));
    crl("mca-crl-2", world.mca().crl(world.merchantSigning().certificate()));
    certificate("card", card);
    certificate("merchant-sign", world.merchantSigning().certificate());
    certificate("merchant-open", world.merchantOpening().certificate());
    certificate("gateway-sign", world.gatewaySigning().certificate());
    certificate("gateway-open", world.gatewayOpening().certificate());
    secret("merchant-open");
    secret("gateway-open");
    Registrars registrars = new Registrars(world);
    for (Registrant who : Registrant.values()) {
      String name = Registrars.name(who);
      certificate(name + "-sign", registrars.of(who).signing().certificate());
      certificate(name + "-open", registrars.of(who).opening().certificate());
      secret(name + "-sign");
      secret(name + "-open");
    }
    secret("gateway-sign");
    return all;
  }

  private void certificate(String name, Certificate certificate) {
    add(name, "Certificate", certificate.der());
  }

  private void crl(String name, CertificateList crl) {
    add(name, "CertificateList", crl.der());
  }

  private void secret(String name) {
    String path = "world/" + world.suite().name() + "/" + name + "-key.txt";
    all.add(
        Vector.of(path, world.secret(name))
            .with("expect", "success")
            .with("type", "secret")
            .with("comment", "private key of " + name + ", for these tests only"));
  }

  private void add(String name, String type, Der der) {
    String path = "world/" + world.suite().name() + "/" + name + ".txt";
    all.add(
        Vector.of(path, der.bytes())
            .expect("success")
            .with("type", type)
            .with("comment", name + " of the world " + world.suite().name()));
  }
}
