package openset.crypto.provider;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.conscrypt.Conscrypt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which provider does which algorithm, decided once when this class is loaded. Providers are held
 * as objects and never registered with {@link Security}, so that no other library's order of
 * providers changes ours.
 *
 * <p>The system property {@code openset.crypto} says how: {@code native} takes the native libraries
 * for curves or fails, {@code fallback} takes Bouncy Castle, nothing takes the native libraries if
 * they load.
 */
public final class Providers {
  private static final Logger LOG = LoggerFactory.getLogger(Providers.class);
  private static final String PROPERTY = "openset.crypto";
  private static final String CORRETTO =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

  private static final Provider SUN = jdk("SUN");
  private static final Provider SUN_JCE = jdk("SunJCE");
  private static final Map<Curve, Provider> CURVES = curves(System.getProperty(PROPERTY, ""));

  /** The JDK's generator; the pure Java one of Bouncy Castle is thirty times slower. */
  private static final SecureRandom RANDOM = new SecureRandom();

  private Providers() {}

  /**
   * One algorithm and who does it.
   *
   * @param algorithm the algorithm as people name it
   * @param provider the provider's name
   * @param version the provider's version
   */
  public record Bound(String algorithm, String provider, String version) {
    private static Bound of(String algorithm, Provider provider) {
      return new Bound(algorithm, provider.getName(), provider.getVersionStr());
    }
  }

  /** Every algorithm of the project with the provider bound to it. */
  public static List<Bound> report() {
    return Stream.concat(
            Stream.of(Curve.values()).map(curve -> Bound.of(curve.title(), of(curve))),
            Stream.of(
                Bound.of("SHA-256, SHA-512", SUN),
                Bound.of("HMAC, HKDF and X9.63 with SHA-256", SUN_JCE),
                Bound.of("HMAC with SHA-1 for one-time passwords", SUN_JCE),
                Bound.of("AES-256-GCM, AES-256-KW", SUN_JCE),
                Bound.of("AES-CMAC", new BouncyCastleProvider()),
                Bound.of("PKCS#12", SUN),
                Bound.of("randomness " + RANDOM.getAlgorithm(), RANDOM.getProvider())))
        .toList();
  }

  /** The provider of everything on {@code curve}. */
  static Provider of(Curve curve) {
    return CURVES.get(curve);
  }

  /** The source of randomness for keys, signatures and nonces; safe for many threads. */
  public static SecureRandom random() {
    return RANDOM;
  }

  /** A new digest of the JDK. */
  public static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm, SUN);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no " + algorithm, e);
    }
  }

  /** A new MAC of the JDK. */
  public static Mac mac(String algorithm) {
    try {
      return Mac.getInstance(algorithm, SUN_JCE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no " + algorithm, e);
    }
  }

  /** A new cipher of the JDK. */
  public static Cipher cipher(String transformation) {
    try {
      return Cipher.getInstance(transformation, SUN_JCE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no " + transformation, e);
    }
  }

  /** A new PKCS#12 key store of the JDK, not loaded yet. */
  public static KeyStore pkcs12() {
    try {
      return KeyStore.getInstance("PKCS12", SUN);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no PKCS#12", e);
    }
  }

  /** A DER certificate as the JDK reads it, for its key stores only. */
  public static Certificate certificate(byte[] der) throws CertificateException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509", SUN);
    return factory.generateCertificate(new ByteArrayInputStream(der));
  }

  /** The key that a passphrase stands for. */
  public static SecretKey passphraseKey(String algorithm, PBEKeySpec passphrase) {
    try {
      return SecretKeyFactory.getInstance(algorithm, SUN_JCE).generateSecret(passphrase);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK makes no key of a passphrase", e);
    } finally {
      passphrase.clearPassword();
    }
  }

  private static Map<Curve, Provider> curves(String wanted) {
    if (wanted.equals("fallback")) return fallback();
    if (!wanted.isEmpty() && !wanted.equals("native")) {
      throw new IllegalStateException(PROPERTY + " is neither native nor fallback: " + wanted);
    }
    try {
      Provider corretto = corretto();
      Provider conscrypt = Conscrypt.newProvider();
      return Map.of(Curve.P256, corretto, Curve.ED25519, corretto, Curve.X25519, conscrypt);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      if (wanted.equals("native")) {
        throw new IllegalStateException("the native cryptographic libraries do not load", e);
      }
      LOG.warn("native cryptographic libraries do not load, curves run on Bouncy Castle", e);
      return fallback();
    }
  }

  private static Map<Curve, Provider> fallback() {
    Provider bouncy = new BouncyCastleProvider();
    return Map.of(Curve.P256, bouncy, Curve.ED25519, bouncy, Curve.X25519, bouncy);
  }

  private static Provider corretto() throws ReflectiveOperationException {
    // Read when the class loads; without it there is no Ed25519 key factory.
    System.setProperty("com.amazon.corretto.crypto.provider.registerEdKeyFactory", "true");
    Class<?> type = Class.forName(CORRETTO);
    Object instance = type.getField("INSTANCE").get(null);
    type.getMethod("assertHealthy").invoke(instance);
    return (Provider) instance;
  }

  private static Provider jdk(String name) {
    Provider provider = Security.getProvider(name);
    if (provider == null) throw new IllegalStateException("this JDK has no provider " + name);
    return provider;
  }
}
