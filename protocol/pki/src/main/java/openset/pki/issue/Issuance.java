package openset.pki.issue;

import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import openset.asn1.Der;
import openset.crypto.BadKey;
import openset.crypto.Randomness;
import openset.crypto.SignatureAlgorithm;
import openset.crypto.SigningPublicKey;
import openset.pki.Certificate;

/**
 * One key to be certified, by whom, and for how long.
 *
 * @param issuer the issuing authority's certificate; empty for a root
 * @param signingKey the key the certificate will be verified with
 * @param publicKey the SubjectPublicKeyInfo to be certified
 * @param notBefore whole seconds
 * @param notAfter whole seconds
 */
public record Issuance(
    Optional<Certificate> issuer,
    SigningPublicKey signingKey,
    Der publicKey,
    Instant notBefore,
    Instant notAfter,
    BigInteger serialNumber) {
  private static final int SERIAL_OCTETS = 16;

  /** Cuts the times to seconds. */
  public Issuance {
    notBefore = notBefore.truncatedTo(ChronoUnit.SECONDS);
    notAfter = notAfter.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * By an authority, with a fresh serial number.
   *
   * @throws IllegalArgumentException where {@code issuer} has no key that signs
   */
  public static Issuance under(
      Certificate issuer,
      byte[] publicKey,
      Instant notBefore,
      Instant notAfter,
      Randomness randomness) {
    return new Issuance(
        Optional.of(issuer),
        keyOf(issuer),
        Der.of(publicKey),
        notBefore,
        notAfter,
        serialNumber(randomness));
  }

  /** By itself: a root. */
  public static Issuance ofRoot(
      SigningPublicKey key, Instant notBefore, Instant notAfter, Randomness randomness) {
    return new Issuance(
        Optional.empty(),
        key,
        Der.of(key.spki()),
        notBefore,
        notAfter,
        serialNumber(randomness));
  }

  /** Until {@code notAfter} at the latest, such as a card's expiry or the issuer's own end. */
  public Issuance notBeyond(Instant latest) {
    return notAfter.isAfter(latest)
        ? new Issuance(issuer, signingKey, publicKey, notBefore, latest, serialNumber)
        : this;
  }

  /** How the certificate will be signed. */
  public SignatureAlgorithm signature() {
    return signingKey.algorithm();
  }

  /** 16 random octets as a positive number, its second highest bit set: all are equally long. */
  static BigInteger serialNumber(Randomness randomness) {
    byte[] octets = randomness.bytes(SERIAL_OCTETS);
    octets[0] = (byte) (octets[0] & 0x7f | 0x40);
    return new BigInteger(1, octets);
  }

  static SigningPublicKey keyOf(Certificate issuer) {
    try {
      return issuer.signingKey();
    } catch (BadKey e) {
      throw new IllegalArgumentException("the issuer's key does not sign: " + e.getMessage());
    }
  }
}
