package openset.crypto.keystore;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.SecretKeyEntry;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import openset.asn1.Asn1;
import openset.asn1.Der;
import openset.asn1.Field;
import openset.asn1.Limits;
import openset.asn1.ObjectIdentifier;
import openset.asn1.Sequence;
import openset.asn1.Tagged;
import openset.crypto.provider.Curve;
import openset.crypto.provider.Providers;

/**
 * The entries of one PKCS#12 file (RFC 7292). Everything lies under AES-256 with PBKDF2 and
 * HMAC-SHA256 (PBES2, RFC 8018), and the whole under a MAC.
 */
public final class Pkcs12 {
  /** How often a guess at the passphrase must be hashed. */
  private static final int ITERATIONS = 100_000;

  private static final String PBES2 = "PBEWithHmacSHA256AndAES_256";
  private static final ObjectIdentifier PBES2_OID = ObjectIdentifier.of("1.2.840.113549.1.5.13");
  private static final int SALT_OCTETS = 20;
  private static final int BLOCK_OCTETS = 16;

  static {
    // The JDK's only way to say how it protects certificates and the whole.
    System.setProperty("keystore.pkcs12.macIterationCount", Integer.toString(ITERATIONS));
    System.setProperty("keystore.pkcs12.certPbeIterationCount", Integer.toString(ITERATIONS));
  }

  private final KeyStore store;
  private final char[] passphrase;

  /**
   * Keys that were opened or put, by alias: each look at an entry hashes the passphrase anew, which
   * takes long by design. They are no safer outside: the passphrase is held as long.
   */
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private Pkcs12(KeyStore store, char[] passphrase) {
    this.store = store;
    this.passphrase = passphrase;
  }

  /**
   * A private key of the file.
   *
   * @param curve its curve
   * @param scalar its 32 octets
   */
  public record PrivateEntry(Curve curve, byte[] scalar) {
    /** Names the curve only. */
    @Override
    public String toString() {
      return "PrivateEntry[" + curve + "]";
    }
  }

  /**
   * A key in the clear.
   *
   * @param curve of a private key; empty of a secret one
   * @param octets the scalar or the secret, never given away but as a copy
   * @param sealed the private key as it was encrypted here, so that its certificates may come later
   *     without another hash
   */
  private record Known(Optional<Curve> curve, byte[] octets, Optional<byte[]> sealed) {
    boolean is(PrivateEntry entry) {
      return curve.equals(Optional.of(entry.curve()))
          && MessageDigest.isEqual(octets, entry.scalar());
    }

    /** Tells whether it is private only. */
    @Override
    public String toString() {
      return "Known[" + curve + "]";
    }
  }

  /**
   * <pre>
   * EncryptedPrivateKeyInfo ::= SEQUENCE {
   *   encryptionAlgorithm AlgorithmIdentifier, encryptedData OCTET STRING }
   * </pre>
   *
   * (RFC 5208 6)
   */
  private record Encrypted(Pbes2 algorithm, Der data) {
    static final Tagged<Encrypted> TYPE =
        Sequence.sequence(
            "EncryptedPrivateKeyInfo",
            Field.field("encryptionAlgorithm", Pbes2.TYPE, Encrypted::algorithm),
            Field.field("encryptedData", Asn1.OCTET_STRING, Encrypted::data),
            Encrypted::new);
  }

  /**
   * <pre>
   * AlgorithmIdentifier ::= SEQUENCE { algorithm id-PBES2, parameters PBES2-params }
   * </pre>
   *
   * (RFC 8018 A.4)
   */
  private record Pbes2(ObjectIdentifier algorithm, Der parameters) {
    static final Tagged<Pbes2> TYPE =
        Sequence.sequence(
            "AlgorithmIdentifier",
            Field.field("algorithm", Asn1.OBJECT_IDENTIFIER, Pbes2::algorithm),
            Field.field("parameters", Asn1.ANY, Pbes2::parameters),
            Pbes2::new);
  }

  /**
   * <pre>
   * PFX ::= SEQUENCE { version INTEGER {v3(3)}, authSafe ContentInfo, macData MacData }
   * </pre>
   *
   * (RFC 7292 4, where the MAC is optional: the JDK would not miss it)
   */
  private record Pfx(int version, Der authSafe, Der macData) {
    static final Tagged<Pfx> TYPE =
        Sequence.sequence(
            "PFX",
            Field.field("version", Asn1.integer(3, 3), Pfx::version),
            Field.field("authSafe", Asn1.ANY, Pfx::authSafe),
            Field.field("macData", Asn1.ANY, Pfx::macData),
            Pfx::new);
  }

  /** A file without entries. */
  public static Pkcs12 empty(char[] passphrase) {
    KeyStore store = Providers.pkcs12();
    try {
      store.load(null, passphrase);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("PKCS#12 does not start", e);
    }
    return new Pkcs12(store, passphrase);
  }

  /**
   * The entries in {@code octets}.
   *
   * @throws openset.asn1.Asn1Exception where they are no PKCS#12 file with a MAC
   * @throws IOException where they cannot be read; its cause is an {@link
   *     java.security.UnrecoverableKeyException} where the passphrase is wrong
   */
  public static Pkcs12 of(byte[] octets, char[] passphrase)
      throws IOException, GeneralSecurityException {
    Pfx.TYPE.decode(octets, Limits.OWN);
    KeyStore store = Providers.pkcs12();
    store.load(new ByteArrayInputStream(octets), passphrase);
    return new Pkcs12(store, passphrase);
  }

