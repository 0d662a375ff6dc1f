package openset.iso8583;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import openset.crypto.SecretBytes;
import openset.iso8583.pace.Watch;
import openset.iso8583.secure.MacGuard;
import openset.iso8583.table.Form;
import openset.iso8583.table.LengthHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One TCP connection that carries framed messages both ways. Many threads may send; whoever gets
 * the lock writes what all of them left, in one call.
 */
final class Wire implements Closeable, Watch.Watched {
  private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
  private static final Duration LAST_WRITES = Duration.ofSeconds(5);

  /** A tap, and the name it knows the link by. */
  record Tapped(String link, Tap tap) {}

  /**
   * What of a link's configuration a connection goes by.
   *
   * @param most octets of one message
   * @param silence after which the connection is dropped: of a peer that sends nothing whole, or
   *     takes nothing
   */
  record Rules(LinkTerms terms, int most, Duration silence) {}

  private final Socket socket;
  private final Tapped tapped;
  private final Rules rules;
  private final FrameReader in;
  private final OutputStream out;
  private final ConcurrentLinkedQueue<byte[]> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writing = new ReentrantLock();
  private final MacGuard guard = new MacGuard();
  private final ReentrantLock coding = new ReentrantLock();
  private final AtomicBoolean gathering = new AtomicBoolean();
  private final byte[] round = new byte[16_384];
  private volatile boolean reading;
  private volatile long readingSince;
  private volatile boolean writes;
  private volatile long writingSince;

  /**
   * That connection.
   *
   * @throws IOException also where it leads to itself: while nobody listens, TCP may give whoever
   *     connects the very port it connects to, and whoever belongs there could not come back
   */
  Wire(Socket socket, Rules rules, Tapped tapped) throws IOException {
    if (socket.getLocalSocketAddress().equals(socket.getRemoteSocketAddress())) {
      throw new IOException("connected to itself");
    }
    this.socket = socket;
    this.tapped = tapped;
    socket.setTcpNoDelay(true);
    this.rules = rules;
    LengthHeader header = rules.terms.header();
    this.in = new FrameReader(socket.getInputStream(), header, rules.most);
    this.out = socket.getOutputStream();
  }

  /** The next message; empty at the end of the stream. Only one thread reads. */
  Optional<IsoMessage> read() throws IOException, MalformedMessage {
    readingSince = System.nanoTime();
    reading = true;
    try {
      return in.next(this::decoded);
    } finally {
      reading = false;
    }
  }

  /**
   * A frame must be here within the time of silence, so that nobody lives on single octets, and
   * what is written be taken within it, so that nobody lets answers pile up.
   */
  boolean isSilent(long now) {
    return reading && isLong(now, readingSince) || writes && isLong(now, writingSince);
  }

  private boolean isLong(long now, long since) {
    return now - since > rules.silence.toNanos();
  }

  @Override
  public void look(long now) {
    if (!isSilent(now)) return;
    LOG.warn("{}: a frame took too long", tapped.link);
    close();
  }

  /** What it goes over; its certificates are what is wanted of it. */
  Socket socket() {
    return socket;
  }

  /** The keys of this connection; they count only where the link has any. */
  MacGuard guard() {
    return guard;
  }

  private IsoMessage decoded(byte[] buffer, int from, int to) throws MalformedMessage {
    IsoMessage message = IsoCodec.decode(rules.terms.variant(), buffer, from, to);
    if (rules.terms.keys().isPresent()) message = proved(message, buffer, from, to);
    passes(Tap.Way.IN, message, to - from);
    return message;
  }

  private IsoMessage proved(IsoMessage message, byte[] buffer, int from, int to)
      throws MalformedMessage {
    int field = message.macField();
    byte[] code = message.at(field);
    if (code == null) {
      if (guard.isBare()) return message;
      throw MalformedMessage.unauthentic(field);
    }
    int length = to - from - rules.terms.variant().form(field).octets(MacGuard.OCTETS);
    if (!guard.accepts(code, buffer, from, length)) throw MalformedMessage.unauthentic(field);
    return message.withoutMac();
  }

