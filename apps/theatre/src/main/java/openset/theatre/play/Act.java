package openset.theatre.play;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import openset.theatre.cast.Lane;

/**
 * One message of a purchase.
 *
 * @param kind what language it is in
 * @param name as in its specification
 * @param from who made it
 * @param to whom it reached
 * @param at when: of a SET message, when its sender journalled it, or its receiver where the sender
 *     keeps no journal here
 * @param travel from its sender's journal to its receiver's, where both are here
 * @param octets as on the wire; of a message between banks its picture
 */
record Act(
    Kind kind,
    String name,
    End from,
    End to,
    Instant at,
    Optional<Duration> travel,
    byte[] octets) {
  /** A language. */
  enum Kind {
    SET,
    ISO8583,
    OFFER
  }

  /** A participant at one end, by name where it is known. */
  record End(Lane lane, Optional<String> name) {}

  Scene scene() {
    return Scene.of(name, from.lane(), to.lane());
  }
}
