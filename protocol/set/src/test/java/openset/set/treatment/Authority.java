package openset.set.treatment;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.Certificate;
import openset.pki.CertificateList;
import openset.pki.issue.CertificateProfile;
import openset.pki.issue.CrlProfile;
import openset.pki.issue.Draft;
import openset.pki.issue.Issuance;
import openset.pki.issue.LintRefusal;
import openset.pki.issue.RevocationReason;
import openset.pki.issue.RootProfile;

/** A CA: its key and certificate. */
public record Authority(SigningKeyPair keys, Certificate certificate) {
  private static final Instant NOW = PurchaseWorld.NOW;

  static Authority root() {
    SigningKeyPair keys = SigningKeyPair.generate(Suite.CLASSICAL.signature());
    Issuance issuance =
        Issuance.ofRoot(
            keys.publicKey(),
            NOW.minus(Duration.ofDays(2)),
            NOW.plus(Duration.ofDays(3000)),
            PurchaseWorld.RANDOM);
    RootProfile profile = new RootProfile("CH", "OpenSET Demo Root", Optional.empty());
    return new Authority(keys, sign(profile.draft(issuance), keys));
  }

  Authority below(CertificateProfile profile) {
    SigningKeyPair pair = SigningKeyPair.generate(Suite.CLASSICAL.signature());
    return new Authority(pair, issue(profile, pair.publicKey().spki()));
  }

  Certificate issue(CertificateProfile profile, byte[] spki) {
    Instant from = NOW.minus(Duration.ofDays(1));
    Instant to = NOW.plus(Duration.ofDays(300));
    Issuance issuance = Issuance.under(certificate, spki, from, to, PurchaseWorld.RANDOM);
    return sign(profile.draft(issuance), keys);
  }

  CertificateList crl(Certificate... revoked) {
    List<CrlProfile.Revocation> gone =
        List.of(revoked).stream()
            .map(
                c ->
                    new CrlProfile.Revocation(
                        c.serialNumber(), NOW, RevocationReason.KEY_COMPROMISE))
            .toList();
    BigInteger number = BigInteger.valueOf(1 + revoked.length);
    return sign(
        new CrlProfile(certificate, number, NOW, NOW.plus(Duration.ofDays(7)), gone).draft(),
        keys);
  }

  <T> T sign(Draft<T> draft) {
    return sign(draft, keys);
  }

  private static <T> T sign(Draft<T> draft, SigningKeyPair keys) {
    try {
      return draft.lint().sign(keys.signer());
    } catch (LintRefusal e) {
      throw new AssertionError(e);
    }
  }
}
