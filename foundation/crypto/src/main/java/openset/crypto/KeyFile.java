package openset.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.UnrecoverableKeyException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import openset.asn1.Asn1Exception;
import openset.crypto.keystore.OwnerOnlyFile;
import openset.crypto.keystore.Pkcs12;
import openset.crypto.provider.Curve;

/**
 * A party's keys in a PKCS#12 file (RFC 7292) that only its owner may read: private keys with their
 * certificate chains, and secret keys, each under an alias of lower case letters, digits, dots and
 * hyphens. For one thread. Changes are in memory until {@link #save}.
 */
public final class KeyFile {
  private static final Pattern ALIAS = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

  private final Path path;
  private final Pkcs12 entries;

  private KeyFile(Path path, Pkcs12 entries) {
    this.path = path;
    this.entries = entries;
  }

  /** Why a key file is not used. */
  public enum Reason {
    /** There is a file already where one should be made. */
    EXISTS,
    /** There is no file. */
    MISSING,
    /** Others than its owner may do something with it, or nobody can tell. */
    EXPOSED,
    /** The passphrase is not the file's, or someone without it changed the file. */
    WRONG_PASSPHRASE,
    /** It is no PKCS#12 file with a MAC. */
    MALFORMED,
    /** There is no entry under the alias. */
    NO_ENTRY,
    /** The entry is not a key of the kind asked for, or does not fit its certificate. */
    WRONG_KEY
  }

