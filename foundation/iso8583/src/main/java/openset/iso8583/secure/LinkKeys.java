package openset.iso8583.secure;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;

/**
 * The keys two banks exchanged by hand for their link. With them every message carries a code
 * under a session key, which is exchanged on the link (HL-112 to HL-115).
 *
 * @param masters link master keys of 32 octets, by the institution code that signs on under them
 * @param failures messages with a wrong code, or none, after which the line is signed off
 * @param life how long a session key is used before the asking side changes it
 * @param randomness makes session keys and challenges
 */
public record LinkKeys(
    Map<String, SecretBytes> masters, int failures, Duration life, Randomness randomness) {
  /** Octets of a master key, and of a session key. */
  public static final int OCTETS = 32;

  private static final int USUAL_FAILURES = 3;

  public LinkKeys {
    masters = Map.copyOf(masters);
    if (failures < 1) throw new IllegalArgumentException("signs off before the first failure");
    if (masters.values().stream().anyMatch(key -> key.length() != OCTETS)) {
      throw new IllegalArgumentException("a link master key has 32 octets");
    }
  }

  /** The line is signed off after three failures, and a session key lives a day. */
  public static LinkKeys of(Map<String, SecretBytes> masters, Randomness randomness) {
    return new LinkKeys(masters, USUAL_FAILURES, Duration.ofDays(1), randomness);
  }

  /** The master key of that institution, when one was exchanged. */
  public Optional<SecretBytes> master(String institution) {
    return Optional.ofNullable(masters.get(institution));
  }
}