  private void passes(Tap.Way way, IsoMessage message, int octets) {
    if (tapped.tap == Tap.NONE) return;
    try {
      Tap.Passed passed = new Tap.Passed(tapped.link, way, message.mti(), octets);
      tapped.tap.passed(passed);
      if (tapped.tap.wantsPictures()) tapped.tap.pictured(passed, Picture.of(message));
    } catch (RuntimeException e) {
      LOG.error("{}: the tap failed", tapped.link, e);
    }
  }

  /** Hands the message to the connection; a failure closes it. */
  void send(IsoMessage message) throws IOException {
    put(message);
    flush();
  }

  /**
   * As {@link #send}, where others are about to send too: lets them put theirs first, so that one
   * call writes all.
   */
  void sendWithOthers(IsoMessage message) throws IOException {
    put(message);
    if (gathering.compareAndSet(false, true)) {
      Thread.yield();
      gathering.set(false);
      flush();
    }
  }

  /** As {@link #send}, but only later where another frame is here already to be read. */
  void sendWithNext(IsoMessage message) throws IOException {
    put(message);
    if (!in.hasFrame()) flush();
  }

  private void put(IsoMessage message) {
    if (rules.terms.keys().isEmpty()) {
      waiting.add(framed(message));
      return;
    }
    // Under one lock, so that nothing under an old key goes out after something under a new one.
    coding.lock();
    try {
      Optional<SecretBytes> key = guard.sending();
      waiting.add(key.isEmpty() ? framed(message) : coded(message, key.get()));
    } finally {
      coding.unlock();
    }
  }

  private byte[] framed(IsoMessage message) {
    LengthHeader header = rules.terms.header();
    byte[] frame = IsoCodec.encode(rules.terms.variant(), message, header.octets());
    int length = frame.length - header.octets();
    header.write(length, frame, 0);
    passes(Tap.Way.OUT, message, length);
    return frame;
  }

  private byte[] coded(IsoMessage message, SecretBytes key) {
    int field = message.macField();
    byte[] frame = framed(message.with().put(field, new byte[MacGuard.OCTETS]).build());
    int header = rules.terms.header().octets();
    Form form = rules.terms.variant().form(field);
    int at = frame.length - form.octets(MacGuard.OCTETS);
    form.write(MacGuard.code(key, frame, header, at - header), frame, at);
    return frame;
  }

  private void flush() throws IOException {
    while (!waiting.isEmpty() && writing.tryLock()) {
      try {
        drain();
      } finally {
        writing.unlock();
      }
    }
  }

  private void drain() throws IOException {
    writingSince = System.nanoTime();
    writes = true;
    try {
      writeAll();
    } catch (IOException e) {
      close();
      throw e;
    } finally {
      writes = false;
    }
  }

  private void writeAll() throws IOException {
    int length = 0;
    for (byte[] frame = waiting.poll(); frame != null; frame = waiting.poll()) {
      if (length + frame.length > round.length) {
        out.write(round, 0, length);
        length = 0;
      }
      if (frame.length > round.length) {
        out.write(frame);
      } else {
        System.arraycopy(frame, 0, round, length, frame.length);
        length += frame.length;
      }
    }
    out.write(round, 0, length);
  }

  /**
   * Closes once all that was sent is written, or after five seconds without the peer taking it: a
   * message may have been left to a thread that writes for others.
   */
  void end() {
    try {
      if (!writing.tryLock(LAST_WRITES.toNanos(), TimeUnit.NANOSECONDS)) return;
      try {
        drain();
      } finally {
        writing.unlock();
      }
    } catch (IOException e) {
      LOG.debug("{}: closed before all was written: {}", tapped.link, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close();
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // A socket that cannot be closed is closed: there is nothing left to do with it.
      waiting.clear();
    }
  }
}
