package openset.iso8583;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import openset.crypto.SecretBytes;
import openset.iso8583.pace.RateLimit;
import openset.iso8583.secure.KeyExchange;
import openset.iso8583.secure.LinkKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One accepted connection: sign-on first, then requests, answered where they came from. */
final class Session {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final int MALFORMED_MOST = 3;
  private static final Duration DRAIN = Duration.ofSeconds(20);
  private static final String FORMAT_ERROR = "30";
  private static final String REFUSED = "05";
  private static final String SYSTEM_ERROR = "96";

  /** What all sessions of a server share: its clock, and the bound on sign-ons of all of them. */
  record Shared(InstantSource clock, IsoHandler handler, RateLimit signOns) {}

  private final ServerConfig config;
  private final Shared shared;
  private final Wire wire;
  private final long number;
  private final RateLimit network;
  private final Semaphore atOnce;
  private final Outstanding asked = new Outstanding(new Outstanding.Reversals());
  private final AtomicInteger stans = new AtomicInteger();
  private volatile Optional<IsoHandler.Peer> peer = Optional.empty();
  private volatile boolean ending;
  private Optional<String> challenge = Optional.empty();
  private Optional<MonthDay> day = Optional.empty();

  Session(ServerConfig config, Shared shared, Wire wire, long number) {
    this.config = config;
    this.shared = shared;
    this.wire = wire;
    this.number = number;
    ServerConfig.Limits limits = config.limits();
    this.network = new RateLimit(shared.clock, limits.networkBurst(), limits.networkEvery());
    this.atOnce = new Semaphore(limits.atOnce());
  }

  /** Reads until the peer leaves or breaks the rules of the link. */
  void run() {
    int malformed = 0;
    int unauthentic = 0;
    Thread.ofVirtual().name("time-" + config.name()).start(asked::keepTime);
    try {
      boolean open = true;
      while (open && malformed < MALFORMED_MOST) {
        try {
          Optional<IsoMessage> message = wire.read();
          open = message.isPresent() && take(message.get());
        } catch (MalformedMessage e) {
          LOG.warn("{}-{}: refused message: {}", config.name(), number, e.getMessage());
          if (e.isUnauthentic()) open = ++unauthentic < failuresMost() || signedOff();
          else malformed++;
        }
      }
      wire.end();
    } catch (SSLException e) {
      LOG.warn("{}-{}: TLS: {}", config.name(), number, e.getMessage());
    } catch (IOException e) {
      LOG.debug("{}-{}: {}", config.name(), number, e.toString());
    } catch (InterruptedException e) {
      LOG.debug("{}-{}: interrupted", config.name(), number);
    } finally {
      asked.close();
      close();
    }
  }

  private int failuresMost() {
    return config.terms().keys().map(LinkKeys::failures).orElse(1);
  }

  /** Signs the line off after too many wrong codes; false, for the connection is over with it. */
  private boolean signedOff() throws IOException {
    peer = Optional.empty();
    wire.send(request(Network.SIGN_OFF));
    return closing("signed off: too many messages with a wrong code or none");
  }

  private IsoMessage request(String kind) {
    int stan = Math.floorMod(stans.getAndIncrement(), 999_999) + 1;
    String institution = peer.map(IsoHandler.Peer::institution).orElse("0");
    return Network.request(kind, institution, stan, shared.clock.instant());
  }

  /** Takes one message; false when the connection is to be closed. */
  private boolean take(IsoMessage message) throws IOException, InterruptedException {
    boolean wants = message.mti().wantsAnswer();
    if (message.mti().kind() == Mti.NETWORK.kind()) {
      if (wants) return network(message);
      asked.take(message, new LinkAlarms(config.name()));
      return true;
    }
    if (peer.isEmpty()) return closing("request before sign-on");
    if (!wants) return closing("an answer nobody asked for");
    if (config.terms().keys().isPresent() && wire.guard().isBare()) {
      return closing("request before a key was exchanged");
    }
    IsoHandler.Peer asker = peer.get();
    atOnce.acquire();
    if (ending) {
      // Nobody answers it: the peer learns that by the end of the connection.
      atOnce.release();
      return true;
    }
    Thread.startVirtualThread(() -> answer(asker, message));
    return true;
  }

  private boolean network(IsoMessage message) throws IOException, InterruptedException {
    if (!network.allows()) return closing("too many network messages");
    String kind = message.text(70).orElse("");
    if (kind.equals(Network.SIGN_ON)) return signOn(message);
    if (peer.isEmpty()) return closing("network message before sign-on");
    switch (kind) {
      case Network.ECHO -> wire.sendWithNext(message.answer(Network.APPROVED));
      case Network.KEY_CHANGE -> changeKey(message);
      case Network.CUT_OVER -> wire.send(message.answer(cutOver(message)));
      case Network.SIGN_OFF -> signOff(message);
      default -> wire.send(message.answer(Network.INVALID));
    }
    return true;
  }