  /** A key file, or an entry of one, that is not used. Names path and alias, never a secret. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    Unusable(Reason reason, String message) {
      super(message, null, false, false);
      this.reason = reason;
    }

    /** Which rule is broken. */
    public Reason reason() {
      return reason;
    }
  }

  /**
   * A new, empty key file, written at once with permissions 0600.
   *
   * @throws Unusable where there is a file already
   */
  public static KeyFile create(Path path, Passphrase passphrase) throws Unusable, IOException {
    if (Files.exists(path)) throw new Unusable(Reason.EXISTS, path + " exists already");
    OwnerOnlyFile.create(path);
    KeyFile file = new KeyFile(path, Pkcs12.empty(passphrase.characters()));
    file.save();
    return file;
  }

  /**
   * The key file at {@code path}, its integrity checked.
   *
   * @throws Unusable where it is missing, open to others, of another passphrase or no key file
   */
  public static KeyFile load(Path path, Passphrase passphrase) throws Unusable, IOException {
    if (!Files.exists(path)) throw new Unusable(Reason.MISSING, path + " does not exist");
    if (!OwnerOnlyFile.isPrivate(path)) {
      throw new Unusable(Reason.EXPOSED, path + " is open to others than its owner: chmod 600");
    }
    byte[] octets = Files.readAllBytes(path);
    try {
      return new KeyFile(path, Pkcs12.of(octets, passphrase.characters()));
    } catch (IOException e) {
      if (!(e.getCause() instanceof UnrecoverableKeyException)) throw malformed(path);
      throw new Unusable(Reason.WRONG_PASSPHRASE, "wrong passphrase for " + path);
    } catch (GeneralSecurityException | Asn1Exception e) {
      throw malformed(path);
    }
  }

  /** Writes the file anew with permissions 0600: whole, or not at all. */
  public void save() throws IOException {
    OwnerOnlyFile.replace(path, entries.octets());
  }

  /** Where the file lies. */
  public Path path() {
    return path;
  }

  /** All aliases in order. */
  public SortedSet<String> aliases() {
    return new TreeSet<>(entries.aliases());
  }

  /**
   * Puts or replaces a key pair that signs.
   *
   * @param chain its certificates, leaf first; none while it has none yet
   * @throws IllegalArgumentException where the certificates are no chain, or not this key's
   */
  public void put(String alias, SigningKeyPair pair, List<byte[]> chain) {
    put(alias, pair.algorithm().curve(), pair.scalar(), chain);
  }

  /**
   * Puts or replaces a key pair that agrees.
   *
   * @param chain its certificates, leaf first; none while it has none yet
   * @throws IllegalArgumentException where the certificates are no chain, or not this key's
   */
  public void put(String alias, AgreementKeyPair pair, List<byte[]> chain) {
    put(alias, pair.algorithm().curve(), pair.scalar(), chain);
  }

  /** Puts or replaces a secret key, such as a {@link Vault}'s. */
  public void put(String alias, SecretBytes secret) {
    try {
      entries.put(checked(alias), secret.octets());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("PKCS#12 takes no secret key", e);
    }
  }

  /** Removes an entry, if there is one. */
  public void remove(String alias) {
    try {
      entries.remove(checked(alias));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("PKCS#12 removes no entry", e);
    }
  }

  /**
   * The key pair that signs under {@code alias}.
   *
   * @throws Unusable where there is none, or it is another kind of key
   */
  public SigningKeyPair signing(String alias) throws Unusable {
    Pkcs12.PrivateEntry entry = privateKey(alias);
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      if (algorithm.curve() != entry.curve()) continue;
      try {
        SigningKeyPair pair = SigningKeyPair.of(algorithm, SecretBytes.owned(entry.scalar()));
        checkCertified(alias, pair.publicKey().spki());
        return pair;
      } catch (BadKey e) {
        throw wrong(alias, e.getMessage());
      }
    }
    throw wrong(alias, "a key that does not sign");
  }

  /**
   * The key pair that agrees under {@code alias}.
   *
   * @throws Unusable where there is none, or it is another kind of key
   */
  public AgreementKeyPair agreement(String alias) throws Unusable {
    Pkcs12.PrivateEntry entry = privateKey(alias);
    for (AgreementAlgorithm algorithm : AgreementAlgorithm.values()) {
      if (algorithm.curve() != entry.curve()) continue;
      try {
        AgreementKeyPair pair = AgreementKeyPair.of(algorithm, SecretBytes.owned(entry.scalar()));
        checkCertified(alias, pair.publicKey().spki());
        return pair;
      } catch (BadKey e) {
        throw wrong(alias, e.getMessage());
      }
    }
    throw wrong(alias, "a key that does not agree");
  }

  /**
   * The secret key under {@code alias}.
   *
   * @throws Unusable where there is none, or it is another kind of key
   */
  public SecretBytes secret(String alias) throws Unusable {
    try {
      return entries.secret(checked(alias)).map(SecretBytes::owned).orElseThrow(() -> none(alias));
    } catch (GeneralSecurityException e) {
      throw wrong(alias, "not a secret key");
    }
  }

  /** The DER certificates of the private key under {@code alias}, leaf first; maybe none. */
  public List<byte[]> chain(String alias) {
    try {
      return List.copyOf(entries.chain(checked(alias)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("PKCS#12 gives no certificates", e);
    }
  }

  /**
   * Every private and secret key in it, for a search that must find them nowhere else; nothing else
   * is done with them.
   */
  public List<SecretBytes> material() throws Unusable {
    List<SecretBytes> material = new ArrayList<>();
    for (String alias : aliases()) {
      material.add(material(alias));
    }
    return material;
  }

  private SecretBytes material(String alias) throws Unusable {
    try {
      return entries.material(alias).map(SecretBytes::owned).orElseThrow(() -> none(alias));
    } catch (GeneralSecurityException e) {
      throw wrong(alias, "neither a private key nor a secret one");
    }
  }

  private void put(String alias, Curve curve, SecretBytes scalar, List<byte[]> chain) {
    byte[] certified = curve.spki(curve.point(scalar.octets()));
    try {
      if (!chain.isEmpty() && !Arrays.equals(certified, Pkcs12.certifiedKey(chain.getFirst()))) {
        throw new IllegalArgumentException("the certificate is another key's");
      }
      entries.put(checked(alias), new Pkcs12.PrivateEntry(curve, scalar.octets()), chain);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no chain of certificates", e);
    }
  }

  private Pkcs12.PrivateEntry privateKey(String alias) throws Unusable {
    try {
      return entries.privateKey(checked(alias)).orElseThrow(() -> none(alias));
    } catch (GeneralSecurityException e) {
      throw wrong(alias, "not a private key on a curve we know");
    }
  }

  private void checkCertified(String alias, byte[] spki) throws Unusable {
    List<byte[]> chain = chain(alias);
    try {
      if (!chain.isEmpty() && !Arrays.equals(spki, Pkcs12.certifiedKey(chain.getFirst()))) {
        throw wrong(alias, "its certificate is another key's");
      }
    } catch (GeneralSecurityException e) {
      throw wrong(alias, "its certificate is malformed");
    }
  }

  private static String checked(String alias) {
    if (!ALIAS.matcher(alias).matches()) throw new IllegalArgumentException("no alias: " + alias);
    return alias;
  }

  private static Unusable malformed(Path path) {
    return new Unusable(Reason.MALFORMED, path + " is no PKCS#12 file");
  }

  private Unusable none(String alias) {
    return new Unusable(Reason.NO_ENTRY, path + " has no " + alias);
  }

  private Unusable wrong(String alias, String why) {
    return new Unusable(Reason.WRONG_KEY, alias + " of " + path + ": " + why);
  }

  @Override
  public String toString() {
    return "KeyFile[" + path + "]";
  }
}
