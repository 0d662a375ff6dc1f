package openset.checks.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import openset.checks.tidy.Repository;

/**
 * A page with the TypeScript tests of apps/browser in a headless Chromium that has a passkey
 * authenticator. A test is a function of {@code openset}; it gets JSON and says JSON, and may ask
 * this side over HTTP meanwhile.
 */
final class Page {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SECONDS = 120;
  private static final String HTML =
      "<!doctype html><meta charset=utf-8><script src=/tests.js></script>"
          + "<script src=/go.js></script>";

  /** Answers octets that the page posts. */
  interface Peer {
    byte[] answer(byte[] request) throws Exception;
  }

  private Page() {}

  /** Chromium as Debian, or Chrome as its maker installs it. */
  static Optional<Path> chromium() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * What the test called {@code name} says of {@code input}.
   *
   * @param peers whom the page may post to, by path such as {@code /merchant}
   */
  static JsonNode run(String name, Object input, Map<String, Peer> peers) throws Exception {
    CompletableFuture<String> said = new CompletableFuture<>();
    CompletableFuture<byte[]> ready = new CompletableFuture<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    Path profile = Files.createTempDirectory("chromium");
    byte[] tests = bundle(profile);
    serve(server, "/", "text/html", _ -> HTML.getBytes(StandardCharsets.UTF_8));
    serve(server, "/tests.js", "text/javascript", _ -> tests);
    serve(server, "/go.js", "text/javascript", _ -> script(name));
    serve(server, "/ready", "text/plain", _ -> ready.get(SECONDS, TimeUnit.SECONDS));
    serve(server, "/input", "application/json", _ -> JSON.writeValueAsBytes(input));
    peers.forEach((path, peer) -> serve(server, path, "application/octet-stream", peer));
    serve(
        server,
        "/said",
        "text/plain",
        octets -> {
          said.complete(new String(octets, StandardCharsets.UTF_8));
          return new byte[0];
        });
    server.start();
    Process browser = start(server.getAddress().getPort(), profile);
    try (Authenticator _ = Authenticator.in(profile.resolve("profile"))) {
      ready.complete(new byte[0]);
      return JSON.readTree(said.get(SECONDS, TimeUnit.SECONDS));
    } finally {
      browser.descendants().forEach(ProcessHandle::destroyForcibly);
      browser.destroyForcibly().waitFor();
      server.stop(0);
      delete(profile);
    }
  }

  private static byte[] script(String name) {
    String script =
        """
        fetch('/ready')
          .then(() => fetch('/input'))
          .then((input) => input.json())
          .then((input) => openset.%s(input))
          .catch((e) => ({ wrong: [String(e && e.stack || e)] }))
          .then((said) => fetch('/said', { method: 'POST', body: JSON.stringify(said) }));
        """;
    return script.formatted(name).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bundle(Path folder) throws IOException, InterruptedException {
    Path room = Repository.here().root().resolve("apps/browser");
    Path script = folder.resolve("tests.js");
    Process bundler =
        new ProcessBuilder(
                room.resolve("target/bundler/esbuild").toString(),
                room.resolve("src/test/ts/index.ts").toString(),
                "--bundle",
                "--target=es2022",
                "--log-level=warning",
                "--outfile=" + script)
            .inheritIO()
            .start();
    if (bundler.waitFor() != 0) throw new IOException("the tests could not be bundled");
    return Files.readAllBytes(script);
  }

  private static void serve(HttpServer server, String path, String type, Peer peer) {
    server.createContext(path, exchange -> answer(exchange, type, peer));
  }

  private static void answer(HttpExchange exchange, String type, Peer peer) throws IOException {
    try (exchange) {
      byte[] octets = peer.answer(exchange.getRequestBody().readAllBytes());
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, octets.length == 0 ? -1 : octets.length);
      exchange.getResponseBody().write(octets);
    } catch (Exception e) {
      byte[] why = e.toString().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(500, why.length);
      exchange.getResponseBody().write(why);
    }
  }

  private static Process start(int port, Path profile) throws IOException {
    List<String> command =
        List.of(
            chromium().orElseThrow().toString(),
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile.resolve("profile"),
            "http://localhost:" + port + "/");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // A helper of the browser that is just ending wrote into it; it lies under /tmp.
      folder.toFile().deleteOnExit();
    }
  }
}
