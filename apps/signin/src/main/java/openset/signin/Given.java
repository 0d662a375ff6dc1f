package openset.signin;

import java.time.InstantSource;
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
    Database database, Vault vault, InstantSource clock, Randomness randomness, Pace pace) {}
