package openset.pki.issue;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.crypto.AgreementKeyPair;
import openset.crypto.Randomness;
import openset.crypto.SignatureAlgorithm;
import openset.crypto.SigningKeyPair;
import openset.crypto.Suite;
import openset.pki.BrandCrlIdentifier;
import openset.pki.Certificate;
import openset.pki.CertificateList;

/** A key with its certificate, which can issue further ones: for tests. */
public record Party(SigningKeyPair keys, Certificate certificate) {
  /** The moment the tests are at. */
  public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private static final Randomness RANDOMNESS = Randomness.secure();

  /** A root whose next root is to have {@code next}'s key. */
  public static Party root(SignatureAlgorithm algorithm, Optional<SigningKeyPair> next) {
    SigningKeyPair keys = SigningKeyPair.generate(algorithm);
    return root(keys, next);
  }

  /** A root with these keys. */
  public static Party root(SigningKeyPair keys, Optional<SigningKeyPair> next) {
    RootProfile profile =
        new RootProfile(
            "CH",
            "OpenSET Demo Root",
            next.map(pair -> openset.asn1.Der.of(pair.publicKey().spki())));
    Issuance issuance =
        Issuance.ofRoot(
            keys.publicKey(),
            NOW.minus(Duration.ofDays(365)),
            NOW.plus(Duration.ofDays(3650)),
            RANDOMNESS);
    return new Party(keys, sign(profile.draft(issuance), keys));
  }

  /** An issuance by this party of {@code days} days from now on. */
  public Issuance issuance(byte[] spki, int days) {
    return Issuance.under(
        certificate,
        spki,
        NOW.minus(Duration.ofDays(1)),
        NOW.plus(Duration.ofDays(days)),
        RANDOMNESS);
  }

  /** A party below this one with a new signing key. */
  public Party issue(CertificateProfile profile, SignatureAlgorithm algorithm, int days) {
    SigningKeyPair pair = SigningKeyPair.generate(algorithm);
    Issuance issuance = issuance(pair.publicKey().spki(), days);
    return new Party(pair, sign(profile.draft(issuance), keys));
  }

  /** An encryption certificate by this one. */
  public Certificate issueAgreement(CertificateProfile profile, Suite suite, int days) {
    AgreementKeyPair pair = AgreementKeyPair.generate(suite.agreement());
    return sign(profile.draft(issuance(pair.publicKey().spki(), days)), keys);
  }

  /** A CRL of this party. */
  public CertificateList crl(long number, Instant from, List<Certificate> revoked) {
    CrlProfile profile =
        new CrlProfile(
            certificate,
            BigInteger.valueOf(number),
            from,
            from.plus(Duration.ofDays(7)),
            revoked.stream()
                .map(
                    gone ->
                        new CrlProfile.Revocation(
                            gone.serialNumber(), from, RevocationReason.KEY_COMPROMISE))
                .toList());
    return sign(profile.draft(), keys);
  }

  /** A brand CRL identifier of this party, a brand's CA. */
  public BrandCrlIdentifier brandCrls(long number, Instant from, List<CertificateList> crls) {
    BrandCrlProfile profile =
        new BrandCrlProfile(
            certificate,
            BigInteger.valueOf(number),
            from,
            from.plus(Duration.ofDays(1)),
            crls.stream().map(BrandCrlIdentifier.CrlIdentifier::of).toList());
    return sign(profile.draft(), keys);
  }

  /** Lints and signs. */
  static <T> T sign(Draft<T> draft, SigningKeyPair keys) {
    try {
      return draft.lint().sign(keys.signer());
    } catch (LintRefusal e) {
      throw new AssertionError(e);
    }
  }
}
