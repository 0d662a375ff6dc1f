package openset.http;

import static openset.http.RawSocket.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {
  private final Shop shop = new Shop();

  @AfterEach
  void close() {
    shop.close();
  }

  private String post(String path, String type, String body) {
    return ask(
        shop.server,
        "POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(path, type, body.length(), body)
            .replace("Host: x", "Host: x\r\nConnection: close"));
  }

  private String get(String path) {
    return ask(
        shop.server, "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  }

  @Test
  void answersASetMessageInItsOwnMediaType() {
    assertThat(post("/set", "application/set-payment", "hello"))
        .startsWith("HTTP/1.1 200 ")
        .contains("Content-Type: application/set-payment\r\n")
        .endsWith("\r\n\r\nhello!");
  }

  @Test
  void answersAnInitiationWithAMessage() {
    assertThat(post("/set", "application/set-payment-initiation", "wake"))
        .contains("Content-Type: application/set-payment\r\n");
  }

  @Test
  void answersNothingWithoutABody() {
    assertThat(post("/set", "application/set-payment", "")).startsWith("HTTP/1.1 204 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/set-registration", "text/plain", "?"})
  void refusesAMessageOfAnotherMediaType(String type) {
    assertThat(post("/set", type, "hello")).startsWith("HTTP/1.1 415 ").contains("http.type");
    assertThat(shop.messages).hasValue(0);
  }

  @Test
  void answersARecordWithARecord() {
    String order = "{\"item\":\"tea\",\"quantity\":2,\"marks\":[\"gift\"]}";
    assertThat(post("/orders", "application/json; charset=utf-8", order))
        .startsWith("HTTP/1.1 201 ")
        .contains("Content-Type: application/json\r\n")
        .endsWith("{\"number\":\"A1\",\"quantity\":2}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not json                                             | not JSON",
        "null                                                 | null",
        "[]                                                   | at $",
        "{'item':'tea','quantity':2,'marks':[],'admin':true}  | unknown field in $",
        "{'item':'tea','marks':[]}                            | at $",
        "{'item':null,'quantity':2,'marks':[]}                | at $",
        "{'item':7,'quantity':2,'marks':[]}                   | at $.item",
        "{'item':'tea','quantity':'2','marks':[]}             | at $.quantity",
        "{'item':'tea','quantity':2.5,'marks':[]}             | at $.quantity",
        "{'item':'tea','quantity':null,'marks':[]}            | at $.quantity",
        "{'item':'tea','quantity':9999999999,'marks':[]}      | at $.quantity",
        "{'item':'tea','quantity':2,'quantity':3,'marks':[]}  | http.json",
        "{'item':'tea','quantity':2,'marks':[null]}           | at $.marks",
        "{'item':'tea','quantity':2,'marks':[]} {}            | at $",
        "{'@class':'java.lang.Runtime','item':'a','quantity':2,'marks':[]} | unknown field in $",
        "{'item':{'item':'tea'},'quantity':2,'marks':[]}      | at $.item",
      })
  void refusesARecordThatIsNotAsAskedAndNamesThePlace(String json, String place) {
    assertThat(post("/orders", "application/json", json.replace('\'', '"')))
        .startsWith("HTTP/1.1 400 ")
        .contains("application/problem+json", "\"rule\":\"http.json\"", place)
        .doesNotContain("tea", "java", "Exception", "openset");
    assertThat(shop.orders).hasValue(0);
  }

  @Test
  @Tag("D13")
  void refusesDeeplyNestedJson() {
    String bomb = "{\"item\":" + "[".repeat(900) + "]".repeat(900) + "}";
    assertThat(post("/orders", "application/json", bomb)).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void tellsARefusalOfTheHandlerAsAProblem() {
    String order = "{\"item\":\"tea\",\"quantity\":11,\"marks\":[]}";
    assertThat(post("/orders", "application/json", order))
        .startsWith("HTTP/1.1 409 ")
        .contains("\"rule\":\"order.stock\"", "\"detail\":\"not so many\"");
  }

  @Test
  void servesOctetsWithTheirMediaType() {
    assertThat(get("/crl/aurora"))
        .startsWith("HTTP/1.1 200 ")
        .contains("Content-Type: application/pkix-crl\r\n")
        .endsWith("\r\n\r\n0\0");
    assertThat(get("/crl/other")).startsWith("HTTP/1.1 404 ");
  }

  @Test
  void saysNothingOfTheCauseOfABug() {
    assertThat(get("/bug"))
        .startsWith("HTTP/1.1 500 ")
        .contains("http.bug")
        .doesNotContain("secret", "Exception", "at openset");
  }

  @Test
  void namesTheMethodsOfAPathThatHasOthers() {
    assertThat(get("/orders")).startsWith("HTTP/1.1 405 ").contains("Allow: POST\r\n");
    assertThat(ask(shop.server, "TRACE /set HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 405 ");
  }

  @ParameterizedTest
  @Tag("W12")
  @ValueSource(
      strings = {
        "/crl/..",
        "/crl/%2e%2e",
        "/crl/..%2faurora",
        "/crl/aurora%00",
        "/crl/aurora/",
        "//crl/aurora",
        "/crl/./aurora",
        "/crl/x/../aurora",
        "/crl/aurora;v=1",
        "/crl/aur%6Fra",
      })
  void findsNothingAtAPathThatIsNotPlain(String path) {
    assertThat(get(path)).containsPattern("^HTTP/1.1 40[04] ");
  }

  @Test
  void givesAParameterOfTheQueryAndRefusesItTwice() {
    assertThat(get("/find?q=green%20tea")).endsWith("{\"number\":\"green tea\",\"quantity\":0}");
    assertThat(get("/find?q=a&q=b")).startsWith("HTTP/1.1 400 ").contains("http.query");
  }

  @Test
  @Tag("W06")
  void tellsBrowsersToKeepSniffFrameAndRunNothing() {
    for (String answer : List.of(get("/orders/A1"), get("/nowhere"), get("/bug"))) {
      assertThat(answer)
          .contains("Cache-Control: no-store\r\n")
          .contains("X-Content-Type-Options: nosniff\r\n")
          .contains("Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n")
          .doesNotContain("Server:", "Helidon", "helidon");
    }
  }

  @Test
  void refusesTwoMountsAtOnePlace() {
    SetMount mount = SetMount.payment("/set", (peer, type, body) -> body);
    assertThatThrownBy(
            () ->
                HttpServer.start(
                    Listen.local(0),
                    HttpLimits.OPEN,
                    List.of(mount, mount),
                    InstantSource.system()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void doesNotStartWhereAnotherListens() {
    assertThatThrownBy(
            () ->
                HttpServer.start(
                    Listen.local(shop.server.port()),
                    HttpLimits.OPEN,
                    List.of(),
                    InstantSource.system()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot listen at 127.0.0.1:" + shop.server.port());
    assertThat(get("/nowhere")).startsWith("HTTP/1.1 404 ");
  }
}
