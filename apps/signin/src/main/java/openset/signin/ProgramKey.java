package openset.signin;

import java.time.Instant;
import java.util.Optional;

/**
 * A key by which a program calls the participant's API, without its secret.
 *
 * @param name by which the program shows who it is
 * @param about a word for people
 * @param role what it may do; never an owner's
 * @param addedBy who made it
 * @param expiresAt when it ends by itself
 * @param revokedAt when it was revoked
 * @param usedAt when it was used last, to the minute
 */
public record ProgramKey(
    String name,
    String about,
    Role role,
    String addedBy,
    Instant addedAt,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt,
    Optional<Instant> usedAt) {
  /** Whether it opens anything at this moment. */
  public boolean live(Instant now) {
    return revokedAt.isEmpty() && expiresAt.filter(end -> !end.isAfter(now)).isEmpty();
  }
}
