package openset.iso8583;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import openset.iso8583.pace.BackOff;
import openset.iso8583.pace.Watch;
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
  private static final int MALFORMED_MOST = 3;
  private static final int MESSAGE_MOST = 4096;

  private record Connection(Wire wire, Outstanding outstanding) {}

  private final LinkConfig config;
  private final InstantSource clock;
  private final LinkEvents events;
  private final Outstanding.Reversals reversals = new Outstanding.Reversals();
  private final AtomicInteger networkStan = new AtomicInteger();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Optional<Connection> current = Optional.empty();
  private Optional<Wire> wire = Optional.empty();
  private boolean closed;
  private final Thread keeper;

  private IsoLink(LinkConfig config, InstantSource clock, LinkEvents events) {
    this.config = config;
    this.clock = clock;
    this.events = events;
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
    return ask(connection.get(), request, end - System.nanoTime());
  }

  /** Waits until the link is signed on, at most so long; true when it is. */
  public boolean awaitUp(Duration timeout) {
    return connection(timeout).isPresent();
  }

  /** True when signed on. */
  public boolean isUp() {
    return awaitUp(Duration.ZERO);
  }

  /** True when a request under this number (element 11) waits for its answer on this link. */
  public boolean uses(int stan) {
    lock.lock();
    try {
      return current.isPresent() && current.get().outstanding.uses(stan);
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

  private Answer ask(Connection connection, IsoMessage request, long nanos) {
    Outstanding outstanding = connection.outstanding;
    Outstanding.Pending mine = outstanding.add(request, nanos);
    reversals.asked(request, events);
    try {
      if (mine.isDone()) return mine.outcome();
      if (outstanding.size() > 1) connection.wire.sendWithOthers(request);
      else connection.wire.send(request);
      return mine.await();
    } catch (IOException e) {
      outstanding.giveUp(mine, new Answer.NoAnswer(Answer.Reason.LINK_DOWN, true));
    } catch (InterruptedException e) {
      outstanding.giveUp(mine, new Answer.NoAnswer(Answer.Reason.TIMEOUT, true));
      Thread.currentThread().interrupt();
    }
    return mine.outcome();
  }

  private void keep() {
    LinkConfig.Timing timing = config.timing();
    BackOff backOff =
        new BackOff(timing.backOffFirst(), timing.backOffMost(), RandomGenerator.getDefault());
    while (!isClosed()) {
      boolean wasUp = connectOnce();
      if (wasUp) backOff.reset();
      rest(backOff.pause());
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
      int connect = Math.toIntExact(config.timing().connect().toMillis());
      socket.connect(new InetSocketAddress(config.peer().host(), config.peer().port()), connect);
      Wire.Tapped tapped = new Wire.Tapped(config.name(), config.tap());
      Duration silence = config.timing().idle().multipliedBy(3);
      Wire open = new Wire(socket, new Wire.Rules(config.terms(), MESSAGE_MOST, silence), tapped);
      Connection connection = new Connection(open, new Outstanding(reversals));
      if (!began(open)) return false;
      Thread.ofVirtual().name("time-" + config.name()).start(connection.outstanding::keepTime);
      // A thread of the system waits inside read itself; a virtual one would be woken by another.
      Thread reader =
          Thread.ofPlatform().daemon().name("read-" + config.name()).start(() -> read(connection));
      try (Watch watch = new Watch(config.name(), silence.dividedBy(8))) {
        watch.add(now -> leave(open, now));
        return live(connection, reader);
      } finally {
        open.close();
        reader.join();
      }
    } catch (IOException e) {
      LOG.debug("link {}: {}", config.name(), e.toString());
      return false;
    } catch (InterruptedException e) {
      close();
      return false;
    }
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
    if (!network(connection, Network.SIGN_ON)) {
      if (!isClosed()) LOG.warn("link {}: not signed on", config.name());
      return false;
    }
    publish(Optional.of(connection));
    LOG.info("link {}: signed on", config.name());
    events.up();
    boolean lives = true;
    while (lives && !reader.join(config.timing().idle())) {
      lives = network(connection, Network.ECHO);
    }
    publish(Optional.empty());
    events.down(lives ? "connection closed" : "no echo");
    return true;
  }

  private boolean network(Connection connection, String kind) {
    int stan = Math.floorMod(networkStan.getAndIncrement(), 999_999) + 1;
    IsoMessage request =
        Network.request(kind, config.institution(), stan, clock.instant());
    Answer answer = ask(connection, request, config.timing().connect().toNanos());
    return answer instanceof Answer.Answered(IsoMessage message)
        && message.text(39).orElse("").equals(Network.APPROVED);
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
    int malformed = 0;
    try {
      boolean open = true;
      while (open && malformed < MALFORMED_MOST) {
        try {
          Optional<IsoMessage> message = connection.wire.read();
          message.ifPresent(each -> connection.outstanding.take(each, events));
          open = message.isPresent();
        } catch (MalformedMessage e) {
          malformed++;
          LOG.warn("link {}: refused message: {}", config.name(), e.getMessage());
          events.malformed(e);
        }
      }
    } catch (IOException e) {
      LOG.debug("link {}: {}", config.name(), e.toString());
    } finally {
      publish(Optional.empty());
      connection.wire.close();
      connection.outstanding.close();
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
