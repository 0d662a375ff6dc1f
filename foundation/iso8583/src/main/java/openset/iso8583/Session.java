package openset.iso8583;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import openset.iso8583.pace.RateLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One accepted connection: sign-on first, then requests, answered where they came from. */
final class Session {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final int MALFORMED_MOST = 3;
  private static final String FORMAT_ERROR = "30";
  private static final String REFUSED = "05";
  private static final String SYSTEM_ERROR = "96";

  /** Bounds on sign-ons over all connections, and on network messages of this one. */
  record Rates(RateLimit signOns, RateLimit network) {}

  private final ServerConfig config;
  private final IsoHandler handler;
  private final Wire wire;
  private final long number;
  private final Rates rates;
  private final Semaphore atOnce;
  private Optional<IsoHandler.Peer> peer = Optional.empty();

  Session(ServerConfig config, IsoHandler handler, Wire wire, long number, Rates rates) {
    this.config = config;
    this.handler = handler;
    this.wire = wire;
    this.number = number;
    this.rates = rates;
    this.atOnce = new Semaphore(config.limits().atOnce());
  }

  /** Reads until the peer leaves or breaks the rules of the link. */
  void run() {
    int malformed = 0;
    try {
      boolean open = true;
      while (open && malformed < MALFORMED_MOST) {
        try {
          Optional<IsoMessage> message = wire.read();
          open = message.isPresent() && take(message.get());
        } catch (MalformedMessage e) {
          malformed++;
          LOG.warn("{}-{}: refused message: {}", config.name(), number, e.getMessage());
        }
      }
    } catch (IOException e) {
      LOG.debug("{}-{}: {}", config.name(), number, e.toString());
    } catch (InterruptedException e) {
      LOG.debug("{}-{}: interrupted", config.name(), number);
    } finally {
      close();
    }
  }

  /** Takes one message; false when the connection is to be closed. */
  private boolean take(IsoMessage message) throws IOException, InterruptedException {
    if (message.mti().original().equals(Mti.NETWORK)) return network(message);
    if (peer.isEmpty()) return closing("request before sign-on");
    if (!message.mti().wantsAnswer()) return closing("an answer nobody asked for");
    IsoHandler.Peer asker = peer.get();
    atOnce.acquire();
    Thread.startVirtualThread(() -> answer(asker, message));
    return true;
  }

  private boolean network(IsoMessage message) throws IOException {
    if (!rates.network.allows()) return closing("too many network messages");
    String kind = message.text(70).orElse("");
    if (kind.equals(Network.SIGN_ON)) return signOn(message);
    if (peer.isEmpty()) return closing("network message before sign-on");
    wire.sendWithNext(message.answer(kind.equals(Network.ECHO) ? Network.APPROVED : "12"));
    return true;
  }

  private boolean signOn(IsoMessage message) throws IOException {
    String institution = message.text(33).orElse("");
    boolean known = config.institutions().contains(institution);
    boolean other = peer.isPresent() && !peer.get().institution().equals(institution);
    if (!known || other || !rates.signOns.allows()) {
      wire.send(message.answer(REFUSED));
      return closing("sign-on refused");
    }
    peer = Optional.of(new IsoHandler.Peer(institution, number));
    wire.send(message.answer(Network.APPROVED));
    return true;
  }

  private boolean closing(String reason) {
    LOG.warn("{}-{}: closed: {}", config.name(), number, reason);
    return false;
  }

  private void answer(IsoHandler.Peer asker, IsoMessage request) {
    try {
      boolean others = atOnce.availablePermits() < config.limits().atOnce() - 1;
      for (IsoMessage answer : decided(asker, request)) {
        if (others) wire.sendWithOthers(answer);
        else wire.send(answer);
      }
    } catch (IOException e) {
      LOG.debug("{}-{}: answer not sent: {}", config.name(), number, e.toString());
    } finally {
      atOnce.release();
    }
  }

  private List<IsoMessage> decided(IsoHandler.Peer asker, IsoMessage request) {
    try {
      return handler.answers(asker, request);
    } catch (MalformedMessage e) {
      LOG.warn("{}-{}: {}: {}", config.name(), number, request.mti(), e.getMessage());
      return List.of(request.answer(FORMAT_ERROR));
    } catch (RuntimeException e) {
      LOG.error("{}-{}: {} failed", config.name(), number, request.mti(), e);
      return List.of(request.answer(SYSTEM_ERROR));
    }
  }

  void close() {
    wire.close();
  }

  /** Waits until no request is being answered, at most so long; true when none is. */
  boolean awaitQuiet(Duration most) throws InterruptedException {
    int all = config.limits().atOnce();
    boolean quiet = atOnce.tryAcquire(all, most.toNanos(), TimeUnit.NANOSECONDS);
    atOnce.release(quiet ? all : 0);
    return quiet;
  }
}
