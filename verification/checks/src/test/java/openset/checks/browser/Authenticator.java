package openset.checks.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A passkey authenticator of Chromium's own, in software, for the one page of a browser; it always
 * says yes. Told over the DevTools protocol.
 */
final class Authenticator implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SECONDS = 60;
  private static final Map<String, Object> OPTIONS =
      Map.of(
          "protocol", "ctap2",
          "ctap2Version", "ctap2_1",
          "transport", "internal",
          "hasResidentKey", true,
          "hasUserVerification", true,
          "isUserVerified", true,
          "automaticPresenceSimulation", true);

  private final HttpClient http;
  private final WebSocket page;

  private Authenticator(HttpClient http, WebSocket page) {
    this.http = http;
    this.page = page;
  }

  /** In the page of the browser with that profile, once it is there. */
  static Authenticator in(Path profile) throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    Path active = profile.resolve("DevToolsActivePort");
    while (!Files.exists(active) || Files.readString(active).lines().count() < 2) {
      if (System.nanoTime() > until) throw new IOException("Chromium does not start");
      Thread.sleep(20);
    }
    String port = Files.readString(active).lines().findFirst().orElseThrow();
    BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    WebSocket page =
        http.newWebSocketBuilder()
            .buildAsync(URI.create(address(http, port, until)), new Listener(answers))
            .join();
    Authenticator authenticator = new Authenticator(http, page);
    authenticator.tell(1, "WebAuthn.enable", Map.of(), answers);
    authenticator.tell(
        2, "WebAuthn.addVirtualAuthenticator", Map.of("options", OPTIONS), answers);
    return authenticator;
  }

  private static String address(HttpClient http, String port, long until)
      throws IOException, InterruptedException {
    HttpRequest list =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list")).build();
    while (System.nanoTime() < until) {
      for (JsonNode target : JSON.readTree(http.send(list, BodyHandlers.ofString()).body())) {
        boolean ours = target.path("url").asText().startsWith("http://localhost:");
        if (ours) return target.path("webSocketDebuggerUrl").asText();
      }
      Thread.sleep(20);
    }
    throw new IOException("the page does not open");
  }

  private void tell(int id, String method, Map<String, Object> what, BlockingQueue<String> answers)
      throws IOException, InterruptedException {
    Map<String, Object> command = Map.of("id", id, "method", method, "params", what);
    page.sendText(JSON.writeValueAsString(command), true).join();
    String answer = answers.poll(SECONDS, TimeUnit.SECONDS);
    if (answer == null || !JSON.readTree(answer).has("result")) {
      throw new IOException(method + ": " + answer);
    }
  }

  private static final class Listener implements WebSocket.Listener {
    private final BlockingQueue<String> answers;
    private final StringBuilder text = new StringBuilder();

    Listener(BlockingQueue<String> answers) {
      this.answers = answers;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        answers.add(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }

  @Override
  public void close() {
    page.abort();
    http.close();
  }
}
