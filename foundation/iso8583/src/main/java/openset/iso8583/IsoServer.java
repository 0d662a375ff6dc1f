package openset.iso8583;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import openset.iso8583.pace.RateLimit;
import openset.iso8583.pace.Watch;
import openset.iso8583.secure.LinkTls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answering end of host links: accepts connections, wants each to sign on as an institution it
 * knows, hands requests to a handler on virtual threads, and sends each answer on the connection
 * its request came on, in whatever order they are ready.
 */
public final class IsoServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IsoServer.class);
  private static final Duration CLOSING = Duration.ofSeconds(20);

  private final ServerConfig config;
  private final Session.Shared shared;
  private final ServerSocket listener;
  private final Thread acceptor;
  private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
  private final AtomicLong connections = new AtomicLong();
  private final Watch watch;

  private IsoServer(ServerConfig config, InstantSource clock, IsoHandler handler)
      throws IOException {
    this.config = config;
    ServerConfig.Limits limits = config.limits();
    RateLimit signOns = new RateLimit(clock, 10 * limits.networkBurst(), limits.networkEvery());
    this.shared = new Session.Shared(clock, handler, signOns);
    this.watch = new Watch(config.name(), limits.silence().dividedBy(8));
    this.listener = listening(config);
    this.acceptor =
        Thread.ofVirtual().name("accept-" + config.name()).start(this::accept);
  }

  /** Starts to listen; port 0 takes a free one. */
  public static IsoServer start(ServerConfig config, InstantSource clock, IsoHandler handler)
      throws IOException {
    return new IsoServer(config, clock, handler);
  }

  private static ServerSocket listening(ServerConfig config) throws IOException {
    ServerSocket listener = new ServerSocket();
    try {
      listener.setReuseAddress(true);
      InetAddress host = InetAddress.getByName(config.at().host());
      listener.bind(new InetSocketAddress(host, config.at().port()), 64);
      return listener;
    } catch (IOException e) {
      listener.close();
      throw e;
    }
  }

  /** The TCP port it listens on. */
  public int port() {
    return listener.getLocalPort();
  }

  /**
   * Cuts over to another business day with every institution that is signed on, and waits for their
   * answers at most so long each; how many agreed. Requests under way are not touched.
   */
  public int cutOver(MonthDay day, Duration most) {
    List<Thread> tellers = new ArrayList<>();
    AtomicInteger agreed = new AtomicInteger();
    for (Session each : sessions) {
      tellers.add(
          Thread.startVirtualThread(
              () -> {
                if (each.cutOver(day, most)) agreed.incrementAndGet();
              }));
    }
    try {
      for (Thread teller : tellers) teller.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return agreed.get();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        serve(listener.accept());
      } catch (IOException e) {
        if (!listener.isClosed()) LOG.warn("{}: accept: {}", config.name(), e.toString());
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    ServerConfig.Limits limits = config.limits();
    if (sessions.size() >= limits.connections()) {
      LOG.warn("{}: connection refused, {} are open", config.name(), sessions.size());
      socket.close();
      return;
    }
    Wire wire = wire(socket);
    long number = connections.incrementAndGet();
    Session session = new Session(config, shared, wire, number);
    sessions.add(session);
    watch.add(wire);
    Thread.ofPlatform().daemon().name(config.name() + "-" + number).start(() -> run(session, wire));
  }

  private Wire wire(Socket socket) throws IOException {
    ServerConfig.Limits limits = config.limits();
    Wire.Tapped tapped = new Wire.Tapped(config.name(), config.tap());
    try {
      Wire.Rules rules = new Wire.Rules(config.terms(), limits.message(), limits.silence());
      // The handshake is the session's: it comes with the first read.
      Optional<LinkTls> tls = config.terms().tls();
      return new Wire(tls.isEmpty() ? socket : tls.get().accepted(socket), rules, tapped);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private void run(Session session, Wire wire) {
    try {
      session.run();
    } finally {
      watch.remove(wire);
      sessions.remove(session);
    }
  }

  private void drain(Session session) {
    try {
      if (session.drain(CLOSING)) return;
      LOG.warn("{}: closed with work at hand", config.name());
    } catch (InterruptedException e) {
      session.close();
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Stops listening and taking requests, and closes each connection when what is at work on it is
   * answered, after 20 s at the latest: what is stored is stored, and told, before this returns.
   * The port is free again then.
   */
  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      LOG.warn("{}: close: {}", config.name(), e.toString());
    }
    try {
      // A listener is closed by the thread that accepts, not by the one that says so: until it has
      // ended, the port is taken and another connection may come.
      boolean ended = acceptor.join(CLOSING);
      if (!ended) LOG.warn("{}: still accepts", config.name());
      // All of them first: nobody is closed while another may still begin something.
      sessions.forEach(Session::stopTaking);
      List<Thread> drains =
          sessions.stream()
              .map(each -> Thread.ofVirtual().name("drain").start(() -> drain(each)))
              .toList();
      for (Thread drain : drains) drain.join();
    } catch (InterruptedException e) {
      sessions.forEach(Session::close);
      Thread.currentThread().interrupt();
    } finally {
      watch.close();
    }
  }
}
