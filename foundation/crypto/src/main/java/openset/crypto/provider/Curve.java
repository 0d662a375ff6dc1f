package openset.crypto.provider;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.XECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The curves of the project and the one form of each one's keys: {@code SubjectPublicKeyInfo} and
 * PKCS#8, octet for octet (RFC 5480, RFC 8410). Every private key is 32 octets.
 */
public enum Curve {
  /** NIST P-256 by name, points uncompressed (RFC 5480 2.2). */
  P256(
      "ECDSA and ECDH on P-256",
      "EC",
      "3059301306072a8648ce3d020106082a8648ce3d030107034200",
      65,
      "3041020100301306072a8648ce3d020106082a8648ce3d0301070427302502010104" + "20"),
  /** Ed25519 (RFC 8032). */
  ED25519(
      "Ed25519",
      "Ed25519",
      "302a300506032b6570032100",
      32,
      "302e020100300506032b657004220420"),
  /** X25519 (RFC 7748). */
  X25519("X25519", "XDH", "302a300506032b656e032100", 32, "302e020100300506032b656e04220420");

  /** How many octets a private key has, on every curve. */
  public static final int SCALAR_OCTETS = 32;

  private final String title;
  private final String keyFactory;
  private final byte[] spkiPrefix;
  private final int pointOctets;
  private final byte[] pkcs8Prefix;

  Curve(String title, String keyFactory, String spki, int pointOctets, String pkcs8) {
    this.title = title;
    this.keyFactory = keyFactory;
    this.spkiPrefix = HexFormat.of().parseHex(spki);
    this.pointOctets = pointOctets;
    this.pkcs8Prefix = HexFormat.of().parseHex(pkcs8);
  }

  /** The curve as people name it. */
  public String title() {
    return title;
  }

  /** Whether {@code spki} begins and ends as a public key on this curve must. */
  public boolean shapes(byte[] spki) {
    return spki.length == spkiPrefix.length + pointOctets
        && Arrays.equals(spki, 0, spkiPrefix.length, spkiPrefix, 0, spkiPrefix.length);
  }

  /** The {@code SubjectPublicKeyInfo} of {@code point}. */
  public byte[] spki(byte[] point) {
    if (point.length != pointOctets) throw new IllegalArgumentException("point of other length");
    return concat(spkiPrefix, point);
  }

  /**
   * The public key whose {@code SubjectPublicKeyInfo} is exactly {@code spki}, checked to be a
   * point of the curve, not infinity, not of small order, with coordinates below the field's prime.
   *
   * @throws InvalidKeyException where it is not; the message names the rule
   */
  public PublicKey publicKey(byte[] spki) throws InvalidKeyException {
    if (!shapes(spki)) throw new InvalidKeyException("not the one form of a key on this curve");
    byte[] point = Arrays.copyOfRange(spki, spkiPrefix.length, spki.length);
    check(point);
    try {
      return factory().generatePublic(new X509EncodedKeySpec(spki));
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new InvalidKeyException("refused by the provider", e);
    }
  }

  /**
   * The private key with these 32 octets, not checked here beyond what the provider checks.
   *
   * @throws InvalidKeyException where the provider refuses it
   */
  public PrivateKey privateKey(byte[] scalar) throws InvalidKeyException {
    if (scalar.length != SCALAR_OCTETS) throw new InvalidKeyException("private key not 32 octets");
    try {
      return factory().generatePrivate(new PKCS8EncodedKeySpec(pkcs8(scalar)));
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new InvalidKeyException("refused by the provider", e);
    }
  }

  /** The PKCS#8 of the private key with these 32 octets. The caller wipes it. */
  public byte[] pkcs8(byte[] scalar) {
    return concat(pkcs8Prefix, scalar);
  }

  /** The 32 octets of a private key that the JDK read from a key store, if it is on this curve. */
  public Optional<byte[]> scalar(Key key) {
    return switch (this) {
      case P256 -> key instanceof ECPrivateKey ec ? P256Points.scalar(ec) : Optional.empty();
      case ED25519 -> key instanceof EdECPrivateKey ed ? only32(ed.getBytes()) : Optional.empty();
      case X25519 -> key instanceof XECPrivateKey x ? only32(x.getScalar()) : Optional.empty();
    };
  }

  // Ed448 and X448 share the Java types, and are longer.
  private static Optional<byte[]> only32(Optional<byte[]> octets) {
    return octets.filter(found -> found.length == SCALAR_OCTETS);
  }

  /** Whether these 32 octets are a private key on this curve. */
  public boolean isScalar(byte[] scalar) {
    return scalar.length == SCALAR_OCTETS && (this != P256 || P256Points.isScalar(scalar));
  }

  /** The public point of a private key. Rare, so done in Java, the same under every provider. */
  public byte[] point(byte[] scalar) {
    return switch (this) {
      case P256 -> P256Points.point(scalar);
      case ED25519 -> ed25519(scalar);
      case X25519 -> X25519Points.point(scalar);
    };
  }

  private static byte[] ed25519(byte[] seed) {
    byte[] point = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(seed, 0, point, 0);
    return point;
  }

  private void check(byte[] point) throws InvalidKeyException {
    boolean good =
        switch (this) {
          case P256 -> P256Points.isPoint(point);
          case ED25519 -> Ed25519.validatePublicKeyPartial(point, 0);
          case X25519 -> X25519Points.isPoint(point);
        };
    if (!good) throw new InvalidKeyException("not a sound point of the curve");
  }

  private KeyFactory factory() throws GeneralSecurityException {
    return KeyFactory.getInstance(keyFactory, Providers.of(this));
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
