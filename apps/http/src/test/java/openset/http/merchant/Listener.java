package openset.http.merchant;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/** A merchant's own program that listens for webhooks over a real connection. */
final class Listener implements AutoCloseable {
  private final HttpServer server;
  final List<Got> got = Collections.synchronizedList(new ArrayList<>());
  volatile int status = 204;
  volatile String location = "";

  /** A request as it came. */
  record Got(Map<String, String> fields, byte[] body) {}

  Listener() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> fields.put(name, values.getFirst()));
    got.add(new Got(fields, exchange.getRequestBody().readAllBytes()));
    if (!location.isEmpty()) exchange.getResponseHeaders().add("Location", location);
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
