package openset.iso8583;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.time.MonthDay;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLException;
import openset.iso8583.pace.BackOff;
import openset.iso8583.pace.Watch;
import openset.iso8583.secure.LinkTls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The asking end of a host link: one persistent TCP connection that carries many outstanding
 * requests at once. Signs on (0800, element 70 = 001), echoes when idle (301), connects again with
 * growing pauses. Answers are found by message class, STAN and transmission time and must agree
 * with the request in what they echo; they are believed on the connection of the request only.
 */
public final class IsoLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IsoLink.class);
  private static final int MESSAGE_MOST = 4096;

  private final LinkConfig config;
  private final Connection.Shared shared;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Optional<Connection> current = Optional.empty();
  private Optional<Wire> wire = Optional.empty();
  private boolean wanted = true;
  private boolean closed;
  private final Thread keeper;

  private IsoLink(LinkConfig config, InstantSource clock, LinkEvents events) {
    this.config = config;
    this.shared =
        new Connection.Shared(
            config, clock, events, new Outstanding.Reversals(), new AtomicInteger());
    this.keeper = Thread.ofVirtual().name("link-" + config.name()).start(this::keep);
  }

  /** Opens the link and returns at once; it connects by itself and again whenever it must. */
  public static IsoLink open(LinkConfig config, InstantSource clock, LinkEvents events) {
    return new IsoLink(config, clock, events);
  }

  /**
   * Asks and waits for the answer at most so long. The request carries elements 7 and 11 that no
   * other request outstanding on this link carries.
   */
  public Answer ask(IsoMessage request, Duration timeout) {
    if (!request.mti().wantsAnswer()) throw new IllegalArgumentException("not a request");
    long end = System.nanoTime() + timeout.toNanos();
    Optional<Connection> connection = connection(least(config.timing().grace(), timeout));
    if (connection.isEmpty()) return new Answer.NoAnswer(Answer.Reason.LINK_DOWN, false);
    return connection.get().ask(request, end - System.nanoTime());
  }

  /** Waits until the link is signed on, at most so long; true when it is. */
  public boolean awaitUp(Duration timeout) {
    return connection(timeout).isPresent();
  }

  /** True when signed on. */
  public boolean isUp() {
    return awaitUp(Duration.ZERO);
  }

  /** How many requests wait for their answers. */
  public int underWay() {
    lock.lock();
    try {
      return current.map(connection -> connection.outstanding().size()).orElse(0);
    } finally {
      lock.unlock();
    }
  }

  /** True when a request under this number (element 11) waits for its answer on this link. */
  public boolean uses(int stan) {
    lock.lock();
    try {
      return current.isPresent() && current.get().outstanding().uses(stan);
    } finally {
      lock.unlock();
    }
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Optional<Connection> connection(Duration most) {
    long left = most.toNanos();
    lock.lock();
    try {
      while (current.isEmpty() && !closed && left > 0) left = changed.awaitNanos(left);
      return current;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Signs off: from now on nothing is asked, what is under way is waited for at most so long, and
   * the peer is told. True when it agreed. The link stays down until {@link #signOn}.
   */
  public boolean signOff(Duration most) {
    Optional<Connection> open;
    lock.lock();
    try {
      wanted = false;
      open = current;
      current = Optional.empty();
    } finally {
      lock.unlock();
    }
    if (open.isEmpty()) return false;
    boolean agreed = open.get().awaitQuiet(most) && open.get().signOff();
    open.get().close();
    return agreed;
  }

  /** Wants the link to be up again after {@link #signOff}. */
  public void signOn() {
    lock.lock();
    try {
      wanted = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Cuts over to another business day (HL-117); true when the peer agreed. Requests under way are
   * not touched, and others may be asked meanwhile.
   */
  public boolean cutOver(MonthDay day) {
    return connection(config.timing().grace()).map(each -> each.cutOver(day)).orElse(false);
  }

  /** Whether the link is to be up: it is, but between {@link #signOff} and {@link #signOn}. */
  public boolean isWanted() {
    lock.lock();
    try {
      return wanted;
    } finally {
      lock.unlock();
    }
  }

  /** Asks the peer whether it is there (element 70 = 301); true when it answered. */
  public boolean echo() {
    return connection(config.timing().grace()).map(Connection::echo).orElse(false);
  }

  /** Changes the session key of a link that has keys; where the peer refuses, the old one stays. */
  public boolean changeKey() {
    return connection(config.timing().grace()).map(Connection::changeKey).orElse(false);
  }

  private void keep() {
    LinkConfig.Timing timing = config.timing();
    BackOff backOff =
        new BackOff(timing.backOffFirst(), timing.backOffMost(), RandomGenerator.getDefault());
    while (awaitWanted()) {
      boolean wasUp = connectOnce();
      if (wasUp) backOff.reset();
      rest(backOff.pause());
    }
  }

  /** Waits until a connection is wanted; false when the link is closed. */
  private boolean awaitWanted() {
    lock.lock();
    try {
      while (!wanted && !closed) changed.await();
      return !closed;
    } catch (InterruptedException e) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private void rest(Duration pause) {
    long left = pause.toNanos();
    lock.lock();
    try {
      while (!closed && left > 0) left = changed.awaitNanos(left);
    } catch (InterruptedException e) {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  /** One connection from its first octet to its last; true when it was ever signed on. */
  private boolean connectOnce() {
    try (Socket socket = new Socket()) {
      Wire open = connected(socket);
      Connection connection =
          new Connection(shared, open, () -> publish(Optional.empty()));
      if (!began(open)) return false;
      Outstanding outstanding = connection.outstanding();
      Thread.ofVirtual().name("time-" + config.name()).start(outstanding::keepTime);
      // A thread of the system waits inside read itself; a virtual one would be woken by another.
      Thread reader =
          Thread.ofPlatform().daemon().name("read-" + config.name()).start(() -> read(connection));
      try (Watch watch = new Watch(config.name(), silence().dividedBy(8))) {
        watch.add(now -> leave(open, now));
        return live(connection, reader);
      } finally {
        open.close();
        reader.join();
      }
    } catch (SSLException e) {
      LOG.warn("link {}: TLS: {}", config.name(), e.getMessage());
      return false;
    } catch (IOException e) {
      LOG.debug("link {}: {}", config.name(), e.toString());
      return false;
    } catch (InterruptedException e) {
      close();
      return false;
    }
  }

  private Duration silence() {
    return config.timing().idle().multipliedBy(3);
  }

  private Wire connected(Socket socket) throws IOException {
    LinkConfig.Peer peer = config.peer();
    int connect = Math.toIntExact(config.timing().connect().toMillis());
    socket.connect(new InetSocketAddress(peer.host(), peer.port()), connect);
    Wire.Rules rules = new Wire.Rules(config.terms(), MESSAGE_MOST, silence());
    Wire.Tapped tapped = new Wire.Tapped(config.name(), config.tap());
    Optional<LinkTls> tls = config.terms().tls();
    if (tls.isEmpty()) return new Wire(socket, rules, tapped);
    socket.setSoTimeout(connect);
    Socket secured = tls.get().connected(socket, peer.host(), peer.port());
    socket.setSoTimeout(0);
    return new Wire(secured, rules, tapped);
  }

  private void leave(Wire open, long now) {
    if (!open.isSilent(now)) return;
    publish(Optional.empty());
    open.look(now);
  }

  private boolean began(Wire open) {
    lock.lock();
    try {
      wire = Optional.of(open);
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private boolean live(Connection connection, Thread reader) throws InterruptedException {
    if (!connection.signOn()) {
      if (!isClosed()) LOG.warn("link {}: not signed on", config.name());
      return false;
    }
    if (!publishWanted(connection)) return true;
    LOG.info("link {}: signed on", config.name());
    shared.events().up();
    boolean lives = true;
    long keyed = System.nanoTime();
    while (lives && !reader.join(config.timing().idle())) {
      lives = connection.echo();
      if (lives && isOld(keyed)) {
        if (!connection.changeKey()) LOG.warn("link {}: keeps its old key", config.name());
        keyed = System.nanoTime();
      }
    }
    publish(Optional.empty());
    shared.events().down(lives ? "connection closed" : "no echo");
    return true;
  }

  private boolean isOld(long keyed) {
    return config
        .terms()
        .keys()
        .map(keys -> System.nanoTime() - keyed > keys.life().toNanos())
        .orElse(false);
  }

  private boolean publishWanted(Connection connection) {
    lock.lock();
    try {
      if (wanted) current = Optional.of(connection);
      changed.signalAll();
      return wanted;
    } finally {
      lock.unlock();
    }
  }

  private void publish(Optional<Connection> connection) {
    lock.lock();
    try {
      current = connection;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void read(Connection connection) {
    try {
      connection.read();
    } finally {
      publish(Optional.empty());
      connection.close();
    }
  }

  /** Closes the connection and ends every wait for an answer. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      wire.ifPresent(Wire::close);
    } finally {
      lock.unlock();
    }
  }
}
