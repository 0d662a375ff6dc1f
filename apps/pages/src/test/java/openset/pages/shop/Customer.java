package openset.pages.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Somebody with a browser that keeps cookies, follows redirects and runs no scripts. */
final class Customer implements AutoCloseable {
  private final URI shop;
  private final String language;
  private final Map<String, String> cookies = new TreeMap<>();
  private final List<String> kept = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  Customer(OpenShop shop, String language) {
    this.shop = shop.uri();
    this.language = language;
  }

  HttpResponse<byte[]> get(String path) throws Exception {
    return sent(HttpRequest.newBuilder(shop.resolve(path)));
  }

  /** A page that is shown. */
  String page(String path) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return text(answer);
  }

  /** Sends a form: names and values in turn. */
  HttpResponse<byte[]> post(String path, String... fields) throws Exception {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
    }
    return sent(
        HttpRequest.newBuilder(shop.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
  }

  private HttpResponse<byte[]> sent(HttpRequest.Builder request) throws Exception {
    request.header("Accept-Language", language).header("Accept", "text/html,*/*;q=0.8");
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          String.join("; ", cookies.entrySet().stream().map(Map.Entry::toString).toList()));
    }
    HttpResponse<byte[]> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    answer.headers().allValues("Set-Cookie").forEach(this::keep);
    if (answer.statusCode() != 303) return answer;
    String where = answer.headers().firstValue("Location").orElseThrow();
    return sent(HttpRequest.newBuilder(shop.resolve(where)));
  }

  private void keep(String field) {
    kept.add(field);
    String[] pair = field.split(";")[0].split("=", 2);
    if (pair[1].isEmpty()) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  /** Orders goods; the path of the order's page. */
  String orders(String sku) throws Exception {
    post("/cart", "sku", sku);
    HttpResponse<byte[]> answer =
        post("/checkout", "name", "Zoe Quill", "street", "Hafenstr. 7", "postcode", "20095",
            "city", "Hamburg", "country", "DE");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.uri().getPath();
  }

  /** All Set-Cookie fields that came. */
  List<String> cookies() {
    return kept;
  }

  static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
