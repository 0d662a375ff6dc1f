package openset.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.KeyAgreement;
import org.bouncycastle.crypto.agreement.kdf.ConcatenationKDFGenerator;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.RFC3394WrapEngine;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.generators.KDF2BytesGenerator;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Another library understands all we make, and we understand all it makes. */
class BouncyCastleInteropTest {
  private static final Provider BOUNCY = new BouncyCastleProvider();
  private static final byte[] MESSAGE = "order 81".getBytes(StandardCharsets.UTF_8);
  private static final int ROUNDS = 25;

  @ParameterizedTest
  @EnumSource
  void signaturesBothWays(SignatureAlgorithm algorithm) throws Exception {
    for (int i = 0; i < ROUNDS; i++) {
      SigningKeyPair own = SigningKeyPair.generate(algorithm);
      Signature verifier = Signature.getInstance(signature(algorithm), BOUNCY);
      verifier.initVerify(read(family(algorithm), own.publicKey().spki()));
      verifier.update(MESSAGE);
      assertThat(verifier.verify(own.signer().sign(MESSAGE))).isTrue();

      KeyPair other = generator(family(algorithm)).generateKeyPair();
      Signature signer = Signature.getInstance(signature(algorithm), BOUNCY);
      signer.initSign(other.getPrivate());
      signer.update(MESSAGE);
      SigningPublicKey key = SigningPublicKey.of(other.getPublic().getEncoded());
      assertThat(key.verify(MESSAGE, signer.sign())).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void agreementsBothWays(AgreementAlgorithm algorithm) throws Exception {
    boolean p256 = algorithm == AgreementAlgorithm.ECDH_P256;
    for (int i = 0; i < ROUNDS; i++) {
      AgreementKeyPair own = AgreementKeyPair.generate(algorithm);
      KeyPair other = generator(p256 ? "EC" : "X25519").generateKeyPair();
      KeyAgreement agreement = KeyAgreement.getInstance(p256 ? "ECDH" : "X25519", BOUNCY);
      agreement.init(other.getPrivate());
      agreement.doPhase(read(p256 ? "EC" : "X25519", own.publicKey().spki()), true);
      assertThat(own.agreement().agree(other.getPublic().getEncoded()))
          .isEqualTo(SecretBytes.of(agreement.generateSecret()));

      Encapsulation sent = AgreementPublicKey.of(other.getPublic().getEncoded()).encapsulate();
      agreement.init(other.getPrivate());
      agreement.doPhase(read(p256 ? "EC" : "X25519", sent.ephemeralSpki()), true);
      assertThat(sent.shared()).isEqualTo(SecretBytes.of(agreement.generateSecret()));
    }
  }

  @RepeatedTest(20)
  void sealingWrappingAndDeriving() throws Exception {
    byte[] key = Randomness.secure().bytes(32);
    byte[] nonce = Randomness.secure().bytes(12);
    byte[] data = Randomness.secure().bytes(77);
    SecretBytes secret = SecretBytes.of(key);

    GCMBlockCipher gcm = (GCMBlockCipher) GCMBlockCipher.newInstance(AESEngine.newInstance());
    gcm.init(true, new AEADParameters(new KeyParameter(key), 128, nonce, MESSAGE));
    byte[] sealed = new byte[data.length + 16];
    gcm.doFinal(sealed, gcm.processBytes(data, 0, data.length, sealed, 0));
    assertThat(AesGcm.seal(secret, nonce, MESSAGE, data)).isEqualTo(sealed);

    RFC3394WrapEngine wrap = new RFC3394WrapEngine(AESEngine.newInstance());
    wrap.init(true, new KeyParameter(key));
    assertThat(AesKeyWrap.wrap(secret, SecretBytes.of(key))).isEqualTo(wrap.wrap(key, 0, 32));

    byte[] derived = new byte[100];
    HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
    hkdf.init(new HKDFParameters(key, nonce, MESSAGE));
    hkdf.generateBytes(derived, 0, derived.length);
    assertThat(Hkdf.sha256(secret, nonce, MESSAGE, 100)).isEqualTo(SecretBytes.of(derived));

    KDF2BytesGenerator x963 = new KDF2BytesGenerator(new SHA256Digest());
    x963.init(new KDFParameters(key, MESSAGE));
    x963.generateBytes(derived, 0, derived.length);
    assertThat(X963Kdf.sha256(secret, MESSAGE, 100)).isEqualTo(SecretBytes.of(derived));

    ConcatenationKDFGenerator other = new ConcatenationKDFGenerator(new SHA256Digest());
    other.init(new KDFParameters(key, MESSAGE));
    other.generateBytes(derived, 0, derived.length);
    assertThat(X963Kdf.sha256(secret, MESSAGE, 100)).isNotEqualTo(SecretBytes.of(derived));
  }

  private static String signature(SignatureAlgorithm algorithm) {
    return algorithm == SignatureAlgorithm.ED25519 ? "Ed25519" : "SHA256withECDSA";
  }

  private static String family(SignatureAlgorithm algorithm) {
    return algorithm == SignatureAlgorithm.ED25519 ? "Ed25519" : "EC";
  }

  private static KeyPairGenerator generator(String family) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(family, BOUNCY);
    if (family.equals("EC")) generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator;
  }

  private static PublicKey read(String family, byte[] spki) throws Exception {
    return KeyFactory.getInstance(family, BOUNCY).generatePublic(new X509EncodedKeySpec(spki));
  }
}
