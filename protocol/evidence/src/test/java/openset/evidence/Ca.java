package openset.evidence;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.crypto.Randomness;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.issue.BrandCrlProfile;
import openset.pki.issue.CertificateProfile;
import openset.pki.issue.CrlProfile;
import openset.pki.issue.Draft;
import openset.pki.issue.Issuance;
import openset.pki.issue.LintRefusal;
import openset.pki.issue.RootProfile;

/** An authority: its key and certificate, and what it signs. */
record Ca(SigningKeyPair keys, Certificate certificate) {
  static final Duration CURRENT = Duration.ofDays(7);

  static Ca root() {
    SigningKeyPair keys = SigningKeyPair.generate(Suite.CLASSICAL.signature());
    Issuance issuance =
        Issuance.ofRoot(
            keys.publicKey(),
            Market.NOW.minus(Duration.ofDays(400)),
            Market.NOW.plus(Duration.ofDays(3000)),
            Randomness.secure());
    RootProfile profile = new RootProfile("CH", "OpenSET Demo Root", Optional.empty());
    return new Ca(keys, sign(profile.draft(issuance), keys));
  }

  Ca below(CertificateProfile profile) {
    SigningKeyPair pair = SigningKeyPair.generate(Suite.CLASSICAL.signature());
    Instant from = Market.NOW.minus(Duration.ofDays(300));
    return new Ca(pair, issue(profile, pair, from, Market.NOW.plus(Duration.ofDays(900))));
  }

  Certificate issue(CertificateProfile profile, SigningKeyPair pair, Instant from, Instant to) {
    return issue(profile, pair.publicKey().spki(), from, to);
  }

  Certificate issue(CertificateProfile profile, byte[] spki, Instant from, Instant to) {
    Issuance issuance = Issuance.under(certificate, spki, from, to, Randomness.secure());
    return sign(profile.draft(issuance), keys);
  }

  CertificateList crl(int number, Instant at, List<CrlProfile.Revocation> revoked) {
    return sign(
        new CrlProfile(
                certificate, BigInteger.valueOf(number), at, at.plus(CURRENT), revoked)
            .draft(),
        keys);
  }

  BrandCrlIdentifier brandCrls(int number, Instant at, List<CertificateList> crls) {
    return sign(
        new BrandCrlProfile(
                certificate,
                BigInteger.valueOf(number),
                at,
                at.plus(CURRENT),
                crls.stream().map(BrandCrlIdentifier.CrlIdentifier::of).toList())
            .draft(),
        keys);
  }

  private static <T> T sign(Draft<T> draft, SigningKeyPair keys) {
    try {
      return draft.lint().sign(keys.signer());
    } catch (LintRefusal e) {
      throw new AssertionError(e);
    }
  }
}
