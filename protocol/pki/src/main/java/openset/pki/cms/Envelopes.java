package openset.pki.cms;

import java.util.Arrays;
import openset.asn1.Der;
import openset.crypto.AesGcm;
import openset.crypto.AesKeyWrap;
import openset.crypto.Agreement;
import openset.crypto.AgreementAlgorithm;
import openset.crypto.AgreementPublicKey;
import openset.crypto.BadKey;
import openset.crypto.Encapsulation;
import openset.crypto.Hkdf;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.Unauthentic;
import openset.crypto.X963Kdf;

/**
 * Seals octets into an AuthEnvelopedData and opens it: AES-256-GCM under a fresh key (RFC 5084),
 * wrapped for one recipient after a key agreement (RFC 5753, RFC 8418) or under a shared key.
 */
public final class Envelopes {
  private static final int KEY_OCTETS = 32;
  private static final byte[] NO_AAD = {};
  private static final byte[] NO_SALT = {};
  private static final Der NO_KEY_ID = Der.of(new byte[0]);

  /**
   * ECC-CMS-SharedInfo of every envelope (RFC 5753 7.2): AES-256 key wrap, no user keying material,
   * a key of 256 bits.
   */
  private static final byte[] SHARED_INFO =
      Der.ofHex("3015300b060960864801650304012da206040400000100").bytes();

  private Envelopes() {}

  /** {@code plain} sealed to the holder of {@code key} and of the certificate {@code rid}. */
  public static AuthEnvelopedData sealTo(
      IssuerAndSerialNumber rid, AgreementPublicKey key, byte[] plain, Randomness randomness) {
    Encapsulation fresh = key.encapsulate();
    SecretBytes content = SecretBytes.random(KEY_OCTETS, randomness);
    byte[] wrapped = AesKeyWrap.wrap(wrappingKey(key.algorithm(), fresh.shared()), content);
    RecipientInfo recipient =
        new KeyAgreeRecipientInfo(
            OriginatorPublicKey.of(fresh.ephemeralSpki()),
            Algorithm.of(key.algorithm()),
            new KeyAgreeRecipientInfo.RecipientEncryptedKey(rid, Der.of(wrapped)));
    return seal(recipient, content, plain, randomness);
  }

  /** {@code plain} sealed under {@code key}, 32 octets that the recipient holds already. */
  public static AuthEnvelopedData sealUnder(
      SecretBytes key, byte[] plain, Randomness randomness) {
    SecretBytes content = SecretBytes.random(KEY_OCTETS, randomness);
    byte[] wrapped = AesKeyWrap.wrap(key, content);
    RecipientInfo recipient =
        new KekRecipientInfo(NO_KEY_ID, Algorithm.AES256_WRAP, Der.of(wrapped));
    return seal(recipient, content, plain, randomness);
  }

  /**
   * The octets sealed to {@code agreement}'s key by way of the certificate {@code own}.
   *
   * @throws UnknownAlgorithm where the envelope names an algorithm that is none of ours
   * @throws Unauthentic where it is for another, or was changed; which, is not told
   */
  public static byte[] open(
      AuthEnvelopedData sealed, Agreement agreement, IssuerAndSerialNumber own)
      throws UnknownAlgorithm, Unauthentic {
    byte[] nonce = nonce(sealed);
    if (!(sealed.recipient() instanceof KeyAgreeRecipientInfo kari)) throw new Unauthentic();
    Algorithm algorithm = kari.keyEncryptionAlgorithm();
    boolean known =
        algorithm.equals(Algorithm.ECDH_SHA256KDF) || algorithm.equals(Algorithm.ECDH_HKDF_SHA256);
    if (!known) throw new UnknownAlgorithm("KeyAgreeRecipientInfo");
    boolean ours = algorithm.equals(Algorithm.of(agreement.algorithm()));
    if (!ours || !kari.recipient().rid().equals(own)) throw new Unauthentic();
    try {
      SecretBytes shared = agreement.agree(kari.originatorKey().spki());
      return open(sealed, nonce, wrappingKey(agreement.algorithm(), shared));
    } catch (BadKey e) {
      throw new Unauthentic();
    }
  }

  /**
   * The octets sealed under {@code key}.
   *
   * @throws UnknownAlgorithm where the envelope names an algorithm that is none of ours
   * @throws Unauthentic where it is under another key, or was changed; which, is not told
   */
  public static byte[] openUnder(AuthEnvelopedData sealed, SecretBytes key)
      throws UnknownAlgorithm, Unauthentic {
    byte[] nonce = nonce(sealed);
    if (!(sealed.recipient() instanceof KekRecipientInfo kek)) throw new Unauthentic();
    if (!kek.keyEncryptionAlgorithm().equals(Algorithm.AES256_WRAP)) {
      throw new UnknownAlgorithm("KEKRecipientInfo");
    }
    if (!kek.keyIdentifier().equals(NO_KEY_ID)) throw new Unauthentic();
    return open(sealed, nonce, key);
  }

  private static SecretBytes wrappingKey(AgreementAlgorithm algorithm, SecretBytes shared) {
    return switch (algorithm) {
      case ECDH_P256 -> X963Kdf.sha256(shared, SHARED_INFO, KEY_OCTETS);
      case X25519 -> Hkdf.sha256(shared, NO_SALT, SHARED_INFO, KEY_OCTETS);
    };
  }

  private static AuthEnvelopedData seal(
      RecipientInfo recipient, SecretBytes key, byte[] plain, Randomness randomness) {
    byte[] nonce = randomness.bytes(GcmParameters.NONCE_OCTETS);
    byte[] sealed = AesGcm.seal(key, nonce, NO_AAD, plain);
    int end = sealed.length - GcmParameters.TAG_OCTETS;
    return new AuthEnvelopedData(
        recipient,
        new AuthEnvelopedData.EncryptedContent(
            GcmParameters.algorithm(nonce), Der.of(Arrays.copyOf(sealed, end))),
        Der.of(Arrays.copyOfRange(sealed, end, sealed.length)));
  }

  private static byte[] open(AuthEnvelopedData sealed, byte[] nonce, SecretBytes wrappingKey)
      throws Unauthentic {
    byte[] wrapped = sealed.recipient().encryptedKey().bytes();
    if (wrapped.length != KEY_OCTETS + 8) throw new Unauthentic();
    SecretBytes key = AesKeyWrap.unwrap(wrappingKey, wrapped);
    byte[] octets = sealed.encrypted().octets().bytes();
    byte[] withTag = Arrays.copyOf(octets, octets.length + GcmParameters.TAG_OCTETS);
    byte[] tag = sealed.mac().bytes();
    System.arraycopy(tag, 0, withTag, octets.length, tag.length);
    return AesGcm.open(key, nonce, NO_AAD, withTag);
  }

  private static byte[] nonce(AuthEnvelopedData sealed) throws UnknownAlgorithm {
    return GcmParameters.nonce(sealed.encrypted().algorithm())
        .orElseThrow(() -> new UnknownAlgorithm("EncryptedContentInfo"));
  }
}