  /** The whole file. */
  public byte[] octets() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      store.store(out, passphrase);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("PKCS#12 does not store", e);
    }
    return out.toByteArray();
  }

  /** The names of all entries. */
  public List<String> aliases() {
    try {
      return Collections.list(store.aliases());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key store is not loaded", e);
    }
  }

  /**
   * Puts a private key with its certificates, of which there may be none.
   *
   * @throws GeneralSecurityException where the certificates are no chain
   */
  public void put(String alias, PrivateEntry entry, List<byte[]> chain)
      throws GeneralSecurityException {
    Certificate[] certificates = new Certificate[chain.size()];
    for (int i = 0; i < certificates.length; i++) {
      certificates[i] = Providers.certificate(chain.get(i));
    }
    byte[] sealed = sealed(alias, entry);
    // Unlike a key in the clear, an encrypted one may be put before it has a certificate.
    store.setKeyEntry(alias, sealed, certificates.length == 0 ? null : certificates);
    byte[] scalar = entry.scalar().clone();
    known.put(alias, new Known(Optional.of(entry.curve()), scalar, Optional.of(sealed)));
  }

  private byte[] sealed(String alias, PrivateEntry entry) throws GeneralSecurityException {
    Known before = known.get(alias);
    if (before != null && before.is(entry) && before.sealed().isPresent()) {
      return before.sealed().get();
    }
    byte[] pkcs8 = entry.curve().pkcs8(entry.scalar());
    try {
      return encrypted(pkcs8);
    } finally {
      Arrays.fill(pkcs8, (byte) 0);
    }
  }

  /** Puts a secret key. */
  public void put(String alias, byte[] secret) throws GeneralSecurityException {
    SecretKeyEntry entry = new SecretKeyEntry(new SecretKeySpec(secret, "AES"));
    store.setEntry(alias, entry, new PasswordProtection(passphrase, PBES2, parameters()));
    known.put(alias, new Known(Optional.empty(), secret.clone(), Optional.empty()));
  }

  /**
   * The private key called {@code alias}, if there is one.
   *
   * @throws GeneralSecurityException where the entry is of another kind or curve, or damaged
   */
  public Optional<PrivateEntry> privateKey(String alias) throws GeneralSecurityException {
    Optional<Known> key = known(alias);
    if (key.isEmpty()) return Optional.empty();
    Curve curve =
        key.get().curve().orElseThrow(() -> new InvalidKeyException("a secret key"));
    return Optional.of(new PrivateEntry(curve, key.get().octets().clone()));
  }

  private Optional<Known> known(String alias) throws GeneralSecurityException {
    Known before = known.get(alias);
    if (before != null) return Optional.of(before);
    Key key = store.getKey(alias, passphrase);
    if (key == null) return Optional.empty();
    Known found = known(key);
    known.put(alias, found);
    return Optional.of(found);
  }

  private static Known known(Key key) throws InvalidKeyException {
    if (key instanceof SecretKey) {
      return new Known(Optional.empty(), key.getEncoded(), Optional.empty());
    }
    for (Curve curve : Curve.values()) {
      Optional<byte[]> scalar = curve.scalar(key);
      if (scalar.isPresent()) {
        return new Known(Optional.of(curve), scalar.get(), Optional.empty());
      }
    }
    throw new InvalidKeyException("no private key on a curve we know");
  }

  /**
   * The secret key called {@code alias}, if there is one.
   *
   * @throws GeneralSecurityException where the entry is of another kind, or damaged
   */
  public Optional<byte[]> secret(String alias) throws GeneralSecurityException {
    Optional<Known> key = known(alias);
    if (key.isPresent() && key.get().curve().isPresent()) {
      throw new InvalidKeyException("no secret key");
    }
    return key.map(one -> one.octets().clone());
  }

  /**
   * The octets of the key called {@code alias}, if there is one: a secret one's, or a private one's
   * scalar.
   *
   * @throws GeneralSecurityException where it is of another kind or curve, or damaged
   */
  public Optional<byte[]> material(String alias) throws GeneralSecurityException {
    return known(alias).map(one -> one.octets().clone());
  }

  /** The certificates of the private key called {@code alias}, leaf first. */
  public List<byte[]> chain(String alias) throws GeneralSecurityException {
    Certificate[] certificates = store.getCertificateChain(alias);
    List<byte[]> chain = new ArrayList<>();
    if (certificates == null) return chain;
    for (Certificate certificate : certificates) chain.add(certificate.getEncoded());
    return chain;
  }

  /** The {@code SubjectPublicKeyInfo} that a DER certificate certifies. */
  public static byte[] certifiedKey(byte[] certificate) throws GeneralSecurityException {
    return Providers.certificate(certificate).getPublicKey().getEncoded();
  }

  /** Removes an entry. */
  public void remove(String alias) throws GeneralSecurityException {
    store.deleteEntry(alias);
    known.remove(alias);
  }

  private byte[] encrypted(byte[] pkcs8) throws GeneralSecurityException {
    Cipher cipher = Providers.cipher(PBES2);
    SecretKey key = Providers.passphraseKey(PBES2, new PBEKeySpec(passphrase));
    cipher.init(Cipher.ENCRYPT_MODE, key, parameters(), Providers.random());
    byte[] data = cipher.doFinal(pkcs8);
    try {
      Der parameters = Der.of(cipher.getParameters().getEncoded());
      return Encrypted.TYPE.encode(new Encrypted(new Pbes2(PBES2_OID, parameters), Der.of(data)));
    } catch (IOException e) {
      throw new IllegalStateException("parameters without DER", e);
    }
  }

  private static AlgorithmParameterSpec parameters() {
    byte[] salt = new byte[SALT_OCTETS];
    byte[] iv = new byte[BLOCK_OCTETS];
    Providers.random().nextBytes(salt);
    Providers.random().nextBytes(iv);
    return new PBEParameterSpec(salt, ITERATIONS, new IvParameterSpec(iv));
  }
}
