package openset.signin;

import java.time.Instant;
import java.util.Optional;

/**
 * One of the participant's people, without anything secret.
 *
 * @param secondFactor whether one is set up
 * @param signedInAt when this person signed in last
 */
public record Person(
    PersonName name,
    Role role,
    boolean secondFactor,
    Instant addedAt,
    Optional<Instant> signedInAt) {}
