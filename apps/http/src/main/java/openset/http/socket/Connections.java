package openset.http.socket;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.common.socket.SocketOptions;
import io.helidon.http.DirectHandler;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * All connections of a server, watched so that none keeps it waiting: the server underneath waits
 * for ever for a handshake, a head, a body or a reader, which would let one peer hold all of them.
 */
public final class Connections implements ServerConnectionSelector, AutoCloseable {
  private final Map<SocketAddress, WatchedSocket> sockets = new ConcurrentHashMap<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("openset-http-watch").factory());

  private final ServerConnectionSelector inner;
  private final Patience patience;
  private final InstantSource clock;

  /**
   * How long a peer may keep us waiting.
   *
   * @param request for a request to arrive, for a handshake and for an answer to be taken
   * @param idle between requests
   */
  public record Patience(Duration request, Duration idle) {}

  /**
   * Watches from now on, until closed.
   *
   * @param inner serves each connection
   * @param patience how long a peer may keep us waiting
   * @param clock measures it
   */
  public Connections(ServerConnectionSelector inner, Patience patience, InstantSource clock) {
    this.inner = inner;
    this.patience = patience;
    this.clock = clock;
    long shorter = Math.min(patience.request().toMillis(), patience.idle().toMillis());
    long tick = Math.clamp(shorter / 4, 20, 500);
    watch.scheduleWithFixedDelay(this::check, tick, tick, TimeUnit.MILLISECONDS);
  }

  private void check() {
    long now = clock.millis();
    sockets.values().removeIf(socket -> !socket.isOpen());
    sockets.values().forEach(socket -> socket.check(now));
  }

  /** The options of accepted sockets, through which each of them is made known here. */
  public SocketOptions options() {
    return new AcceptOptions(SocketOptions.create(), this::accepted);
  }

  private void accepted(SocketChannel channel) {
    SocketAddress peer = channel.socket().getRemoteSocketAddress();
    sockets.put(peer, new WatchedSocket(channel, patience, clock.millis()));
  }

  @Override
  public int bytesToIdentifyConnection() {
    return inner.bytesToIdentifyConnection();
  }

  @Override
  public Support supports(BufferData data) {
    return inner.supports(data);
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return inner.supportedApplicationProtocols();
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    SocketAddress peer = context.remotePeer().address();
    WatchedSocket socket = sockets.get(peer);
    if (socket == null) {
      throw new CloseConnectionException("closed before it was served");
    }
    return new Leaving(inner.connection(new Watched(context, socket)), peer);
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }

  /** Forgets a connection when it ends. */
  private final class Leaving implements ServerConnection {
    private final ServerConnection connection;
    // Asked of the context when the connection has ended, it may be gone.
    private final SocketAddress peer;

    Leaving(ServerConnection connection, SocketAddress peer) {
      this.connection = connection;
      this.peer = peer;
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
      try {
        connection.handle(limit);
      } finally {
        sockets.remove(peer);
      }
    }

    @Override
    public Duration idleTime() {
      return connection.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
      connection.close(interrupt);
    }
  }

  /** A connection whose reading and writing is told to its watch. */
  private final class Watched implements ConnectionContext, DataWriter {
    private final ConnectionContext context;
    private final WatchedSocket socket;
    private final DataReader reader;

    Watched(ConnectionContext context, WatchedSocket socket) {
      this.context = context;
      this.socket = socket;
      this.reader = DataReader.create(this::pull);
    }

    private byte[] pull() {
      DataReader source = context.dataReader();
      socket.startsReading(clock.millis());
      try {
        source.ensureAvailable();
      } catch (RuntimeException e) {
        throw socket.isLate() ? late() : e;
      }
      socket.hasRead(clock.millis());
      return source.readBytes(source.available());
    }

    private RuntimeException late() {
      return socket.inRequest()
          ? RequestException.builder()
              .type(DirectHandler.EventType.OTHER)
              .status(Status.REQUEST_TIMEOUT_408)
              .setKeepAlive(false)
              .message("slow request")
              .build()
          : new CloseConnectionException("said nothing for too long");
    }

    private void writing(Runnable write) {
      socket.startsWriting(clock.millis());
      write.run();
      socket.hasWritten();
    }

    @Override
    public void write(BufferData... buffers) {
      writing(() -> context.dataWriter().write(buffers));
    }

    @Override
    public void write(BufferData buffer) {
      writing(() -> context.dataWriter().write(buffer));
    }

    @Override
    public void writeNow(BufferData... buffers) {
      writing(() -> context.dataWriter().writeNow(buffers));
    }

    @Override
    public void writeNow(BufferData buffer) {
      writing(() -> context.dataWriter().writeNow(buffer));
    }

    @Override
    public void flush() {
      writing(context.dataWriter()::flush);
    }

    @Override
    public DataReader dataReader() {
      return reader;
    }

    @Override
    public DataWriter dataWriter() {
      return this;
    }

    @Override
    public ListenerContext listenerContext() {
      return context.listenerContext();
    }

    @Override
    public ExecutorService executor() {
      return context.executor();
    }

    @Override
    public Router router() {
      return context.router();
    }

    @Override
    public Optional<ProxyProtocolData> proxyProtocolData() {
      return context.proxyProtocolData();
    }

    @Override
    public HelidonSocket serverSocket() {
      return context.serverSocket();
    }

    @Override
    public PeerInfo remotePeer() {
      return context.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
      return context.localPeer();
    }

    @Override
    public boolean isSecure() {
      return context.isSecure();
    }

    @Override
    public String socketId() {
      return context.socketId();
    }

    @Override
    public String childSocketId() {
      return context.childSocketId();
    }
  }
}
