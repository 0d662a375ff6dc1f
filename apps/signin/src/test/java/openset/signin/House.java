package openset.signin;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.Vault;
import openset.store.Database;
import openset.store.EmbeddedServer;

/** A participant's database with people in it, and a clock that tests move. */
final class House implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";

  private static final EmbeddedServer SERVER = EmbeddedServer.start(Path.of("target/pg"));
  private static final AtomicInteger COUNT = new AtomicInteger();

  final Database database;
  final SignIn signIn;
  final People people;
  private Instant now = Instant.parse("2026-11-28T12:00:00.123456789Z");

  House() throws PeopleRefused {
    String name = "s" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    database =
        Database.open(
            SERVER.database(name, name, "tests only".toCharArray()), SignIn.MIGRATIONS);
    Randomness random = Randomness.secure();
    Vault vault = Vault.of(SecretBytes.random(Vault.KEY_OCTETS, random), random);
    Given given = new Given(database, vault, () -> now, random, Pace.USUAL);
    signIn = new SignIn(given);
    people = new People(given);
    people.add("ada", Role.owner, PASSWORD);
  }

  void later(Duration time) {
    now = now.plus(time);
  }

  Step password(String name, String password) {
    return signIn.password(new SignIn.Typed(name, password, "192.0.2.1"));
  }

  Step code(Token half, String code) {
    return signIn.code(half, code, "192.0.2.1");
  }

  /** The code that a person's program shows now. */
  String shown(SecretBytes secret) {
    return Totp.code(secret, Totp.step(now));
  }

  /** The first sign-in of somebody: the second factor is set up. */
  SetUp setUp(String name, String password) {
    Token half = ((Step.FactorWanted) password(name, password)).half();
    SecretBytes secret = signIn.setUp(half).orElseThrow().secret();
    Step.Welcome welcome = (Step.Welcome) code(half, shown(secret));
    return new SetUp(half, secret, welcome);
  }

  record SetUp(Token half, SecretBytes secret, Step.Welcome welcome) {}

  Optional<Session> session(Token token) {
    return signIn.session(token);
  }

  @Override
  public void close() {
    database.close();
  }
}
