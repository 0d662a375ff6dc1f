package openset.testkit.world;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import openset.crypto.Randomness;
import openset.crypto.SigningKeyPair;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.issue.CertificateProfile;
import openset.pki.issue.CrlProfile;
import openset.pki.issue.Draft;
import openset.pki.issue.Issuance;
import openset.pki.issue.LintRefusal;
import openset.pki.issue.RevocationReason;
import openset.pki.issue.RootProfile;

/** A CA: its key and its certificate. */
public record Authority(SigningKeyPair keys, Certificate certificate) {
  private static final Duration DAY = Duration.ofDays(1);

  /** A root of its own. */
  static Authority root(SigningKeyPair keys, Randomness randomness) {
    Issuance issuance =
        Issuance.ofRoot(
            keys.publicKey(),
            World.NOW.minus(DAY.multipliedBy(500)),
            World.NOW.plus(DAY.multipliedBy(3000)),
            randomness);
    RootProfile profile = new RootProfile("CH", "OpenSET Demo Root", Optional.empty());
    return new Authority(keys, sign(profile.draft(issuance), keys));
  }

  /** An authority below this one. */
  public Authority authority(
      CertificateProfile profile, SigningKeyPair pair, Randomness randomness) {
    Instant from = World.NOW.minus(DAY.multipliedBy(400));
    Instant to = World.NOW.plus(DAY.multipliedBy(1400));
    return new Authority(pair, issue(profile, pair.publicKey().spki(), from, to, randomness));
  }

  /** A certificate from yesterday on for 300 days. */
  public Certificate issue(CertificateProfile profile, byte[] spki, Randomness randomness) {
    Instant from = World.NOW.minus(DAY);
    return issue(profile, spki, from, World.NOW.plus(DAY.multipliedBy(300)), randomness);
  }

  /** A certificate between two instants. */
  public Certificate issue(
      CertificateProfile profile, byte[] spki, Instant from, Instant to, Randomness randomness) {
    return sign(profile.draft(Issuance.under(certificate, spki, from, to, randomness)), keys);
  }

  /** Its CRL, whose number is one more than there are revoked certificates on it. */
  public CertificateList crl(Certificate... revoked) {
    List<CrlProfile.Revocation> gone =
        Stream.of(revoked)
            .map(
                c ->
                    new CrlProfile.Revocation(
                        c.serialNumber(), World.NOW, RevocationReason.KEY_COMPROMISE))
            .toList();
    BigInteger number = BigInteger.valueOf(1 + revoked.length);
    CrlProfile profile =
        new CrlProfile(certificate, number, World.NOW, World.NOW.plus(DAY.multipliedBy(7)), gone);
    return sign(profile.draft(), keys);
  }

  private static <T> T sign(Draft<T> draft, SigningKeyPair keys) {
    try {
      return draft.lint().sign(keys.signer());
    } catch (LintRefusal e) {
      throw new IllegalStateException(e);
    }
  }
}
