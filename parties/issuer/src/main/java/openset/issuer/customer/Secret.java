package openset.issuer.customer;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import openset.crypto.SecretBytes;

/**
 * The name and password with which a customer signs in, as typed. Printed they are redacted.
 *
 * @param name as typed; capitals count as small letters
 * @param password as typed, in the form NFKC
 */
public record Secret(String name, String password) {
  /** The fewest characters of a password. */
  public static final int CHARACTERS_LEAST = 10;

  private static final int CHARACTERS_MOST = 128;
  private static final int DIFFERENT_LEAST = 5;
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{2,63}");

  /** Folds both. */
  public Secret {
    name = name.strip().toLowerCase(Locale.ROOT);
    password = Normalizer.normalize(cut(password), Normalizer.Form.NFKC);
  }

  private static String cut(String text) {
    return text.length() > CHARACTERS_MOST ? "" : text;
  }

  /** What is wrong with it for a new customer. */
  public enum Fault {
    /** Not 3 to 64 of letters, digits and {@code . _ @ + -}. */
    NAME_MALFORMED,
    /** Somebody has that name. */
    NAME_TAKEN,
    /** Too short, too long, of too few different characters, or with the name in it. */
    PASSWORD_WEAK
  }

  /** The first fault that shows without asking who else is a customer. */
  public Optional<Fault> fault() {
    if (!hasName()) return Optional.of(Fault.NAME_MALFORMED);
    boolean good =
        password.codePointCount(0, password.length()) >= CHARACTERS_LEAST
            && password.codePoints().distinct().count() >= DIFFERENT_LEAST
            && !password.toLowerCase(Locale.ROOT).contains(name);
    return good ? Optional.empty() : Optional.of(Fault.PASSWORD_WEAK);
  }

  /** Whether it could be a customer's name. */
  boolean hasName() {
    return NAME.matcher(name).matches();
  }

  SecretBytes octets() {
    return SecretBytes.of(password.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Secret[redacted]";
  }
}
