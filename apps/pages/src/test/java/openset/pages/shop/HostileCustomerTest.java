package openset.pages.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import openset.pages.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts and addresses that somebody made to do harm. */
@Timeout(120)
final class HostileCustomerTest {
  private static final String SCRIPT = "\"'></title><script>alert(1)</script><img src=x onerror=x>";
  private static OpenShop shop;

  @BeforeAll
  static void open() throws Exception {
    shop =
        new OpenShop(
            "lantern",
            new Words("A" + SCRIPT, "甲" + SCRIPT),
            "xx-001\tgames\tGame" + SCRIPT + "\t游戏" + SCRIPT + "\tAbout" + SCRIPT + "\t说明"
                + SCRIPT + "\t1000\t1900\tgoods\t9");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static void isHarmless(String page) {
    assertThat(page)
        .contains("alert(1)")
        .doesNotContain("<script>alert")
        .doesNotContain("<img src=x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/c/games", "/p/xx-001"})
  @Tag("W02")
  void aMerchantsAndAProductsTextIsTextEverywhere(String path) throws Exception {
    for (String language : new String[] {"en", "zh"}) {
      try (Customer customer = new Customer(shop, language)) {
        isHarmless(customer.page(path));
      }
    }
  }

  @Test
  @Tag("W02")
  void aPicturesTitleIsText() throws Exception {
    try (Customer customer = new Customer(shop, "en")) {
      String page = customer.page("/p/xx-001");
      String picture = page.replaceAll("(?s).*src=\"(/pictures/[^\"]*xx-001[^\"]*)\".*", "$1");
      HttpResponse<byte[]> svg = customer.get(picture);
      assertThat(svg.statusCode()).isEqualTo(200);
      assertThat(Customer.text(svg)).contains("alert(1)").doesNotContain("<script");
      assertThat(svg.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'");
    }
  }

  @Test
  @Tag("W02")
  void aSearchIsShownAsItWasTyped() throws Exception {
    try (Customer customer = new Customer(shop, "en")) {
      isHarmless(customer.page("/search?q=" + Doorway.query(SCRIPT)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"%00", "a%00b", "%0d%0aX:%20y", "%ff", "%f0%9f%93%9a"})
  @Tag("W12")
  void aSearchForWhatIsNoTextBreaksNothing(String query) throws Exception {
    try (Customer customer = new Customer(shop, "en")) {
      assertThat(customer.get("/search?q=" + query).statusCode()).isIn(200, 400, 404);
    }
  }

  @Test
  @Tag("W02")
  void aRecipientsNameAndAddressAreTextOnTheOrder() throws Exception {
    try (Customer customer = new Customer(shop, "en")) {
      customer.post("/cart", "sku", "bk-101");
      HttpResponse<byte[]> wrong = customer.post("/checkout", "name", SCRIPT, "city", SCRIPT);
      assertThat(wrong.statusCode()).isEqualTo(422);
      isHarmless(Customer.text(wrong));
      HttpResponse<byte[]> order =
          customer.post(
              "/checkout", "name", SCRIPT, "street", SCRIPT, "postcode", "20095", "city", SCRIPT,
              "country", "DE");
      assertThat(order.statusCode()).isEqualTo(200);
      assertThat(order.uri().getPath()).startsWith("/orders/");
      isHarmless(Customer.text(order));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: a=b",
        "/%zz",
        "",
        "/../../etc"
      })
  @Tag("W12")
  void changingTheLanguageLeadsNowhereElse(String to) throws Exception {
    try (Customer customer = new Customer(shop, "en")) {
      HttpResponse<byte[]> answer = customer.post("/manner", "lang", "zh", "to", to);
      assertThat(answer.uri().getAuthority()).isEqualTo(shop.uri().getAuthority());
      assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(c -> c.startsWith("a=b"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/p/..%2f..%2fetc",
        "/pictures/v0/..%2f..%2fsecret",
        "/pictures/v0/bk-101.en.svg",
        "/assets/..%2fshop.css",
        "/orders/..%2f",
        "/p/bk-101%0d%0aSet-Cookie:a=b"
      })
  @Tag("W12")
  void pathsInNamesFindNothing(String path) throws Exception {
    try (Customer customer = new Customer(shop, "en")) {
      HttpResponse<byte[]> answer = customer.get(path);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }
  }

  @Test
  @Tag("W12")
  void cookiesThatAreNoneAreIgnored() throws Exception {
    try (Customer customer = new Customer(shop, "en");
        java.net.http.HttpClient raw = java.net.http.HttpClient.newHttpClient()) {
      assertThat(customer.page("/cart")).contains("Your cart is empty");
      for (String cookie : new String[] {"cart=../../x", "cart=00", "orders=a.b.c", "lang=xx"}) {
        HttpResponse<String> answer =
            raw.send(
                java.net.http.HttpRequest.newBuilder(shop.uri().resolve("/orders"))
                    .header("Cookie", cookie)
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(cookie).isEqualTo(200);
        assertThat(answer.body()).contains("No orders yet");
      }
    }
  }
}
