package openset.set.treatment;

import java.time.Instant;
import openset.crypto.Randomness;
import openset.pki.Trust;

/**
 * What a treatment is given and never fetches.
 *
 * @param now the instant of this step
 * @param randomness for challenges, salts and identifiers
 * @param trust the roots, known certificates and CRLs in force
 * @param keys the party's own credentials
 * @param policy what the party accepts beyond what SET fixes
 */
public record Means(Instant now, Randomness randomness, Trust trust, Keyring keys, Policy policy) {}
