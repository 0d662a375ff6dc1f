package openset.crypto;

import java.security.MessageDigest;
import openset.asn1.ObjectIdentifier;
import openset.crypto.provider.Providers;

/** The hash functions of the project (FIPS 180-4). */
public enum DigestAlgorithm {
  /** SHA-256, 32 octets. */
  SHA256("2.16.840.1.101.3.4.2.1", "SHA-256", 32),
  /** SHA-512, 64 octets. */
  SHA512("2.16.840.1.101.3.4.2.3", "SHA-512", 64);

  private final ObjectIdentifier oid;
  private final String title;
  private final int octets;

  DigestAlgorithm(String oid, String title, int octets) {
    this.oid = ObjectIdentifier.of(oid);
    this.title = title;
    this.octets = octets;
  }

  /** The algorithm identifier; its parameters are absent (RFC 5754 2). */
  public ObjectIdentifier oid() {
    return oid;
  }

  /** How many octets a digest has. */
  public int octets() {
    return octets;
  }

  /** A digest of what comes little by little. */
  public MessageDigest begin() {
    return Providers.digest(title);
  }

  /** The digest of all parts one after the other. */
  public byte[] digest(byte[]... parts) {
    MessageDigest digest = begin();
    for (byte[] part : parts) digest.update(part);
    return digest.digest();
  }
}
