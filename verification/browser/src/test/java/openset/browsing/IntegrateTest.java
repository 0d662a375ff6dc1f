package openset.browsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.nio.charset.StandardCharsets;
import javax.tools.ToolProvider;
import openset.client.MerchantClient;
import openset.client.Order;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.http.client.ClientLimits;
import openset.http.client.JsonClient;
import openset.http.keys.ApiKey;
import openset.http.keys.ClientName;
import openset.http.merchant.WebhookJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The lines of docs/integrate.md, compiled and run as they stand there. */
@Timeout(300)
class IntegrateTest {
  private static final int LINES_MAX = 40;

  @TempDir private Path folder;

  private static String lines() throws Exception {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("docs/integrate.md"))) root = root.getParent();
    String page = Files.readString(root.resolve("docs/integrate.md"));
    Matcher java = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertThat(java.find()).isTrue();
    return java.group(1);
  }

  private Class<?> compiled(String lines) throws Exception {
    Path source = folder.resolve("PayWithSet.java");
    Files.writeString(source, lines);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-Xlint:all", "-Werror", "-proc:none",
                "-cp", classPath(), "-d", folder.toString(), source.toString());
    assertThat(status).isZero();
    URLClassLoader loader =
        new URLClassLoader(new java.net.URL[] {folder.toUri().toURL()},
            MerchantClient.class.getClassLoader());
    return loader.loadClass("PayWithSet");
  }

  private static String classPath() throws Exception {
    return Path.of(
            MerchantClient.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String hook(URI api, String secret, int port) throws Exception {
    ApiKey staff =
        new ApiKey(
            new ClientName("staff"),
            SecretBytes.of(secret.getBytes(StandardCharsets.UTF_8)),
            ApiKey.Scheme.SIGNED);
    try (JsonClient client =
        new JsonClient(
            ClientLimits.USUAL,
            new JsonClient.Security(Optional.of(staff), Optional.empty()),
            InstantSource.system(),
            Randomness.secure())) {
      return client
          .post(
              api.resolve("/v1/webhooks"),
              "integrate-" + port,
              new WebhookJson.NewWebhook("http://127.0.0.1:" + port + "/hook", "shop"),
              WebhookJson.WebhookAdded.class)
          .secret();
    }
  }

  @Test
  void anExistingShopSellsWithExactlyTheseLines() throws Exception {
    String lines = lines();
    assertThat(lines.lines()).hasSizeLessThan(LINES_MAX);
    TownSquare town = TownSquare.here();
    String secret =
        Files.readString(town.world().folder().resolve("secrets/lantern.staff")).strip();
    URI api = town.town().site("lantern").http().http();
    int port = freePort();
    String hook = hook(api, secret, port);
    HttpServer shop =
        (HttpServer)
            compiled(lines)
                .getMethod("open", int.class, URI.class, String.class, String.class)
                .invoke(null, port, api, "staff~" + secret, hook);
    try (HttpClient customer = HttpClient.newHttpClient();
        MerchantClient merchant = MerchantClient.of(api, "staff~" + secret)) {
      HttpResponse<Void> answer =
          customer.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/pay")).build(),
              HttpResponse.BodyHandlers.discarding());
      assertThat(answer.statusCode()).isEqualTo(303);
      String payUrl = answer.headers().firstValue("Location").orElseThrow();
      assertThat(payUrl).startsWith(town.origin("lantern").toString());
      String order = payUrl.substring(payUrl.lastIndexOf('/') + 1);
      Buyer.at(town, "lantern").pays(merchant.get(order).initiation());
      Order shipped = awaitsCapture(merchant, order);
      assertThat(shipped.standing()).isEqualTo("captured");
      assertThat(shipped.reference()).contains("web-1001");
      assertThat(shipped.parcels()).extracting(Order.Parcel::tracking).containsExactly("PARCEL-1");
    } finally {
      shop.stop(0);
    }
  }

  private static Order awaitsCapture(MerchantClient merchant, String order) throws Exception {
    Instant end = Instant.now().plusSeconds(60);
    Order now = merchant.get(order);
    while (!now.standing().equals("captured") && Instant.now().isBefore(end)) {
      Thread.sleep(100);
      now = merchant.get(order);
    }
    return now;
  }
}
