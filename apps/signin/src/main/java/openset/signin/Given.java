package openset.signin;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import openset.crypto.Randomness;
import openset.crypto.Vault;
import openset.store.Database;

/**
 * What signing in works with.
 *
 * @param database the participant's own
 * @param vault seals second factors, hashes recovery codes
 */
public record Given(
    Database database, Vault vault, InstantSource clock, Randomness randomness, Pace pace) {
  /** The present as the database keeps it: finer it would round up, to a moment ahead of us. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