  private boolean signOn(IsoMessage message) throws IOException {
    String institution = message.text(33).orElse("");
    boolean known = config.institutions().contains(institution) && isProved(institution);
    boolean other = peer.isPresent() && !peer.get().institution().equals(institution);
    if (!known || other || !shared.signOns.allows()) {
      wire.send(message.answer(REFUSED));
      return closing("sign-on refused");
    }
    peer = Optional.of(new IsoHandler.Peer(institution, number));
    wire.send(challenging(message.answer().put(39, Network.APPROVED)));
    return true;
  }

  /** Where there are keys or certificates, the institution has one of its own. */
  private boolean isProved(String institution) {
    LinkTerms terms = config.terms();
    return terms.keys().map(keys -> keys.master(institution).isPresent()).orElse(true)
        && terms.tls().map(tls -> tls.speaksFor(institution, wire.socket())).orElse(true);
  }

  /** With a challenge for the next key, where there are keys. */
  private IsoMessage challenging(IsoMessage.Builder answer) {
    challenge = config.terms().keys().map(keys -> KeyExchange.challenge(keys.randomness()));
    challenge.ifPresent(digits -> answer.put(Network.CHALLENGE, digits));
    return answer.build();
  }

  private void changeKey(IsoMessage message) throws IOException {
    Optional<SecretBytes> master =
        config.terms().keys().flatMap(keys -> keys.master(peer.orElseThrow().institution()));
    if (master.isEmpty() || challenge.isEmpty()) {
      wire.send(message.answer(Network.INVALID));
      return;
    }
    KeyExchange exchange =
        new KeyExchange(
            message.text(Network.WRAPPED_KEY).orElse(""),
            message.text(Network.CHECK_VALUE).orElse(""));
    String code = Network.APPROVED;
    try {
      SecretBytes key = exchange.accept(master.get(), challenge.get());
      wire.guard().expect(key);
      wire.guard().sendUnder(key);
      LOG.info("{}-{}: session key {} in force", config.name(), number, exchange.check());
    } catch (KeyExchange.Rejected e) {
      LOG.error("{}-{}: key refused: {}", config.name(), number, e.getMessage());
      code = Network.SECURITY_VIOLATION;
    }
    wire.send(challenging(message.answer().put(39, code)));
  }

  private String cutOver(IsoMessage message) {
    Optional<MonthDay> next = Network.day(message);
    if (next.isEmpty() || !Network.follows(day, next.get())) return Network.INVALID;
    boolean same = day.equals(next);
    day = next;
    if (!same) shared.handler.cutOver(peer.orElseThrow(), next.get());
    return Network.APPROVED;
  }

  /** No more requests are taken; those at work are answered before the sign-off is. */
  private void signOff(IsoMessage message) throws IOException, InterruptedException {
    peer = Optional.empty();
    if (!awaitQuiet(DRAIN)) LOG.warn("{}-{}: signed off with work at hand", config.name(), number);
    wire.send(message.answer(Network.APPROVED));
  }

  /** Tells the peer of another business day and waits; true when it agreed. */
  boolean cutOver(MonthDay next, Duration most) {
    if (peer.isEmpty()) return false;
    String text = String.format("%02d%02d", next.getMonthValue(), next.getDayOfMonth());
    return asks(request(Network.CUT_OVER).with().put(15, text).build(), most);
  }

  private boolean asks(IsoMessage request, Duration most) {
    Outstanding.Pending mine = asked.add(request, most.toNanos());
    try {
      if (!mine.isDone()) wire.send(request);
      return mine.await() instanceof Answer.Answered(IsoMessage answer)
          && answer.text(39).orElse("").equals(Network.APPROVED);
    } catch (IOException e) {
      asked.giveUp(mine, new Answer.NoAnswer(Answer.Reason.LINK_DOWN, true));
    } catch (InterruptedException e) {
      asked.giveUp(mine, new Answer.NoAnswer(Answer.Reason.TIMEOUT, true));
      Thread.currentThread().interrupt();
    }
    return false;
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
      return shared.handler.answers(asker, request);
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

  /** Takes no more requests. */
  void stopTaking() {
    ending = true;
  }

  /** Answers the requests at work, and closes; false when they took longer. */
  boolean drain(Duration most) throws InterruptedException {
    boolean quiet = awaitQuiet(most);
    if (quiet) wire.end();
    else close();
    return quiet;
  }

  /** Waits until no request is being answered, at most so long; true when none is. */
  boolean awaitQuiet(Duration most) throws InterruptedException {
    int all = config.limits().atOnce();
    boolean quiet = atOnce.tryAcquire(all, most.toNanos(), TimeUnit.NANOSECONDS);
    atOnce.release(quiet ? all : 0);
    return quiet;
  }
}
