package openset.http;

import static openset.http.RawSocket.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import openset.http.page.Asset;
import openset.http.page.Cookie;
import openset.http.page.FormParts;
import openset.http.page.FormText;
import openset.http.page.Page;
import openset.http.page.PagePolicy;
import openset.http.page.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRouteTest {
  private static final String SCRIPT = "let answer = 42;\n".repeat(100);

  private final HttpServer server =
      HttpServer.start(
          Listen.local(0),
          Shop.IMPATIENT,
          List.of(
              PageRoute.get("/hello/{name}", PageRouteTest::hello),
              PageRoute.post("/orders", PageRouteTest::order),
              SetMount.payment("/set", (peer, type, body) -> body),
              JsonRoute.get("/api", call -> new Shop.Ordered("A1", 1)),
              AssetMount.at("/assets/{name}", names -> asset(names.get("name"))),
              EventRoute.at("/events", PageRouteTest::tell)),
          InstantSource.system());

  @AfterEach
  void close() {
    server.close();
  }

  private static Page hello(Visit visit) {
    return Page.html("<p>" + visit.part("name") + visit.cookie("lang").orElse("-"))
        .under(PagePolicy.OWN.connecting("http://wallet.localhost:1").making("set-sw"))
        .keeping(Cookie.session("one", "1"))
        .keeping(Cookie.lasting("two", "2", Duration.ofDays(1)));
  }

  private static Page order(Visit visit) {
    if (visit.file("proof").isPresent()) {
      byte[] octets = visit.file("proof").get().octets();
      String digits = HexFormat.of().formatHex(octets);
      return Page.html(visit.file("proof").get().name() + " " + digits + visit.field("item"));
    }
    return Page.see("/hello/" + visit.field("item") + visit.fields("mark").size());
  }

  private static Optional<Asset> asset(String name) {
    Asset asset =
        Asset.lasting("text/javascript", SCRIPT.getBytes(StandardCharsets.UTF_8));
    return switch (name) {
      case "a.js" -> Optional.of(asset);
      case "icon.svg" -> Optional.of(Asset.changing("image/svg+xml", new byte[9]).forAll());
      default -> Optional.empty();
    };
  }

  private static void tell(Visit visit, Optional<String> last, EventRoute.Events events)
      throws java.io.IOException, InterruptedException {
    events.send("1", "first", "after " + last.orElse("nothing"));
    // Longer than this server waits for a peer that is silent.
    Thread.sleep(1200);
    events.beat();
    events.send("2", "second", "{}");
  }

  private String get(String target, String... fields) {
    return send("GET " + target, "", fields);
  }

  private String send(String line, String body, String... fields) {
    String more = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
    String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
    return ask(
        server,
        line + " HTTP/1.1\r\nHost: shop.localhost\r\nConnection: close\r\n"
            + more + length + "\r\n" + body);
  }

  private String post(String body, String... fields) {
    String[] all = java.util.Arrays.copyOf(fields, fields.length + 1);
    all[fields.length] = "Content-Type: application/x-www-form-urlencoded";
    return send("POST /orders", body, all);
  }

  @Test
  @Tag("W06")
  void aPageMayLoadItsOwnOriginRunNothingInlineAndBeFramedByNobody() {
    assertThat(get("/hello/you"))
        .startsWith("HTTP/1.1 200 ")
        .contains("Content-Type: text/html; charset=utf-8\r\n")
        .contains("default-src 'none'; script-src 'self'; style-src 'self';")
        .contains("connect-src 'self' http://wallet.localhost:1;")
        .contains("frame-ancestors 'none'; require-trusted-types-for 'script'; ")
        .contains("trusted-types set-sw\r\n")
        .contains("Cross-Origin-Opener-Policy: same-origin\r\n")
        .contains("Cache-Control: no-store\r\n")
        .endsWith("<p>you-");
  }

  @Test
  void aPageCanHaveItsBrowserKeepSeveralCookies() {
    assertThat(get("/hello/you"))
        .contains("Set-Cookie: one=1; Path=/; HttpOnly; SameSite=Strict\r\n")
        .contains("Set-Cookie: two=2; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax\r\n");
  }

  @Test
  void aCookieSentTwiceIsNobodys() {
    assertThat(get("/hello/you", "Cookie: a=1; lang=zh")).endsWith("<p>youzh");
    assertThat(get("/hello/you", "Cookie: lang=en; lang=zh")).endsWith("<p>you-");
  }

  @Test
  void aFormOfItsOwnPageIsTaken() {
    assertThat(post("item=tea&mark=1&mark=2", "Sec-Fetch-Site: same-origin"))
        .startsWith("HTTP/1.1 303 ")
        .contains("Location: /hello/tea2\r\n")
        .doesNotContain("Cross-Origin-Opener-Policy");
    assertThat(post("item=tea", "Origin: http://shop.localhost")).startsWith("HTTP/1.1 303 ");
    assertThat(post("item=tea")).startsWith("HTTP/1.1 303 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Origin: http://evil.localhost",
        "Origin: https://shop.localhost",
        "Origin: null"
      })
  void aFormOfAnotherSiteIsRefused(String field) {
    assertThat(post("item=tea", field)).startsWith("HTTP/1.1 403 ").contains("http.origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "a=%ff", "a=%00", "a=\u00e9"})
  void aFormThatIsNoFormIsRefused(String body) {
    assertThat(post(body)).startsWith("HTTP/1.1 400 ").contains("http.form");
  }

  private String upload(String body) {
    String type = "Content-Type: multipart/form-data; boundary=--x";
    return send("POST /orders", body, "Sec-Fetch-Site: same-origin", type);
  }

  private static String part(String disposition, String body) {
    return "----x\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + body + "\r\n";
  }

  @Test
  void aFileComesWithItsFormOctetForOctet() {
    String file =
        part("name=\"proof\"; filename=\"a.der\"\r\nContent-Type: x/y", "\0\r\n--x\r\n");
    String item = part("name=\"item\"", "tea");
    assertThat(upload(item + file + "----x--\r\n"))
        .startsWith("HTTP/1.1 200 ")
        .endsWith("a.der 000d0a2d2d780d0atea");
    String none = part("name=\"proof\"; filename=\"\"", "");
    assertThat(upload(item + none + "----x--")).contains("Location: /hello/tea0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "----x--extra",
        "----y--",
        "----x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nnever ends",
        "----x\r\nno disposition\r\n\r\n1\r\n----x--",
        "----x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\0\r\n----x--"
      })
  void aFormOfPartsThatIsNoneIsRefused(String body) {
    assertThat(upload(body)).startsWith("HTTP/1.1 400 ").contains("http.form");
  }

  @Test
  void aFormOfTooManyPartsIsRefused() {
    String type = "multipart/form-data; boundary=--x";
    String part = part("name=\"a\"", "1");
    byte[] many = (part.repeat(99) + "----x--").getBytes(StandardCharsets.US_ASCII);
    assertThat(FormParts.read(type, many).orElseThrow().fields().get("a")).hasSize(99);
    byte[] tooMany = (part.repeat(101) + "----x--").getBytes(StandardCharsets.US_ASCII);
    assertThat(FormParts.read(type, tooMany)).isEmpty();
  }

  @Test
  void aFormKeepsEveryLetter() {
    assertThat(FormText.read("a=%E8%8C%B6+%26%0D%0A&b&a=2".getBytes(StandardCharsets.US_ASCII)))
        .hasValueSatisfying(
            form -> {
              assertThat(form.get("a")).containsExactly("茶 &\r\n", "2");
              assertThat(form.get("b")).containsExactly("");
            });
  }

  @Test
  @Tag("W12")
  void aHeaderFieldTakesNoLineEnd() {
    assertThatThrownBy(() -> Page.html("").with("Link", "a\r\nSet-Cookie: b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Cookie.session("a", "b\r\nc"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example", "/\\evil.example", "javascript:alert(1)", "x"})
  void leadsToOwnPathsOrWebAddressesOnly(String where) {
    assertThatThrownBy(() -> Page.see(where)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFileIsPackedForWhoTakesItPacked() {
    assertThat(get("/assets/a.js"))
        .contains("Cache-Control: public, max-age=31536000, immutable\r\n")
        .endsWith(SCRIPT);
    assertThat(get("/assets/a.js", "Accept-Encoding: br, gzip"))
        .contains("Content-Encoding: gzip\r\n")
        .doesNotContain(SCRIPT);
    assertThat(get("/assets/a.js", "Accept-Encoding: gzip;q=0")).endsWith(SCRIPT);
    assertThat(get("/assets/icon.svg")).contains("Cross-Origin-Resource-Policy: cross-origin");
    assertThat(get("/assets/b.js")).startsWith("HTTP/1.1 404 ");
  }

  @Test
  void aHeadIsAnsweredWithoutBody() {
    assertThat(send("HEAD /hello/you", ""))
        .startsWith("HTTP/1.1 200 ")
        .contains("Content-Type: text/html")
        .doesNotContain("<p>");
  }

  @Test
  void pagesOfAllOriginsMaySendSetMessagesAndNothingElse() {
    String asking = "Access-Control-Request-Method: POST";
    assertThat(send("OPTIONS /set", "", "Origin: http://wallet.localhost", asking))
        .startsWith("HTTP/1.1 204 ")
        .contains("Access-Control-Allow-Origin: *\r\n")
        .contains("Access-Control-Allow-Methods: POST\r\n")
        .contains("Access-Control-Allow-Headers: Content-Type\r\n");
    assertThat(send("OPTIONS /api", "", "Origin: http://wallet.localhost"))
        .startsWith("HTTP/1.1 405 ")
        .doesNotContain("Access-Control");
    assertThat(get("/api")).doesNotContain("Access-Control");
  }

  @Test
  void aStreamOutlivesTheServersPatienceAndSaysWhereItStopped() {
    assertThat(get("/events", "Last-Event-ID: 7"))
        .contains("Content-Type: text/event-stream")
        .contains("id: 1\nevent: first\ndata: after 7\n\n")
        .contains(":\n\n")
        .contains("id: 2\nevent: second\ndata: {}\n\n");
  }
}
