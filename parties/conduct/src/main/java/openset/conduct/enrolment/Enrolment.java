package openset.conduct.enrolment;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import openset.asn1.Der;
import openset.conduct.ConductLimits;
import openset.conduct.Conductor;
import openset.conduct.Doors;
import openset.conduct.Hosts;
import openset.conduct.Input;
import openset.conduct.Peers;
import openset.conduct.Records;
import openset.crypto.KeyFile;
import openset.crypto.Vault;
import openset.set.Refused;
import openset.set.treatment.Means;
import openset.set.treatment.endentity.NewKeys;
import openset.store.ConversationKey;
import openset.store.Database;
import openset.store.Tx;

/**
 * Gets a merchant or gateway its certificates of a brand, at start-up. Safe to kill at any moment
 * and call again: the keys are saved before the authority hears of them, and what was asked for is
 * asked after.
 */
public final class Enrolment {
  private static final String PARTY = "enrolment";

  private Enrolment() {}

  /**
   * What an enrolment is given.
   *
   * @param database the party's own; the conversation is kept beside its others
   * @param means whose trust knows the root at least
   * @param peers the way to the authority
   * @param destination where that is, as {@code peers} understands it
   */
  public record Given(
      Database database,
      Vault vault,
      Supplier<Means> means,
      InstantSource clock,
      Peers peers,
      String destination) {}

  /**
   * How long to try.
   *
   * @param most after that the enrolment is undecided
   * @param every how long between two tries
   */
  public record Patience(Duration most, Duration every) {
    /** Ask once. */
    public static final Patience ONCE = new Patience(Duration.ZERO, Duration.ZERO);
  }

  /** Nothing is kept beside the conversation. */
  private record NoTables() implements Records<Enrolling, Boolean> {
    @Override
    public Boolean facts(Tx tx, ConversationKey key, Optional<Enrolling> state, Input input) {
      return true;
    }

    @Override
    public void keep(Tx tx, ConversationKey key, Boolean facts, Enrolling next) {}
  }

  /**
   * The credentials that are in the key file and in force, or else those the authority now gives.
   *
   * @throws KeyFile.Unusable where the key file holds something else under those names
   */
  public static Outcome enrol(Wish wish, EnrolledKeys place, Given given, Patience patience)
      throws IOException, KeyFile.Unusable {
    Optional<Outcome.Enrolled> there = place.credentials(given.clock().instant());
    if (there.isPresent()) return there.get();
    NewKeys keys = place.fresh(given.means().get().randomness());
    Enrolling last = run(wish, keys, given, patience);
    return switch (last) {
      case Enrolling.Certified certified -> {
        place.certified(certified);
        yield place
            .credentials(given.clock().instant())
            .<Outcome>map(enrolled -> enrolled)
            .orElseGet(() -> new Outcome.Undecided("certificates that have ended already"));
      }
      case Enrolling.Refused(String reason) -> {
        place.forget();
        yield new Outcome.Refused(reason);
      }
      case Enrolling.Begun begun -> new Outcome.Undecided(begun.note());
      case Enrolling.Requested requested -> new Outcome.Undecided(requested.note());
    };
  }

  private static Enrolling run(Wish wish, NewKeys keys, Given given, Patience patience) {
    ConversationKey key = EnrolledKeys.conversation(keys);
    Instant end = given.clock().instant().plus(patience.most());
    // Not started: what it asks is done at once, or asked anew with the next order.
    try (Conductor<Enrolling, Boolean> conductor = conductor(wish, keys, given)) {
      while (true) {
        Enrolling state = tell(conductor, key);
        boolean decided =
            state instanceof Enrolling.Certified || state instanceof Enrolling.Refused;
        if (decided || !given.clock().instant().isBefore(end)) return state;
        LockSupport.parkNanos(patience.every().toNanos());
      }
    }
  }

  private static Enrolling tell(Conductor<Enrolling, Boolean> conductor, ConversationKey key) {
    try {
      return conductor.tell(key, new Input.Told(EnrolmentDesk.GO_ON, Der.of(new byte[0])));
    } catch (Refused e) {
      throw new IllegalStateException("an order of ours is refused: " + e.rule(), e);
    }
  }

  private static Conductor<Enrolling, Boolean> conductor(
      Wish wish, NewKeys keys, Given given) {
    Doors doors = new Doors(given.peers(), Hosts.NONE, given.vault());
    return new Conductor<>(
        new Conductor.House<>(
            PARTY,
            new EnrolmentDesk(wish, keys, given.destination()),
            new NoTables(),
            given.database(),
            given.means(),
            new Conductor.Outside(doors, given.clock(), ConductLimits.STANDARD)));
  }
}
