package openset.cli.serve;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import openset.cli.config.BadConfig;
import openset.crypto.Hmac;
import openset.crypto.KeyFile;
import openset.crypto.SecretBytes;
import openset.ledger.Seals;
import openset.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals a participant's books again and again, under a key of its key file that its database never
 * sees.
 */
public final class LedgerKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerKeeper.class);
  private static final String ALIAS = "ledger";
  private static final Duration EVERY = Duration.ofSeconds(30);

  private final Database database;
  private final UnaryOperator<byte[]> key;
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("seals").factory());

  private LedgerKeeper(Database database, UnaryOperator<byte[]> key, InstantSource clock) {
    this.database = database;
    this.key = key;
    this.clock = clock;
  }

  /** A keeper of the books in {@code database}, in the care of {@code premises}. */
  static LedgerKeeper open(Premises premises, KeyFile keys, Database database)
      throws CannotStart, BadConfig {
    try {
      if (!keys.aliases().contains(ALIAS)) {
        keys.put(ALIAS, SecretBytes.random(Hmac.OCTETS, premises.ground().randomness()));
        keys.save();
      }
      LedgerKeeper keeper =
          new LedgerKeeper(database, key(keys).orElseThrow(), premises.ground().clock());
      premises.care(keeper).timer.scheduleWithFixedDelay(
          keeper::seal, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
      return keeper;
    } catch (IOException e) {
      throw new CannotStart(premises.name(), e.getMessage());
    }
  }

  /**
   * By which the seals of a key file's owner are made; none where it never sealed books.
   *
   * @throws BadConfig where the key in it is unusable
   */
  public static Optional<UnaryOperator<byte[]>> key(KeyFile keys) throws BadConfig {
    if (!keys.aliases().contains(ALIAS)) return Optional.empty();
    try {
      SecretBytes secret = keys.secret(ALIAS);
      return Optional.of(octets -> Hmac.sha256(secret, octets));
    } catch (KeyFile.Unusable e) {
      throw new BadConfig(e.getMessage());
    }
  }

  private void seal() {
    try {
      database
          .transactions()
          .inTransaction(tx -> Seals.in(tx, key).seal(clock.instant()))
          .ifPresent(seal -> LOG.info("seal {} over {} rows", seal.number(), seal.rows()));
    } catch (RuntimeException e) {
      LOG.error("the books are not sealed", e);
    }
  }

  /** Seals what is open and ends. */
  @Override
  public void close() {
    timer.shutdownNow();
    seal();
  }
}
