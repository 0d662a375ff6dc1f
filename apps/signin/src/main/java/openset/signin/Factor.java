package openset.signin;

import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.Unauthentic;
import openset.crypto.Vault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The second factor of a person, as it lies sealed, and recovery codes. */
record Factor(PersonName name, SecretBytes secret) {
  private static final int CODES = 10;
  private static final int CODE_OCTETS = 10;

  byte[] sealed(Vault vault) {
    return secret.use(octets -> vault.seal(place(name), octets));
  }

  static Factor open(PersonName name, byte[] sealed, Vault vault) {
    try {
      return new Factor(name, SecretBytes.of(vault.open(place(name), sealed)));
    } catch (Unauthentic e) {
      throw new IllegalStateException("a second factor in the database is not ours", e);
    }
  }

  private static String place(PersonName name) {
    return "signin.factor/" + name;
  }

  /** New recovery codes of 80 bits, in four groups. */
  static List<String> codes(Randomness randomness) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < CODES; i++) {
      String code = Totp.base32(randomness.bytes(CODE_OCTETS)).toLowerCase(Locale.ROOT);
      codes.add(
          String.join(
              "-",
              code.substring(0, 4), code.substring(4, 8),
              code.substring(8, 12), code.substring(12)));
    }
    return codes;
  }

  /** What is stored of a recovery code. */
  static byte[] hash(String code, PersonName name, Vault vault) {
    String plain = code.replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
    return vault.lookup(("recovery " + name + " " + plain).getBytes(StandardCharsets.UTF_8));
  }
}
