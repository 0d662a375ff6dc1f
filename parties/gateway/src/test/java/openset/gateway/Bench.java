package openset.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import openset.conduct.ConductLimits;
import openset.conduct.Peer;
import openset.crypto.SecretBytes;
import openset.crypto.Vault;
import openset.gateway.authorization.Authorization;
import openset.gateway.authorization.Rules;
import openset.gateway.batch.Served;
import openset.iso8583.LinkConfig;
import openset.set.data.XID;
import openset.set.treatment.Means;
import openset.store.Database;

/** A gateway on a fresh database with a link to an acquirer, which can die and begin again. */
final class Bench implements AutoCloseable {
  /** For tests of silence: not longer than they want to wait, long enough for what is answered. */
  static final Duration SOON = Duration.ofSeconds(2);

  private static final Peer MERCHANT = new Peer("merchant");
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final ConductLimits QUICK =
      new ConductLimits(
          Duration.ofSeconds(30), Duration.ofMillis(5), Duration.ofMillis(30), 16, SHORT);
  private static final LinkConfig.Timing TIMING =
      new LinkConfig.Timing(
          Duration.ofSeconds(3), Duration.ofSeconds(20), SHORT, SHORT, Duration.ofMillis(100));

  /** The end of the process under test. */
  static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1;

    Death() {
      super("the process dies here");
    }
  }

  final Brand brand;
  final TestAcquirer acquirer;
  final Database database = Databases.fresh();
  /** Steps until the process dies; it never does while this is not positive. */
  final AtomicInteger lives = new AtomicInteger();

  private final Vault vault =
      Vault.of(SecretBytes.random(Vault.KEY_OCTETS, Brand.RANDOM), Brand.RANDOM);
  private final Brand.Pair own;
  private final Duration patience;
  private final Map<String, Rules> rules;
  private Gateway gateway;

  Bench(Brand brand) {
    this(brand, Duration.ofSeconds(20));
  }

  /** A gateway that waits so long for the acquirer's answers. */
  Bench(Brand brand, Duration patience) {
    this(brand, patience, Rules.PLAIN);
  }

  /** A gateway whose acquirer allows its merchants this. */
  Bench(Brand brand, Duration patience, Rules allowed) {
    this(brand, brand.gateway, patience, allowed);
  }

  /** The same with the keys of another gateway. */
  Bench(Brand brand, Brand.Pair own, Duration patience, Rules allowed) {
    this.brand = brand;
    this.own = own;
    this.patience = patience;
    this.rules = Map.of("999001", allowed);
    try {
      this.acquirer = new TestAcquirer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.gateway = started();
    if (!gateway.awaitUp(Duration.ofSeconds(20))) throw new AssertionError("no link");
  }

  private Gateway started() {
    LinkConfig link =
        LinkConfig.to("gateway", "127.0.0.1", acquirer.port(), "888001").with(TIMING);
    return Gateway.start(
        new Gateway.Setup(
            "gateway",
            Map.of("999001", link),
            rules,
            patience,
            QUICK,
            new Served(Map.of(Brand.NAME, List.of("999001")))),
        new Gateway.Given(database, vault, this::means, InstantSource.system()));
  }

  private Means means() {
    if (lives.get() > 0 && lives.decrementAndGet() == 0) throw new Death();
    return brand.means(List.of(own.signing()), List.of(own.opening()));
  }

  Gateway gateway() {
    return gateway;
  }

  byte[] receive(byte[] wrapper) {
    return gateway.receive(MERCHANT, wrapper);
  }

  /** Another node of the same gateway: its keys and its database, and nothing else. */
  Gateway another() {
    Gateway node = started();
    if (!node.awaitUp(Duration.ofSeconds(20))) throw new AssertionError("no link");
    return node;
  }

  /** Dies and begins again with what was stored. */
  void restart() {
    gateway.close();
    gateway = started();
  }

  <A extends Authorization> A standing(XID xid, Class<A> kind) {
    return kind.cast(gateway.purchase(xid).orElseThrow().last().orElseThrow());
  }

  /** Waits until something is so, for twenty seconds. */
  static void until(BooleanSupplier fact) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!fact.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(10_000_000);
    }
    if (!fact.getAsBoolean()) throw new AssertionError("it never was so");
  }

  @Override
  public void close() {
    gateway.close();
    acquirer.close();
    database.close();
  }
}
