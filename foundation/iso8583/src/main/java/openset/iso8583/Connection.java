package openset.iso8583;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.MonthDay;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import openset.crypto.SecretBytes;
import openset.iso8583.secure.KeyExchange;
import openset.iso8583.secure.LinkKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection of a link, from its sign-on to its end. */
final class Connection {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private static final int MALFORMED_MOST = 3;

  /** What all connections of a link share. */
  record Shared(
      LinkConfig config,
      InstantSource clock,
      LinkEvents events,
      Outstanding.Reversals reversals,
      AtomicInteger networkStan) {}

  private final Shared shared;
  private final LinkConfig config;
  private final LinkEvents events;
  private final Wire wire;
  private final Outstanding outstanding;
  /** Called when the peer signs off: nothing is to be asked on it any more. */
  private final Runnable leaving;
  private final ReentrantLock changing = new ReentrantLock();
  private Optional<String> challenge = Optional.empty();
  private Optional<MonthDay> day = Optional.empty();

  Connection(Shared shared, Wire wire, Runnable leaving) {
    this.shared = shared;
    this.config = shared.config;
    this.events = shared.events;
    this.wire = wire;
    this.outstanding = new Outstanding(shared.reversals);
    this.leaving = leaving;
  }

  Wire wire() {
    return wire;
  }

  Outstanding outstanding() {
    return outstanding;
  }

  /** Asks and waits for the answer. */
  Answer ask(IsoMessage request, long nanos) {
    Outstanding.Pending mine = outstanding.add(request, nanos);
    shared.reversals.asked(request, events);
    try {
      if (mine.isDone()) return mine.outcome();
      if (outstanding.size() > 1) wire.sendWithOthers(request);
      else wire.send(request);
      return mine.await();
    } catch (IOException e) {
      outstanding.giveUp(mine, new Answer.NoAnswer(Answer.Reason.LINK_DOWN, true));
    } catch (InterruptedException e) {
      outstanding.giveUp(mine, new Answer.NoAnswer(Answer.Reason.TIMEOUT, true));
      Thread.currentThread().interrupt();
    }
    return mine.outcome();
  }

  /** Signs on, and agrees on a key where the link has keys; true when requests may be asked. */
  boolean signOn() {
    Optional<IsoMessage> answer = network(request(Network.SIGN_ON).build());
    if (answer.isEmpty()) return false;
    challenge = answer.get().text(Network.CHALLENGE);
    return config.terms().keys().isEmpty() || changeKey();
  }

  /** Proves that the peer is there. */
  boolean echo() {
    return network(request(Network.ECHO).build()).isPresent();
  }

  /** Tells the peer that nothing more is asked; true when it agreed. */
  boolean signOff() {
    return network(request(Network.SIGN_OFF).build()).isPresent();
  }

  /** Tells the peer of another business day; true when it agreed. */
  boolean cutOver(MonthDay next) {
    String text = String.format("%02d%02d", next.getMonthValue(), next.getDayOfMonth());
    return network(request(Network.CUT_OVER).put(15, text).build()).isPresent();
  }

  /** Offers a new session key; where the peer refuses it, the old one stays. */
  boolean changeKey() {
    changing.lock();
    try {
      return offerKey();
    } finally {
      changing.unlock();
    }
  }

  private boolean offerKey() {
    LinkKeys keys = config.terms().keys().orElseThrow();
    Optional<SecretBytes> master = keys.master(config.institution());
    if (master.isEmpty() || challenge.isEmpty()) return refused();
    KeyExchange.Offered offered =
        KeyExchange.offer(master.get(), challenge.get(), keys.randomness());
    wire.guard().expect(offered.key());
    Optional<IsoMessage> answer =
        network(
            request(Network.KEY_CHANGE)
                .put(Network.WRAPPED_KEY, offered.exchange().wrapped())
                .put(Network.CHECK_VALUE, offered.exchange().check())
                .build());
    // An answer under another key than the one that was offered proves nothing.
    if (answer.isEmpty() || !wire.guard().isProved(offered.key())) return refused();
    wire.guard().sendUnder(offered.key());
    challenge = answer.get().text(Network.CHALLENGE);
    events.keyChanged(offered.exchange().check());
    return echo();
  }

  private boolean refused() {
    wire.guard().forget();
    events.keyRefused();
    return false;
  }

  private IsoMessage.Builder request(String kind) {
    int stan = Math.floorMod(shared.networkStan.getAndIncrement(), 999_999) + 1;
    return Network.request(kind, config.institution(), stan, shared.clock.instant()).with();
  }

  private Optional<IsoMessage> network(IsoMessage request) {
    Answer answer = ask(request, config.timing().connect().toNanos());
    return answer instanceof Answer.Answered(IsoMessage message)
            && message.text(39).orElse("").equals(Network.APPROVED)
        ? Optional.of(message)
        : Optional.empty();
  }

  /** Reads until the connection ends. */
  void read() {
    int malformed = 0;
    int unauthentic = 0;
    try {
      boolean open = true;
      while (open && malformed < MALFORMED_MOST && unauthentic < failuresMost()) {
        try {
          Optional<IsoMessage> message = wire.read();
          if (message.isPresent()) take(message.get());
          open = message.isPresent();
        } catch (MalformedMessage e) {
          if (e.isUnauthentic()) unauthentic++;
          else malformed++;
          LOG.warn("link {}: refused message: {}", config.name(), e.getMessage());
          events.malformed(e);
        }
      }
    } catch (IOException e) {
      LOG.debug("link {}: {}", config.name(), e.toString());
    }
  }

  private int failuresMost() {
    return config.terms().keys().map(LinkKeys::failures).orElse(1);
  }

  private void take(IsoMessage message) throws IOException {
    boolean asks = message.mti().kind() == Mti.NETWORK.kind() && message.mti().wantsAnswer();
    if (!asks) {
      outstanding.take(message, events);
      return;
    }
    switch (message.text(70).orElse("")) {
      case Network.ECHO -> wire.send(message.answer(Network.APPROVED));
      case Network.CUT_OVER -> wire.send(message.answer(cutOver(message)));
      case Network.SIGN_OFF -> {
        leaving.run();
        wire.send(message.answer(Network.APPROVED));
        Thread.ofVirtual().name("leave-" + config.name()).start(this::leave);
      }
      default -> wire.send(message.answer(Network.INVALID));
    }
  }

  private String cutOver(IsoMessage message) {
    Optional<MonthDay> next = Network.day(message);
    if (next.isEmpty() || !Network.follows(day, next.get())) return Network.INVALID;
    if (!day.equals(next)) events.cutOver(next.get());
    day = next;
    return Network.APPROVED;
  }

  /** Waits for what is under way, and closes. */
  private void leave() {
    awaitQuiet(config.timing().idle());
    wire.end();
  }

  /** Waits until nothing is under way, at most so long; true when nothing is. */
  boolean awaitQuiet(Duration most) {
    return outstanding.awaitNone(most);
  }

  void close() {
    wire.close();
    outstanding.close();
  }
}
