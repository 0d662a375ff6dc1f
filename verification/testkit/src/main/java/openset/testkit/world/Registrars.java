package openset.testkit.world;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import openset.crypto.AgreementKeyPair;
import openset.crypto.Randomness;
import openset.crypto.SigningKeyPair;
import openset.pki.Certificate;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.pki.issue.AuthorityProfile;
import openset.pki.issue.CertificatePlan;
import openset.pki.issue.CertificateProfile;
import openset.pki.issue.GatewayProfile;
import openset.pki.issue.KeyRole;
import openset.pki.issue.MerchantProfile;
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.Policy;
import openset.set.treatment.Registrant;
import openset.set.treatment.authority.CaCredentials;

/** The authorities of a world as those see them who register: how they speak and open. */
public final class Registrars {
  private final World world;
  private final Randomness chance;
  private final Map<Registrant, CaCredentials> credentials = new EnumMap<>(Registrant.class);

  /** Those of {@code world}, whose seed decides their keys. */
  public Registrars(World world) {
    this.world = world;
    this.chance = Seeded.of("registrars " + world.suite().name());
    for (Registrant who : Registrant.values()) credentials.put(who, credentials(who));
  }

  /** The name of the authority of {@code who}: {@code cca}, {@code mca} or {@code pca}. */
  public static String name(Registrant who) {
    return who.authority().name().toLowerCase(Locale.ROOT);
  }

  private CaCredentials credentials(Registrant who) {
    SigningKeyPair signs = world.signing(name(who) + "-sign");
    AgreementKeyPair opens = world.agreement(name(who) + "-open");
    List<Certificate> chain = List.of(world.brand().certificate());
    return new CaCredentials(
        new SigningCredential(
            signs.signer(), certificate(who, KeyRole.SIGN, signs.publicKey().spki()), chain),
        new OpeningCredential(
            opens.agreement(), certificate(who, KeyRole.AGREE, opens.publicKey().spki()), chain));
  }

  private Certificate certificate(Registrant who, KeyRole role, byte[] spki) {
    AuthorityProfile profile =
        new AuthorityProfile(
            who.authority(), role, "CH", World.BRAND, "Demo " + who.authority());
    return world.brand().issue(profile, spki, chance);
  }

  /** The keys of the authority with which {@code who} registers. */
  public CaCredentials of(Registrant who) {
    return credentials.get(who);
  }

  /** What that authority is given. */
  Means means(Registrant who, Randomness own) {
    CaCredentials ca = of(who);
    Keyring keys = new Keyring(List.of(ca.signing()), List.of(ca.opening()));
    return new Means(World.NOW, own, world.trust(), keys, Policy.standard("OpenSET"));
  }

  /** A certificate by the issuing key of the authority of {@code who}. */
  Certificate issue(Registrant who, CertificateProfile profile, byte[] spki) {
    Authority issuing =
        switch (who) {
          case CARDHOLDER -> world.cca();
          case MERCHANT -> world.mca();
          case GATEWAY -> world.pca();
        };
    return issuing.issue(profile, spki, chance);
  }

  /** What a new merchant or gateway is certified as, for a key of {@code role}. */
  static CertificateProfile profile(Registrant who, KeyRole role) {
    if (who == Registrant.GATEWAY) {
      return new GatewayProfile(
          role,
          "CH",
          World.BRAND,
          "Aurora Acquiring",
          OtherRegistration.ACQUIRER.digits(),
          2,
          CertificatePlan.Terms.of(true));
    }
    MerchantProfile like = World.merchant(role, World.BRAND);
    return new MerchantProfile(
        role, "CH", World.BRAND, like.acquirer(), like.data(), Optional.empty());
  }
}
