package openset.cli.serve;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import openset.asn1.Asn1Exception;
import openset.cli.config.Trusted;
import openset.http.MediaType;
import openset.http.authority.AuthorityApi;
import openset.http.client.ClientLimits;
import openset.http.client.HttpFailure;
import openset.http.client.ResourceClient;
import openset.pki.Certificate;
import openset.pki.Trust;
import openset.pki.TrustBundle;
import openset.pki.Untrusted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a participant's trust current: the root by configuration, everything else as the authority
 * publishes it. What is held is stored, so that nothing older is accepted after a restart.
 */
final class TrustKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TrustKeeper.class);
  private static final Duration EVERY = Duration.ofSeconds(20);
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final long PAUSE_NANOS = 100_000_000;

  private final Premises premises;
  private final URI from;
  private final Path store;
  private final AtomicReference<Trust> trust;
  private final ResourceClient client = new ResourceClient(ClientLimits.USUAL);
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("trust").factory());

  private TrustKeeper(Premises premises, URI from, Trust first) {
    this.premises = premises;
    this.from = from;
    this.store = premises.path("../trust/" + premises.name() + ".der");
    this.trust = new AtomicReference<>(first);
  }

  /** The keeper of {@code premises}, current, and in their care. */
  static TrustKeeper open(Premises premises, Trusted trusted) throws CannotStart {
    Path root = premises.path(trusted.root());
    try {
      Trust first = Trust.in(List.of(Certificate.of(Files.readAllBytes(root))));
      TrustKeeper keeper =
          new TrustKeeper(premises, trusted.authority().resolve(AuthorityApi.TRUST), first);
      premises.care(keeper).begin();
      return keeper;
    } catch (IOException | Asn1Exception | IllegalArgumentException e) {
      throw new CannotStart(premises.name(), "no root certificate can be read at " + root);
    }
  }

  private void begin() throws IOException, CannotStart {
    if (Files.exists(store)) hold(TrustBundle.of(Files.readAllBytes(store)));
    long end = System.nanoTime() + FIRST.toNanos();
    while (!refresh()) {
      if (Files.exists(store)) break;
      if (System.nanoTime() > end) {
        throw new CannotStart(premises.name(), "nothing is published at " + from);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    timer.scheduleWithFixedDelay(
        this::refresh, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  /** Whom the participant trusts now. */
  Trust trust() {
    return trust.get();
  }

  /** Fetches what is published now; false where there is nothing, and the old stays. */
  boolean refresh() {
    try {
      Trust before = trust.get();
      hold(TrustBundle.of(client.get(from, MediaType.OCTETS)));
      if (before != trust.get()) save();
      return true;
    } catch (HttpFailure e) {
      LOG.info("trust of {} not fetched: {}", premises.name(), e.getMessage());
    } catch (Asn1Exception | IOException e) {
      LOG.warn("trust of {} not taken: {}", premises.name(), e.getMessage());
    }
    return false;
  }

  private void hold(TrustBundle bundle) {
    try {
      trust.set(bundle.heldBy(trust.get(), premises.ground().clock().instant()));
    } catch (Untrusted e) {
      LOG.warn("trust of {} not taken: {}", premises.name(), e.rule());
    }
  }

  private void save() throws IOException {
    Files.createDirectories(store.getParent());
    Path half = Files.createTempFile(store.getParent(), premises.name(), ".new");
    Files.write(half, TrustBundle.of(trust.get()).der());
    Files.move(
        half, store, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    client.close();
  }
}
