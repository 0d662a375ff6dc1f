package openset.merchant.hook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.Unauthentic;
import openset.crypto.Vault;
import openset.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is told what happens, and the loop that tells: each event at least once, those of one order
 * one after the other, each again after a growing pause until it arrives or was tried often enough.
 */
public final class Webhooks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
  private static final int SECRET_OCTETS = 32;
  private static final int AT_ONCE = 16;
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final int GONE = 410;

  private final Given given;
  private final Hooks tables;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile Thread loop;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * What webhooks work with.
   *
   * @param vault seals their secrets
   */
  public record Given(
      Database database,
      Hooks tables,
      Vault vault,
      InstantSource clock,
      Randomness randomness) {}

  /** A webhook that was just added, with its secret, which is never shown again. */
  public record Added(Webhook webhook, SecretBytes secret) {}

  /** Webhooks of one merchant; nothing is told before {@link #start}. */
  public Webhooks(Given given) {
    this.given = given;
    this.tables = given.tables();
  }

  /** Begins to tell, once. */
  public void start(Courier courier, HookPace pace) {
    loop = Thread.ofVirtual().name("openset-webhooks").start(() -> loop(courier, pace));
  }

  /** All, the oldest first. */
  public List<Webhook> all() {
    return transaction(tables::all);
  }

  /** One. */
  public Optional<Webhook> find(UUID id) {
    return transaction(tx -> tables.find(tx, id));
  }

  /** Adds one; what happens from now on is told. */
  public Added add(String url, String about) {
    UUID id = uuid();
    SecretBytes secret = SecretBytes.random(SECRET_OCTETS, given.randomness());
    Webhook webhook = new Webhook(id, url, about, true, given.clock().instant());
    byte[] sealed = secret.use(octets -> given.vault().seal(place(id), octets));
    transaction(
        tx -> {
          tables.add(tx, webhook, sealed);
          return true;
        });
    return new Added(webhook, secret);
  }

  /** Changes address, words or whether it is told; false where there is none of its id. */
  public boolean change(Webhook webhook) {
    return transaction(tx -> tables.change(tx, webhook));
  }

  /** Removes one with all its deliveries; false where there is no such. */
  public boolean remove(UUID id) {
    return transaction(tx -> tables.remove(tx, id));
  }

  /** The latest deliveries of a webhook, the newest first. */
  public List<Delivery> deliveries(UUID webhook, int most) {
    return transaction(tx -> tables.deliveries(tx, webhook, most));
  }

  /** The latest deliveries to all, the newest first. */
  public List<Delivery> deliveries(int most) {
    return transaction(tx -> tables.deliveries(tx, most));
  }

  /** One delivery. */
  public Optional<Delivery> delivery(long id) {
    return transaction(tx -> tables.delivery(tx, id));
  }

  /** Delivers once more, whatever came of it before; empty where there is no such. */
  public Optional<Delivery> replay(long id) {
    Instant now = given.clock().instant();
    return transaction(
        tx -> tables.replay(tx, id, now) ? tables.delivery(tx, id) : Optional.empty());
  }

  private UUID uuid() {
    ByteBuffer octets = ByteBuffer.wrap(given.randomness().bytes(16));
    long high = octets.getLong() & 0xffff_ffff_ffff_0fffL | 0x4000L;
    long low = octets.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static String place(UUID webhook) {
    return "merchant.webhook.secret/" + webhook;
  }

  private void loop(Courier courier, HookPace pace) {
    try {
      boolean over = false;
      while (!over) {
        boolean more = looked(courier, pace);
        over = closed.await(more ? 0 : pace.look().toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether there may be more at once. */
  private boolean looked(Courier courier, HookPace pace) throws InterruptedException {
    try {
      return round(courier, pace) == AT_ONCE;
    } catch (RuntimeException e) {
      LOG.error("webhooks could not be told", e);
      return false;
    }
  }

  private int round(Courier courier, HookPace pace) throws InterruptedException {
    Instant now = given.clock().instant();
    List<Hooks.Due> due =
        transaction(tx -> tables.claim(tx, now, now.plus(LEASE), AT_ONCE));
    threads.invokeAll(
        due.stream().map(one -> Executors.callable(() -> tell(one, courier, pace))).toList());
    return due.size();
  }

  private void tell(Hooks.Due due, Courier courier, HookPace pace) {
    Delivery.Answer answer = courier.carry(due.webhook(), secret(due), due.delivery().event());
    int attempts = due.delivery().attempts();
    boolean over = !answer.good() && attempts >= pace.attempts();
    Delivery.State state =
        answer.good()
            ? Delivery.State.delivered
            : over ? Delivery.State.failed : Delivery.State.waiting;
    Instant next = given.clock().instant().plus(pace.delay(attempts));
    transaction(
        tx -> {
          tables.told(tx, due.delivery().id(), state, next, answer);
          // RFC 9110 15.5.11: it asks to be left alone.
          if (answer.status() == GONE) tables.change(tx, due.webhook().stopped());
          return true;
        });
    if (over) LOG.warn("webhook {} was not told event {}", due.webhook().id(),
        due.delivery().event().id());
  }

  private SecretBytes secret(Hooks.Due due) {
    try {
      return SecretBytes.of(given.vault().open(place(due.webhook().id()), due.secret()));
    } catch (Unauthentic e) {
      throw new IllegalStateException("the secret of a webhook is not ours", e);
    }
  }

  /** For standard webhooks: {@code whsec_} and the secret in base64. */
  public static String text(SecretBytes secret) {
    return "whsec_"
        + secret.use(
            octets ->
                new String(
                    java.util.Base64.getEncoder().encode(octets), StandardCharsets.US_ASCII));
  }

  @FunctionalInterface
  private interface Work<T> {
    T in(openset.store.Tx tx);
  }

  private <T> T transaction(Work<T> work) {
    return given.database().transactions().inTransaction(work::in);
  }

  /** Stops telling; what is on its way gets two seconds. */
  @Override
  public void close() {
    closed.countDown();
    try {
      // No interrupt at once: in the middle of a transaction it breaks the connection.
      if (loop != null) loop.join(Duration.ofSeconds(2));
      threads.shutdownNow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
