package openset.gateway;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import openset.iso8583.IsoHandler;
import openset.iso8583.IsoMessage;
import openset.iso8583.IsoServer;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Mti;
import openset.iso8583.ServerConfig;
import openset.iso8583.host.AuthorizationAnswer;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.CheckResults;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.Decision;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Octets;
import openset.iso8583.host.Reversal;
import openset.iso8583.host.SaleRequest;
import openset.iso8583.host.StandInAdvice;

/**
 * An acquirer on a socket: it keeps what it holds by idempotency key, does nothing twice, and says
 * what a test wants it to say.
 */
final class TestAcquirer implements IsoHandler, AutoCloseable {
  static final String CODE = "A1B2C3";

  final List<IsoMessage> received = new CopyOnWriteArrayList<>();
  /** What stands held or booked, in minor units, by the key of its 0100. */
  final Map<Octets, Long> held = new ConcurrentHashMap<>();
  final Map<Octets, Long> booked = new ConcurrentHashMap<>();
  final Map<Octets, Long> credits = new ConcurrentHashMap<>();
  private final Set<Octets> takenBack = ConcurrentHashMap.newKeySet();
  /** How often a hold was really released. */
  final AtomicInteger released = new AtomicInteger();
  /** Whatever waits for it waits until the test lets it go on. */
  final CountDownLatch slow = new CountDownLatch(1);

  private final int port;
  private volatile IsoServer server;
  volatile Manner manner = TestAcquirer::work;

  /** How it answers. */
  interface Manner {
    IsoMessage of(TestAcquirer acquirer, IsoMessage request) throws MalformedMessage;
  }

  TestAcquirer() throws IOException {
    server = listening(0);
    port = server.port();
  }

  private IsoServer listening(int at) throws IOException {
    ServerConfig config = ServerConfig.on("acquirer", "127.0.0.1", at, Set.of("888001"));
    return IsoServer.start(config, InstantSource.system(), this);
  }

  int port() {
    return port;
  }

  /** Closes its listener and every link. */
  void down() {
    server.close();
  }

  void up() throws IOException {
    server = listening(port);
  }

  @Override
  public IsoMessage answer(Peer peer, IsoMessage request) throws MalformedMessage {
    received.add(request);
    return manner.of(this, request);
  }

  /** What it was asked by 0100, in order. */
  Stream<AuthorizationRequest> asked() {
    return received.stream()
        .filter(message -> message.mti().equals(Mti.AUTHORIZATION))
        .map(TestAcquirer::asked);
  }

  private static AuthorizationRequest asked(IsoMessage message) {
    try {
      return AuthorizationRequest.of(message);
    } catch (MalformedMessage e) {
      throw new AssertionError(e);
    }
  }

  /** What stands captured, in minor units. */
  long captured() {
    return standing(booked);
  }

  /** What stands credited, in minor units. */
  long credited() {
    return standing(credits);
  }

  private long standing(Map<Octets, Long> items) {
    return items.entrySet().stream()
        .filter(item -> !takenBack.contains(item.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** How many of a type it received, repeats included. */
  long received(Mti mti) {
    return received.stream().filter(m -> m.mti().original().equals(mti)).count();
  }

  /** Approves, releases and books as asked. */
  IsoMessage work(IsoMessage request) throws MalformedMessage {
    Mti mti = request.mti().original();
    if (mti.equals(Mti.FINANCIAL)) {
      AuthorizationRequest asked = SaleRequest.of(request).request();
      held.putIfAbsent(asked.purchase().key(), asked.amount().minor());
      booked.putIfAbsent(asked.purchase().key(), asked.amount().minor());
      return new Decision.Approved(CODE).answer(request);
    }
    if (mti.equals(Mti.AUTHORIZATION_ADVICE)) {
      AuthorizationRequest told = StandInAdvice.of(request).request();
      held.putIfAbsent(told.purchase().key(), told.amount().minor());
      return request.answer("00");
    }
    if (mti.equals(Mti.AUTHORIZATION)) {
      AuthorizationRequest asked = AuthorizationRequest.of(request);
      held.putIfAbsent(asked.purchase().key(), asked.amount().minor());
      return new Decision.Approved(CODE).answer(request);
    }
    if (mti.equals(Mti.REVERSAL)) {
      Reversal reversal = Reversal.of(request);
      OptionalLong staying = reversal.amounts().replacement();
      staying.ifPresent(
          minor ->
              held.computeIfPresent(
                  reversal.purchase().key(), (key, before) -> Math.min(before, minor)));
      if (staying.isEmpty() && held.remove(reversal.purchase().key()) != null) {
        released.incrementAndGet();
      }
      return request.answer("00");
    }
    ClearingItem item = ClearingItem.of(request);
    FinancialAdvice advice = item.advice();
    if (!held.containsKey(advice.approval().key())) return request.answer("25");
    switch (item.kind()) {
      case CAPTURE -> booked.putIfAbsent(advice.purchase().key(), advice.amount().minor());
      case CREDIT -> credits.putIfAbsent(advice.purchase().key(), advice.amount().minor());
      case CAPTURE_REVERSAL, CREDIT_REVERSAL -> {
        Octets earlier = item.earlier().orElseThrow();
        if (!booked.containsKey(earlier) && !credits.containsKey(earlier)) {
          return request.answer("25");
        }
        takenBack.add(earlier);
      }
      default -> throw new AssertionError(item.kind());
    }
    return request.answer("00");
  }

  /** Works, and says until when it holds. */
  static Manner holdingUntil(Instant end) {
    return (acquirer, request) -> {
      IsoMessage answer = acquirer.work(request);
      return request.mti().equals(Mti.AUTHORIZATION)
          ? new AuthorizationAnswer(
                  Decision.of(answer), CheckResults.NONE, Optional.of(end))
              .answer(request)
          : answer;
    };
  }

  /** Works, but answers with another code. */
  static Manner saying(String code) {
    return (acquirer, request) -> new Decision.Declined(code).answer(request);
  }

  /** Approves so many minor units. */
  static Manner partly(long minor) {
    return (acquirer, request) -> {
      acquirer.held.put(AuthorizationRequest.of(request).purchase().key(), minor);
      return new Decision.PartlyApproved(CODE, minor).answer(request);
    };
  }

  /** Holds the money, and answers a message of this type only when the test lets it. */
  static Manner slowOn(Mti mti) {
    return (acquirer, request) -> {
      IsoMessage answer = acquirer.work(request);
      if (request.mti().original().equals(mti)) acquirer.awaitSlow();
      return answer;
    };
  }

  /** Keeps an answer back until the test lets it go. */
  void waitForTest() {
    awaitSlow();
  }

  private void awaitSlow() {
    try {
      slow.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    slow.countDown();
    server.close();
  }
}
