package openset.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
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
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/**
 * Bounds how long one request may take to arrive. The server underneath bounds each read only, so a
 * peer that sends an octet now and then would hold a connection for hours. Here a request begins with
 * its first octet and ends when something is written back.
 */
final class TimedConnections implements ServerConnectionSelector {
  private final ServerConnectionSelector inner;
  private final Duration requestTime;
  private final InstantSource clock;

  TimedConnections(ServerConnectionSelector inner, Duration requestTime, InstantSource clock) {
    this.inner = inner;
    this.requestTime = requestTime;
    this.clock = clock;
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
    return inner.connection(new Timed(context));
  }

  private final class Timed implements ConnectionContext {
    private static final long IDLE = Long.MIN_VALUE;

    private final ConnectionContext context;
    private final DataReader reader;
    private final DataWriter writer;
    private volatile long begun = IDLE;

    Timed(ConnectionContext context) {
      this.context = context;
      this.reader = DataReader.create(this::pull);
      this.writer = new Resetting(context.dataWriter(), () -> begun = IDLE);
    }

    private byte[] pull() {
      DataReader source = context.dataReader();
      try {
        source.ensureAvailable();
      } catch (RuntimeException e) {
        throw isTimeout(e) ? late() : e;
      }
      long now = clock.millis();
      if (begun == IDLE) {
        begun = now;
      } else if (now - begun > requestTime.toMillis()) {
        throw late();
      }
      return source.readBytes(source.available());
    }

    private RuntimeException late() {
      if (begun == IDLE) {
        return new CloseConnectionException("said nothing for too long");
      }
      return RequestException.builder()
          .type(DirectHandler.EventType.OTHER)
          .status(Status.REQUEST_TIMEOUT_408)
          .setKeepAlive(false)
          .message("slow request")
          .build();
    }

    private static boolean isTimeout(Throwable thrown) {
      Throwable cause = thrown;
      while (cause != null && !(cause instanceof SocketTimeoutException)) {
        cause = cause.getCause();
      }
      return cause != null;
    }

    @Override
    public DataReader dataReader() {
      return reader;
    }

    @Override
    public DataWriter dataWriter() {
      return writer;
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

  private record Resetting(DataWriter inner, Runnable reset) implements DataWriter {
    @Override
    public void write(BufferData... buffers) {
      reset.run();
      inner.write(buffers);
    }

    @Override
    public void write(BufferData buffer) {
      reset.run();
      inner.write(buffer);
    }

    @Override
    public void writeNow(BufferData... buffers) {
      reset.run();
      inner.writeNow(buffers);
    }

    @Override
    public void writeNow(BufferData buffer) {
      reset.run();
      inner.writeNow(buffer);
    }

    @Override
    public void flush() {
      inner.flush();
    }
  }
}
