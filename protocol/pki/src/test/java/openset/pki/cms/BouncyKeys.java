package openset.pki.cms;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Date;
import openset.asn1.Der;
import openset.crypto.Suite;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys and certificates of the oracle: Bouncy Castle's own, with none of our code. */
final class BouncyKeys {
  static final BouncyCastleProvider BC = new BouncyCastleProvider();

  private BouncyKeys() {}

  static String signatureName(Suite suite) {
    return suite.equals(Suite.CLASSICAL) ? "SHA256withECDSA" : "Ed25519";
  }

  static KeyPair signing(Suite suite) {
    return suite.equals(Suite.CLASSICAL) ? generate("EC", 256) : generate("Ed25519", 0);
  }

  static KeyPair agreement(Suite suite) {
    return suite.equals(Suite.CLASSICAL) ? generate("EC", 256) : generate("X25519", 0);
  }

  private static KeyPair generate(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, BC);
      if (bits > 0) generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static ContentSigner signer(Suite suite, KeyPair keys) {
    try {
      return new JcaContentSignerBuilder(signatureName(suite))
          .setProvider(BC)
          .build(keys.getPrivate());
    } catch (OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }

  /** A certificate for {@code key}, signed by some key of {@code suite}. */
  static X509CertificateHolder certificate(Suite suite, PublicKey key) {
    return certificate(SubjectPublicKeyInfo.getInstance(key.getEncoded()), suite, signing(suite));
  }

  static X509CertificateHolder certificate(SubjectPublicKeyInfo key, Suite suite, KeyPair issuer) {
    Instant now = Instant.now();
    return new X509v3CertificateBuilder(
            new X500Name("C=SE,O=Aurora,CN=oracle"),
            BigInteger.valueOf(4711),
            Date.from(now.minusSeconds(60)),
            Date.from(now.plusSeconds(86_400)),
            new X500Name("C=SE,O=Aurora,CN=oracle"),
            key)
        .build(signer(suite, issuer));
  }

  static IssuerAndSerialNumber id(X509CertificateHolder certificate) {
    try {
      return new IssuerAndSerialNumber(
          Der.of(certificate.getIssuer().getEncoded("DER")), certificate.getSerialNumber());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
