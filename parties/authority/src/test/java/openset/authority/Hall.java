package openset.authority;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import openset.authority.Ceremony.Named;
import openset.authority.office.ListOffice;
import openset.authority.registration.Banks;
import openset.authority.registration.Banks.Bank;
import openset.authority.registration.Rules;
import openset.authority.world.Authorities;
import openset.authority.world.KeyFolder;
import openset.conduct.ConductLimits;
import openset.conduct.Peer;
import openset.crypto.KeyFile;
import openset.crypto.Passphrase;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.Suite;
import openset.crypto.Vault;
import openset.pki.Certificate;
import openset.pki.Trust;
import openset.set.message.MessageWrapper;
import openset.set.treatment.Keyring;
import openset.set.treatment.Means;
import openset.set.treatment.Policy;
import openset.store.Address;
import openset.store.Database;
import openset.store.EmbeddedServer;

/** All authorities of one world with a database of their own, a clock by hand, and banks. */
final class Hall implements AutoCloseable {
  static final Randomness RANDOM = Randomness.secure();
  static final Instant START = Instant.parse("2026-06-01T12:00:00Z");
  static final String BRAND = "Aurora";
  static final String BIN = "999001";
  static final Policy POLICY = Policy.standard("test");
  static final Peer PEER = new Peer("192.0.2.1");
  private static final EmbeddedServer SERVER = EmbeddedServer.start(Path.of("target/pg"));
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Authorities WORLD = ceremony();

  final AtomicReference<Instant> now = new AtomicReference<>(START);
  final TestBank bank = new TestBank();
  final Database database;
  private final SecretBytes key = SecretBytes.random(Vault.KEY_OCTETS, RANDOM);
  Authority authority;

  private final Rules rules;

  Hall() {
    this(Rules.usual("Keep your keys."));
  }

  /** One that decides by itself as {@code rules} say. */
  Hall(Rules rules) {
    this.rules = rules;
    database = open(Authority.MIGRATIONS);
    start();
  }

  /** Another party's database, with the tables of any party alone. */
  Database another() {
    return open();
  }

  private static Database open(String... migrations) {
    String name = "h" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    Address address = SERVER.database(name, name, "tests only".toCharArray());
    return Database.open(address, migrations);
  }

  private static Authorities ceremony() {
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "world");
      return Ceremony.perform(
          new Ceremony.Plan(
              Suite.CLASSICAL,
              new Named("OpenSET Demo Root", "CH"),
              List.of(new Named(BRAND, "CH")),
              Duration.ofDays(7)),
          new KeyFolder(folder.resolve("keys"), Passphrase.of("tests only")),
          START.minus(Duration.ofHours(1)),
          RANDOM);
    } catch (IOException | KeyFile.Unusable e) {
      throw new AssertionError(e);
    }
  }

  /** Starts the authority, again after {@link #stop}. */
  void start() {
    authority = Authority.start(setup(), given(clock()));
  }

  Authority.Given given(InstantSource clock) {
    return new Authority.Given(
        WORLD, database, Vault.of(key, RANDOM), bank, clock, RANDOM);
  }

  Authority.Setup setup() {
    ConductLimits limits =
        new ConductLimits(
            Duration.ofSeconds(5),
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            16,
            Duration.ofMillis(200));
    Map<String, Bank> banks = Map.of(BIN, new Bank("bank", "Bank of Aurora", "CH", 756));
    return new Authority.Setup(
        "authority",
        new Banks(banks, banks),
        rules,
        ListOffice.Pace.USUAL,
        POLICY,
        limits);
  }

  void stop() {
    authority.close();
  }

  InstantSource clock() {
    return now::get;
  }

  void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  static Authorities world() {
    return WORLD;
  }

  /** A party that trusts the root and knows nothing else. */
  Means stranger() {
    Trust trust = Trust.in(List.of(WORLD.root().certificate()));
    return new Means(
        now.get(), RANDOM, trust, new Keyring(List.of(), List.of()), POLICY);
  }

  /** What anybody can trust now by the root and what is published. */
  Trust trust() throws Exception {
    Certificate root = WORLD.root().certificate();
    return authority.trust().heldBy(Trust.in(List.of(root)), now.get());
  }

  MessageWrapper ask(MessageWrapper request) {
    return ask(PEER, request);
  }

  MessageWrapper ask(Peer peer, MessageWrapper request) {
    byte[] answer = authority.receive(peer, MessageWrapper.TYPE.encode(request));
    if (answer.length == 0) throw new AssertionError("no answer");
    return MessageWrapper.TYPE.decode(answer);
  }

  @Override
  public void close() {
    stop();
    database.close();
  }
}
