package openset.authority.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import openset.crypto.KeyFile;
import openset.crypto.Passphrase;

/**
 * The folder of a world of authorities: a key file for each, the root's certificate, and for the
 * root and each brand what the ceremony published first.
 *
 * <pre>
 * root.p12  root.der  root.trust
 * aurora-bca.p12  aurora-cca.p12  aurora-mca.p12  aurora-pca.p12  aurora.trust
 * </pre>
 *
 * @param folder made with permissions 0700 where it is not there
 * @param passphrase of all its key files
 */
public record KeyFolder(Path folder, Passphrase passphrase) {
  /** The root's certificate in DER, for the configuration of all who trust it. */
  public static final String ROOT_CERTIFICATE = "root.der";

  static final String ROOT = "root";
  private static final String KEYS = ".p12";
  private static final String BRAND_KEYS = "-bca" + KEYS;

  /** Where the root's certificate lies. */
  public Path rootCertificate() {
    return folder.resolve(ROOT_CERTIFICATE);
  }

  /** Where the first CRLs, and of a brand its certificates and CRL identifier, lie. */
  public Path trust(String stem) {
    return folder.resolve(stem + ".trust");
  }

  /**
   * The part of file names that stands for {@code brand}.
   *
   * @throws IllegalArgumentException where nothing of the name can stand in one
   */
  public static String stem(String brand) {
    String stem = brand.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    if (stem.replace("-", "").isEmpty() || stem.equals(ROOT)) {
      throw new IllegalArgumentException("no file can be called after brand " + brand);
    }
    return stem;
  }

  /** The stems of all brands that are there, in order. */
  List<String> brands() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(BRAND_KEYS) && !name.startsWith("."))
          .map(name -> name.substring(0, name.length() - BRAND_KEYS.length()))
          .sorted()
          .toList();
    }
  }

  /** The key file of that name, which must be there. */
  KeyFile open(String name) throws IOException, KeyFile.Unusable {
    return KeyFile.load(folder.resolve(name + KEYS), passphrase);
  }

  /** The key file of that name, new where there is none. */
  public KeyFile openOrCreate(String name) throws IOException, KeyFile.Unusable {
    if (!Files.exists(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    Path file = folder.resolve(name + KEYS);
    return Files.exists(file)
        ? KeyFile.load(file, passphrase)
        : KeyFile.create(file, passphrase);
  }

  /** Writes a file that everybody may read, whole or not at all. */
  public void publish(Path file, byte[] octets) throws IOException {
    Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
    Files.write(draft, octets);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
