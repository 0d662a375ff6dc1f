package openset.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.crypto.Vault;
import openset.signin.store.Rows;
import openset.signin.store.SessionTables;
import openset.store.Tx;

/**
 * Counts failures by name and by address, whether there is such a name or not, and says how long
 * the next try must wait.
 */
record Failures(Vault vault, Pace pace) {
  /** Who failed: a name as typed, from an address. */
  record Who(String name, String address) {}

  private record Counted(byte[] key, int free) {}

  /**
   * Begins a try, which counts as a failure until it succeeds: so a hundred tries at the same time
   * are no more than one after the other.
   *
   * @return how long until a try is looked at; empty where this one is
   */
  Optional<Duration> begin(Tx tx, Who who, Instant now) {
    Optional<Duration> delay =
        counted(who).stream()
            .map(one -> SessionTables.failures(tx, one.key(), now))
            .filter(failures -> failures.blockedUntil().isAfter(now))
            .map(failures -> Duration.between(now, failures.blockedUntil()))
            .max(Duration::compareTo);
    if (delay.isEmpty()) counted(who).forEach(one -> count(tx, one, now));
    return delay;
  }

  private void count(Tx tx, Counted one, Instant now) {
    Rows.Failures before = SessionTables.failures(tx, one.key(), now);
    boolean recent = before.last().plus(pace.forgotten()).isAfter(now);
    int count = recent ? before.count() + 1 : 1;
    Instant until = now.plus(pace.delay(count, one.free()));
    SessionTables.keep(tx, one.key(), new Rows.Failures(count, now, until));
  }

  /** The password was good: this try was no failure, those before are not forgiven. */
  void halfDone(Tx tx, Who who, Instant now) {
    counted(who).forEach(one -> uncount(tx, one, now));
  }

  /** Signed in: the name begins anew, the address is as before. */
  void succeeded(Tx tx, Who who, Instant now) {
    SessionTables.clear(tx, counted(who).getFirst().key());
    uncount(tx, counted(who).getLast(), now);
  }

  private static void uncount(Tx tx, Counted one, Instant now) {
    Rows.Failures charged = SessionTables.failures(tx, one.key(), now);
    int count = Math.max(0, charged.count() - 1);
    SessionTables.keep(tx, one.key(), new Rows.Failures(count, charged.last(), now));
  }

  private List<Counted> counted(Who who) {
    return List.of(
        new Counted(key("name", who.name()), pace.freeOfName()),
        new Counted(key("address", who.address()), pace.freeOfAddress()));
  }

  private byte[] key(String kind, String value) {
    return vault.lookup((kind + " " + value).getBytes(UTF_8));
  }
}
