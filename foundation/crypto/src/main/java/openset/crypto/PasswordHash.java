package openset.crypto;

import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What is kept of a person's password: Argon2id (RFC 9106) with the parameters that OWASP's
 * Password Storage Cheat Sheet asks for, 19 MiB of memory, 2 passes, 1 lane, as a PHC string.
 *
 * @param phc {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}, both in base64 without padding
 */
public record PasswordHash(String phc) {
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_OCTETS = 16;
  private static final int HASH_OCTETS = 32;
  private static final String HEAD =
      "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$";
  private static final Pattern TAIL = Pattern.compile("([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");
  private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

  /** Guesses must not use up the memory: this many are reckoned at once, the others wait. */
  private static final Semaphore AT_ONCE = new Semaphore(4);

  /** Refuses a hash made otherwise. */
  public PasswordHash {
    if (!phc.startsWith(HEAD) || !TAIL.matcher(phc.substring(HEAD.length())).matches()) {
      throw new IllegalArgumentException("not a password hash of ours");
    }
  }

  /** The hash of a password, with a new salt. */
  public static PasswordHash of(SecretBytes password, Randomness randomness) {
    byte[] salt = randomness.bytes(SALT_OCTETS);
    String hash = BASE64.encodeToString(argon2id(password, salt));
    return new PasswordHash(HEAD + BASE64.encodeToString(salt) + "$" + hash);
  }

  /**
   * The hash of a password that nobody knows, to compare with where there is no such person, so
   * that this takes as long. One for the whole process, since every hash costs.
   */
  public static PasswordHash nobodys() {
    return Nobody.HASH;
  }

  private static final class Nobody {
    static final PasswordHash HASH =
        of(SecretBytes.random(SALT_OCTETS, Randomness.secure()), Randomness.secure());
  }

  /** Whether this is the hash of {@code password}. Takes the same time whatever it answers. */
  public boolean fits(SecretBytes password) {
    Matcher parts = TAIL.matcher(phc.substring(HEAD.length()));
    if (!parts.matches()) throw new IllegalStateException("not a password hash");
    byte[] salt = Base64.getDecoder().decode(parts.group(1));
    byte[] hash = Base64.getDecoder().decode(parts.group(2));
    return ConstantTime.equal(argon2id(password, salt), hash);
  }

  private static byte[] argon2id(SecretBytes password, byte[] salt) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    byte[] hash = new byte[HASH_OCTETS];
    AT_ONCE.acquireUninterruptibly();
    try {
      argon2.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(MEMORY_KIB)
              .withIterations(PASSES)
              .withParallelism(LANES)
              .withSalt(salt)
              .build());
      return password.use(
          octets -> {
            argon2.generateBytes(octets, hash);
            return hash;
          });
    } finally {
      AT_ONCE.release();
    }
  }

  @Override
  public String toString() {
    return "PasswordHash[redacted]";
  }
}
