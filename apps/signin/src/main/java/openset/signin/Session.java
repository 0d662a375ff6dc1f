package openset.signin;

import java.time.Instant;

/**
 * Somebody who is signed in, with password and second factor.
 *
 * @param began when
 */
public record Session(PersonName name, Role role, Instant began) {}
