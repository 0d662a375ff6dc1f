package openset.iso8583.secure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/** A private key with its chain of certificates, as banks keep them: PKCS#12 or PEM. */
public final class TlsIdentity {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";
  private static final char[] NONE = new char[0];

  private final KeyStore store;
  private final char[] password;

  private TlsIdentity(KeyStore store, char[] password) {
    this.store = store;
    this.password = password;
  }

  /**
   * The only key of a PKCS#12 file (RFC 7292).
   *
   * @throws GeneralSecurityException where it is none, its password is another, or it has no key
   */
  public static TlsIdentity pkcs12(byte[] file, char[] password) throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(new ByteArrayInputStream(file), password);
    } catch (IOException e) {
      throw new GeneralSecurityException("not a PKCS#12 file of this password", e);
    }
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) return new TlsIdentity(store, password.clone());
    }
    throw new GeneralSecurityException("no private key in the PKCS#12 file");
  }

  /**
   * A key (PKCS#8, not encrypted) and its chain, own certificate first (RFC 7468).
   *
   * @throws GeneralSecurityException where the text holds no such key or no certificate
   */
  public static TlsIdentity pem(String key, String chain) throws GeneralSecurityException {
    List<X509Certificate> certificates = certificates(chain);
    if (certificates.isEmpty()) throw new GeneralSecurityException("no certificate in the PEM");
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(null, null);
    } catch (IOException e) {
      throw new GeneralSecurityException("an empty key store cannot be made", e);
    }
    store.setKeyEntry("own", privateKey(key), NONE, certificates.toArray(new Certificate[0]));
    return new TlsIdentity(store, NONE);
  }

  /** The certificates of a PEM text, in their order. */
  public static List<X509Certificate> certificates(String pem) throws GeneralSecurityException {
    byte[] octets = pem.getBytes(StandardCharsets.US_ASCII);
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(octets))
        .stream()
        .map(X509Certificate.class::cast)
        .toList();
  }

  private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
    int begin = pem.indexOf(BEGIN);
    int end = pem.indexOf(END);
    if (begin < 0 || end < begin) throw new GeneralSecurityException("no private key in the PEM");
    byte[] der;
    try {
      der = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("the private key is not base64");
    }
    for (String algorithm : List.of("EC", "RSA", "EdDSA")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
      } catch (InvalidKeySpecException e) {
        continue;
      }
    }
    throw new GeneralSecurityException("a private key of no known kind");
  }

  KeyStore store() {
    return store;
  }

  char[] password() {
    return password;
  }
}
