package openset.cardholder;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import openset.crypto.Randomness;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.issue.CertificateProfile;
import openset.pki.issue.CrlProfile;
import openset.pki.issue.Draft;
import openset.pki.issue.Issuance;
import openset.pki.issue.LintRefusal;
import openset.pki.issue.RootProfile;

/** A CA: its key, its certificate and its CRL, which names nobody. */
record Authority(SigningKeyPair keys, Certificate certificate, CertificateList crl) {
  static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  static final Randomness RANDOM = Randomness.secure();

  static Authority root() {
    SigningKeyPair keys = SigningKeyPair.generate(Suite.CLASSICAL.signature());
    Issuance issuance =
        Issuance.ofRoot(
            keys.publicKey(),
            NOW.minus(Duration.ofDays(2)),
            NOW.plus(Duration.ofDays(3000)),
            RANDOM);
    RootProfile profile = new RootProfile("CH", "OpenSET Demo Root", Optional.empty());
    return of(keys, sign(profile.draft(issuance), keys));
  }

  Certificate issue(CertificateProfile profile, byte[] spki) {
    Instant from = NOW.minus(Duration.ofDays(1));
    Instant to = NOW.plus(Duration.ofDays(300));
    return sign(profile.draft(Issuance.under(certificate, spki, from, to, RANDOM)), keys);
  }

  Authority below(CertificateProfile profile) {
    SigningKeyPair pair = SigningKeyPair.generate(Suite.CLASSICAL.signature());
    return of(pair, issue(profile, pair.publicKey().spki()));
  }

  private static Authority of(SigningKeyPair keys, Certificate certificate) {
    CrlProfile profile =
        new CrlProfile(certificate, BigInteger.ONE, NOW, NOW.plus(Duration.ofDays(7)), List.of());
    return new Authority(keys, certificate, sign(profile.draft(), keys));
  }

  private static <T> T sign(Draft<T> draft, SigningKeyPair keys) {
    try {
      return draft.lint().sign(keys.signer());
    } catch (LintRefusal e) {
      throw new AssertionError(e);
    }
  }
}
