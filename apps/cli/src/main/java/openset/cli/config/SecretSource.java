package openset.cli.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openset.crypto.KeyFile;
import openset.crypto.Passphrase;
import openset.crypto.Randomness;

/**
 * Where a secret is read from: an environment variable, or a file that only its owner can read.
 * Exactly one of the two is set.
 *
 * @param env the variable's name
 * @param file the file, relative to the configuration's folder
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SecretSource(String env, String file) {
  /** As written in a configuration: an object with one of the two names. */
  @JsonCreator
  static SecretSource of(Map<String, String> named) {
    if (!Set.of("env", "file").containsAll(named.keySet())) {
      throw new IllegalArgumentException("A secret has \"env\" or \"file\" and nothing else.");
    }
    return new SecretSource(named.get("env"), named.get("file"));
  }

  /** A secret in a file. */
  public static SecretSource inFile(String file) {
    return new SecretSource(null, file);
  }

  /**
   * The secret's text.
   *
   * @param folder the folder of the configuration
   * @throws BadConfig where it is not there; says where it was looked for
   */
  public String read(Path folder) throws BadConfig {
    if ((env == null) == (file == null)) {
      throw new BadConfig("A secret has either \"env\" or \"file\", not both and not neither.");
    }
    return env != null ? fromEnvironment() : fromFile(folder.resolve(file));
  }

  /**
   * A key file that this passphrase opens.
   *
   * @param folder the folder of the configuration
   * @throws BadConfig where it does not open it
   */
  public KeyFile open(Path keyFile, Path folder) throws BadConfig, IOException {
    try {
      return KeyFile.load(keyFile, Passphrase.of(read(folder)));
    } catch (KeyFile.Unusable e) {
      throw new BadConfig(e.getMessage());
    }
  }

  private String fromEnvironment() throws BadConfig {
    return Optional.ofNullable(System.getenv(env))
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> new BadConfig("The environment variable " + env + " is not set."));
  }

  private static String fromFile(Path path) throws BadConfig {
    try {
      String text = Files.readString(path, StandardCharsets.UTF_8).strip();
      if (text.isEmpty()) throw new BadConfig("The secret file " + path + " is empty.");
      return text;
    } catch (IOException e) {
      throw new BadConfig("Cannot read the secret file " + path + ".");
    }
  }

  /** Puts a new random secret of 256 bits into {@code path} unless one is there. */
  public static void create(Path path, Randomness randomness) throws IOException {
    if (Files.exists(path)) return;
    String secret = HexFormat.of().formatHex(randomness.bytes(32));
    ConfigFile.OwnerFiles.write(path, secret.getBytes(StandardCharsets.US_ASCII));
  }
}
