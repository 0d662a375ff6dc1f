package openset.signin.store;

import java.time.Instant;
import java.util.Optional;

/** The rows of the tables, as they lie there. */
public final class Rows {
  private Rows() {}

  /**
   * A person.
   *
   * @param factor the secret of the second factor, sealed
   * @param factorStep the last half minute whose code was used
   */
  public record Person(
      String name,
      String role,
      String password,
      Optional<byte[]> factor,
      long factorStep,
      Instant addedAt,
      Optional<Instant> signedInAt) {}

  /**
   * A session.
   *
   * @param token SHA-256 of it
   * @param complete whether the second factor was shown
   * @param factor a second factor that is being set up, sealed
   */
  public record Session(
      byte[] token,
      String name,
      boolean complete,
      Optional<byte[]> factor,
      Instant began,
      Instant seen) {}

  /** Failures in a row. */
  public record Failures(int count, Instant last, Instant blockedUntil) {}

  /**
   * A program's key.
   *
   * @param secret sealed
   */
  public record Key(
      String name,
      String about,
      String role,
      byte[] secret,
      String addedBy,
      Instant addedAt,
      Optional<Instant> expiresAt,
      Optional<Instant> revokedAt,
      Optional<Instant> usedAt) {}
}
