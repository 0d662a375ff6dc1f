package openset.clearing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A clearing house and the banks it clears between.
 *
 * @param institution own institution code
 * @param inbound where it listens for acquirers
 * @param banks its members
 * @param interval time between two cycles; absent when cycles are run on demand only
 * @param patience how long it waits for an answer of a bank
 */
public record ClearingConfig(
    String institution,
    Inbound inbound,
    List<Bank> banks,
    Optional<Duration> interval,
    Duration patience) {

  public ClearingConfig {
    banks = List.copyOf(banks);
  }

  /** Where it listens; port 0 takes a free one. */
  public record Inbound(String host, int port) {}

  /**
   * A member: an acquirer, an issuer, or both.
   *
   * @param institution its institution code
   * @param host where it listens
   * @param port its TCP port
   */
  public record Bank(String institution, String host, int port) {}
}
