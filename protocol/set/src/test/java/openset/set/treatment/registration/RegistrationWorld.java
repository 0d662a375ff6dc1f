package openset.set.treatment.registration;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import openset.crypto.AgreementKeyPair;
import openset.crypto.Randomness;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.OpeningCredential;
import openset.pki.SigningCredential;
import openset.pki.Trust;
import openset.pki.Untrusted;
import openset.pki.issue.AuthorityProfile;
import openset.pki.issue.BrandCrlProfile;
import openset.pki.issue.CertificateProfile;
import openset.pki.issue.CrlProfile;
import openset.pki.issue.Draft;
import openset.pki.issue.Issuance;
import openset.pki.issue.KeyRole;
import openset.pki.issue.LintRefusal;
import openset.pki.issue.RevocationReason;
import openset.pki.issue.RootProfile;
import openset.set.data.BrandID;
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.Policy;
import openset.set.treatment.Registrant;
import openset.set.treatment.authority.CaCredentials;

/** A brand whose CCA, MCA and PCA each have their three keys, with real certificates. */
final class RegistrationWorld {
  static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  static final Randomness RANDOM = Randomness.secure();
  static final BrandID BRAND = new BrandID("Aurora");
  private static final Duration CRL_LIFE = Duration.ofDays(7);

  final Authority root;
  final Authority brand;
  private final Map<Registrant, Authority> issuing = new EnumMap<>(Registrant.class);
  private final Map<Registrant, CaCredentials> credentials = new EnumMap<>(Registrant.class);

  /** An issuing key with its certificate. */
  record Authority(SigningKeyPair keys, Certificate certificate) {
    Certificate issue(CertificateProfile profile, byte[] spki) {
      Instant from = NOW.minus(Duration.ofDays(1));
      Instant to = NOW.plus(Duration.ofDays(300));
      return sign(profile.draft(Issuance.under(certificate, spki, from, to, RANDOM)), keys);
    }

    Authority below(CertificateProfile profile, Suite suite) {
      SigningKeyPair pair = SigningKeyPair.generate(suite.signature());
      return new Authority(pair, issue(profile, pair.publicKey().spki()));
    }

    CertificateList crl(long number, Certificate... revoked) {
      List<CrlProfile.Revocation> gone =
          List.of(revoked).stream()
              .map(
                  c ->
                      new CrlProfile.Revocation(
                          c.serialNumber(), NOW, RevocationReason.KEY_COMPROMISE))
              .toList();
      return sign(
          new CrlProfile(certificate, BigInteger.valueOf(number), NOW, NOW.plus(CRL_LIFE), gone)
              .draft(),
          keys);
    }
  }

  RegistrationWorld(Suite suite) {
    SigningKeyPair keys = SigningKeyPair.generate(suite.signature());
    Issuance issuance =
        Issuance.ofRoot(
            keys.publicKey(),
            NOW.minus(Duration.ofDays(2)),
            NOW.plus(Duration.ofDays(3000)),
            RANDOM);
    RootProfile profile = new RootProfile("CH", "OpenSET Demo Root", Optional.empty());
    root = new Authority(keys, sign(profile.draft(issuance), keys));
    brand = root.below(AuthorityProfile.brand("CH", BRAND.name(), "Brand CA"), suite);
    for (Registrant registrant : Registrant.values()) {
      issuing.put(registrant, brand.below(profile(registrant, KeyRole.ISSUE), suite));
      credentials.put(registrant, credentials(registrant, suite));
    }
  }

  /** Further keys for {@code registrant}'s authority, under the brand. */
  CaCredentials credentials(Registrant registrant, Suite suite) {
    SigningKeyPair signs = SigningKeyPair.generate(suite.signature());
    AgreementKeyPair opens = AgreementKeyPair.generate(suite.agreement());
    List<Certificate> chain = List.of(brand.certificate());
    Certificate forSigning =
        brand.issue(profile(registrant, KeyRole.SIGN), signs.publicKey().spki());
    Certificate forOpening =
        brand.issue(profile(registrant, KeyRole.AGREE), opens.publicKey().spki());
    return new CaCredentials(
        new SigningCredential(signs.signer(), forSigning, chain),
        new OpeningCredential(opens.agreement(), forOpening, chain));
  }

  static AuthorityProfile profile(Registrant registrant, KeyRole role) {
    return new AuthorityProfile(
        registrant.authority(), role, "CH", BRAND.name(), "Demo " + registrant.authority());
  }

  Authority issuing(Registrant registrant) {
    return issuing.get(registrant);
  }

  CaCredentials ca(Registrant registrant) {
    return credentials.get(registrant);
  }

  /** The brand's list: its own CRL and those of the authorities, each with this number. */
  BrandCrlIdentifier brandCrls(long sequence, long number) {
    return brandCrls(sequence, number, NOW);
  }

  /** The same, in force for a week from {@code from}. */
  BrandCrlIdentifier brandCrls(long sequence, long number, Instant from) {
    List<BrandCrlIdentifier.CrlIdentifier> named =
        Stream.concat(
                Stream.of(brand), issuing.values().stream())
            .map(
                authority ->
                    new BrandCrlIdentifier.CrlIdentifier(
                        authority.certificate().subject(), BigInteger.valueOf(number)))
            .toList();
    return sign(
        new BrandCrlProfile(
                brand.certificate(),
                BigInteger.valueOf(sequence),
                from,
                from.plus(CRL_LIFE),
                named)
            .draft(),
        brand.keys());
  }

  /** Trust that knows all authorities, of which {@code revoked} ones are no longer good. */
  Trust trust(Certificate... revoked) {
    try {
      Trust trust =
          Trust.in(List.of(root.certificate()))
              .withCertificates(List.of(brand.certificate()))
              .withCertificates(issuing.values().stream().map(Authority::certificate).toList())
              .withCrls(List.of(root.crl(1), brand.crl(1 + revoked.length, revoked)), NOW);
      for (Authority authority : issuing.values()) {
        trust = trust.withCrls(List.of(authority.crl(1)), NOW);
      }
      return trust;
    } catch (Untrusted e) {
      throw new AssertionError(e);
    }
  }

  /** An end entity that knows the root and nothing else. */
  Trust rootOnly() {
    return Trust.in(List.of(root.certificate()));
  }

  /** An end entity with {@code trust}. */
  static Means endEntity(Trust trust) {
    return endEntity(trust, NOW);
  }

  static Means endEntity(Trust trust, Instant now) {
    Keyring none = new Keyring(List.of(), List.of());
    return new Means(now, RANDOM, trust, none, Policy.standard("end entity"));
  }

  Means authority() {
    return authority(trust());
  }

  Means authority(Trust trust) {
    Keyring keys =
        new Keyring(
            credentials.values().stream().map(CaCredentials::signing).toList(),
            credentials.values().stream().map(CaCredentials::opening).toList());
    return new Means(NOW, RANDOM, trust, keys, Policy.standard("authority"));
  }

  static <T> T sign(Draft<T> draft, SigningKeyPair keys) {
    try {
      return draft.lint().sign(keys.signer());
    } catch (LintRefusal e) {
      throw new AssertionError(e);
    }
  }
}
