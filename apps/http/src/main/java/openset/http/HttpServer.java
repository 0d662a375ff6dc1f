package openset.http;

import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import openset.http.socket.Connections;
import openset.http.socket.PlainBodies;

/**
 * The HTTP/1.1 server of one participant (RFC 9112), a virtual thread for each connection. Speaks
 * no other version, takes no content encoding and no upgrade.
 */
public final class HttpServer implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final int LINE_MAX = 4096;

  private final WebServer server;
  private final Connections connections;
  private final Listen listen;

  private HttpServer(WebServer server, Connections connections, Listen listen) {
    this.server = server;
    this.connections = connections;
    this.listen = listen;
  }

  /**
   * Listens until closed.
   *
   * @param listen where
   * @param limits what a peer may use
   * @param mounts what answers; the first whose path and method fit
   * @param clock measures rates and times
   * @throws IllegalStateException where it cannot listen there
   */
  public static HttpServer start(
      Listen listen, HttpLimits limits, List<? extends Mount> mounts, InstantSource clock) {
    Routes routes = new Routes(List.copyOf(mounts), clock);
    Connections.Patience patience =
        new Connections.Patience(limits.requestTime(), limits.idleTime());
    Connections connections = new Connections(selector(limits), patience, clock);
    WebServerConfig.Builder config = WebServer.builder();
    config
        .host(listen.host())
        .port(listen.port())
        .shutdownHook(false)
        .featuresDiscoverServices(false)
        .protocolsDiscoverServices(false)
        .shutdownGracePeriod(GRACE)
        .maxPayloadSize(limits.bodyBytes())
        .maxTcpConnections(limits.connections())
        .idleConnectionTimeout(limits.idleTime())
        .contentEncoding(
            ContentEncodingContext.builder().contentEncodingsDiscoverServices(false).build())
        .connectionOptions(connections.options())
        .addConnectionSelector(connections)
        .directHandlers(AnswerFields.refusals())
        .routing(HttpRouting.builder().any(new Dispatcher(limits, routes, clock)));
    listen.tls().ifPresent(tls -> config.tls(tls.server()));
    WebServer server = config.build().start();
    // Helidon only logs that it could not bind.
    if (!server.isRunning()) {
      connections.close();
      throw new IllegalStateException("cannot listen at " + listen.host() + ":" + listen.port());
    }
    return new HttpServer(server, connections, listen);
  }

  private static Http1ConnectionSelector selector(HttpLimits limits) {
    Http1Config http =
        Http1Config.builder()
            .maxHeadersSize(limits.headerBytes())
            .maxPrologueLength(LINE_MAX)
            .addReceiveListener(new PlainBodies())
            .build();
    return Http1ConnectionSelector.builder().config(http).build();
  }

  /** The port it listens at. */
  public int port() {
    return server.port();
  }

  /** Where a client finds it. */
  public URI uri() {
    String scheme = listen.tls().isPresent() ? "https" : "http";
    return URI.create(scheme + "://" + listen.host() + ":" + port());
  }

  /** Stops listening; requests being answered get two seconds. */
  @Override
  public void close() {
    server.stop();
    connections.close();
  }
}
