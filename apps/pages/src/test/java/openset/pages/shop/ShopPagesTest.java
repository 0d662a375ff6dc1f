package openset.pages.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import openset.merchant.shop.Product;
import openset.merchant.shop.Shop;
import openset.pages.Words;
import openset.set.initiation.InitiationText;
import openset.set.initiation.PaymentInitiation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A shop as somebody sees it whose browser runs no scripts. */
@Timeout(120)
final class ShopPagesTest {
  private static final Pattern SOURCE = Pattern.compile("(?:src|href)=\"(/[^\"#]*)\"");

  private static final Pattern PICTURE =
      Pattern.compile("src=\"(/pictures/[^\"]+)\" alt=\"[^\"]+\"");

  private static OpenShop shop;

  @BeforeAll
  static void open() throws Exception {
    shop =
        new OpenShop(
            "lantern",
            new Words("Lantern Books", "灯笼书店"),
            "rr-001\tgames\tRare game\t稀有游戏\tTwo are left.\t只有两件。\t1000\t1900\tgoods\t2",
            "rr-002\tgames\tGone game\t绝版游戏\tNone is left.\t没有了。\t1000\t1900\tgoods\t0");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static Customer english() {
    return new Customer(shop, "en");
  }

  private static Customer chinese() {
    return new Customer(shop, "zh-CN");
  }

  @Test
  void theFirstPageLeadsToEveryCategoryAndSpeaksTheVisitorsLanguage() throws Exception {
    try (Customer en = english();
        Customer zh = chinese()) {
      String page = en.page("/");
      for (String category : shop.merchant().shop().categories()) {
        assertThat(page).contains("href=\"/c/" + category + "\"");
      }
      assertThat(page).contains("Lantern Books", "Stationery");
      assertThat(zh.page("/")).contains("灯笼书店", "文具").doesNotContain("Stationery");
    }
  }

  @Test
  void everythingThatPagesLoadAndLinkToIsThere() throws Exception {
    try (Customer en = english()) {
      for (String path : new String[] {"/", "/c/books", "/p/bk-105", "/search?q=ink", "/paying"}) {
        Matcher source = SOURCE.matcher(en.page(path));
        while (source.find()) {
          String link = source.group(1).replace("&amp;", "&");
          if (link.equals("/office")) continue;
          assertThat(en.get(link).statusCode()).as(link + " on " + path).isEqualTo(200);
        }
      }
    }
  }

  @Test
  void everyProductHasAPageAndAPictureOfItsOwnInBothLanguages() throws Exception {
    try (Customer en = english();
        Customer zh = chinese()) {
      java.util.Set<String> pictures = new java.util.HashSet<>();
      for (Product product : shop.merchant().shop().find(Shop.Wanted.ALL)) {
        assertThat(en.page("/p/" + product.sku())).contains(product.name().en().split("'")[0]);
        String page = zh.page("/p/" + product.sku());
        assertThat(page).contains(product.name().zh(), product.about().zh());
        Matcher picture = PICTURE.matcher(page);
        assertThat(picture.find()).as(product.sku()).isTrue();
        byte[] svg = zh.get(picture.group(1)).body();
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg));
        pictures.add(new String(svg, StandardCharsets.UTF_8));
      }
      assertThat(pictures).hasSize(shop.merchant().shop().find(Shop.Wanted.ALL).size());
    }
  }

  @ParameterizedTest
  @CsvSource({"LANTERN, bk-109", "玻璃, bk-109", "knots, bk-112", "lt-40, lt-405"})
  void searchFindsWordsOfEitherLanguageAndArticleNumbers(String text, String sku)
      throws Exception {
    try (Customer en = english()) {
      assertThat(en.page("/search?q=" + Doorway.query(text))).contains("/p/" + sku + "\"");
    }
  }

  @Test
  void aSearchWithoutResultSaysSoAndShowsAWayOn() throws Exception {
    try (Customer en = english()) {
      assertThat(en.page("/search?q=zzzz"))
          .contains("Nothing found for “zzzz”")
          .contains("href=\"/search\"");
    }
  }

  @Test
  void aShelfIsPutInOrder() throws Exception {
    try (Customer en = english()) {
      String page = en.page("/c/books?sort=cheapest");
      assertThat(page.indexOf("Letters to a River")).isLessThan(page.indexOf("Maps of Rain"));
      page = en.page("/c/books?sort=dearest");
      assertThat(page.indexOf("Letters to a River")).isGreaterThan(page.indexOf("Maps of Rain"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/p/nothing", "/c/nothing", "/orders/00", "/orders/NUMBER-1", "/no/where"})
  void whatIsNotThereIsSaidKindlyInBothLanguages(String path) throws Exception {
    try (Customer en = english();
        Customer zh = chinese()) {
      HttpResponse<byte[]> answer = en.get(path);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(Customer.text(answer)).contains("To the front page");
      assertThat(Customer.text(zh.get(path))).contains("回到首页");
    }
  }

  @Test
  void aProgramIsToldOfNothingInItsOwnForm() throws Exception {
    try (HttpClient program = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          program.send(
              HttpRequest.newBuilder(shop.uri().resolve("/no/where")).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValue("application/problem+json");
    }
  }

  @Test
  void stockIsShownAsItIs() throws Exception {
    try (Customer en = english();
        Customer zh = chinese()) {
      assertThat(en.page("/p/bk-101")).contains("200 in stock");
      assertThat(en.page("/p/rr-002")).contains("Sold out").doesNotContain("Add to cart");
      assertThat(zh.page("/p/rr-002")).contains("已售完");
      assertThat(en.page("/p/eb-202")).contains("Yours at once");
    }
  }

  @Test
  void aCartTakesNoMoreThanIsLeftAndSaysWhenOthersWereQuicker() throws Exception {
    try (Customer slow = english();
        Customer quick = english()) {
      assertThat(slow.page("/p/rr-001")).contains("Only 2 left");
      slow.post("/cart", "sku", "rr-001", "quantity", "9");
      assertThat(slow.page("/cart")).contains("value=\"2\"").contains("href=\"/checkout\"");
      quick.orders("rr-001");
      String page = slow.page("/cart");
      assertThat(page).contains("Only 1 left. Please take fewer.");
      assertThat(page).doesNotContain("href=\"/checkout\"");
    }
  }

  @Test
  void aCartAddsUpChangesAndEmpties() throws Exception {
    try (Customer en = english()) {
      assertThat(en.page("/cart")).contains("Your cart is empty");
      en.post("/cart", "sku", "bk-101", "quantity", "2");
      String page = Customer.text(en.post("/cart", "sku", "st-303"));
      // 2 x 14.90 + 34.90 before tax, 7 % and 19 % of it; free from 50.00.
      assertThat(page).contains("€64.70", "€8.72", "Free", "€73.42");
      page = Customer.text(en.post("/cart/lines", "quantity-bk-101", "1", "remove", "st-303"));
      assertThat(page).contains("€14.90", "€1.04", "€4.90", "€20.84").doesNotContain("st-303");
      assertThat(page).contains("€35.10 more and delivery is free");
      page = Customer.text(en.post("/cart/lines", "quantity-bk-101", "0"));
      assertThat(page).contains("Your cart is empty");
    }
  }

  @Test
  void theCartsCookieIsOfNoUseToScripts() throws Exception {
    try (Customer en = english()) {
      en.post("/cart", "sku", "bk-101");
      assertThat(en.cookies().getFirst())
          .matches("cart=[0-9a-f]{40}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "postcode, 2009, This is not a postcode of that country.",
    "name, '', Please fill this in.",
    "city, ' ', Please fill this in.",
    "country, XX, Please choose a country from the list.",
    "street, LONG, Please use fewer letters."
  })
  void aWrongAddressIsSaidBesideItsFieldAndNothingIsLost(String field, String value, String said)
      throws Exception {
    try (Customer en = english()) {
      en.post("/cart", "sku", "bk-101");
      String[] form = {
        "name", "Zoe Quill", "street", "Hafenstr. 7", "postcode", "20095", "city", "Hamburg",
        "country", "DE"
      };
      for (int i = 0; i < form.length; i += 2) {
        if (form[i].equals(field)) form[i + 1] = value.equals("LONG") ? "x".repeat(90) : value;
      }
      HttpResponse<byte[]> answer = en.post("/checkout", form);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(Customer.text(answer))
          .contains("id=\"" + field + "-wrong\">" + said)
          .contains("href=\"#" + field + "\"");
      assertThat(Customer.text(answer))
          .contains(field.equals("name") ? "value=\"Hamburg\"" : "value=\"Zoe Quill\"");
      assertThat(en.page("/cart")).contains("The Quiet Harbour");
    }
  }

  @Test
  void whatIsDownloadedNeedsNoAddress() throws Exception {
    try (Customer en = english()) {
      en.post("/cart", "sku", "eb-202");
      assertThat(en.page("/checkout")).contains("we need no address").doesNotContain("postcode");
      HttpResponse<byte[]> answer = en.post("/checkout", "name", "Zoe Quill");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(Customer.text(answer)).contains("Night Trains, e-book", "Zoe Quill");
    }
  }

  @Test
  void anOrderLeadsToTheWalletWithItsInitiation() throws Exception {
    try (Customer en = english()) {
      String path = en.orders("bk-101");
      String page = en.page(path);
      assertThat(page).contains("data-pay", "data-currency=\"EUR\"", "data-total=\"20.84\"");
      Matcher link =
          Pattern.compile("href=\"" + OpenShop.WALLET + "/pay#init=([A-Za-z0-9_-]+)\"")
              .matcher(page);
      assertThat(link.find()).isTrue();
      byte[] text = java.util.Base64.getUrlDecoder().decode(link.group(1));
      PaymentInitiation initiation =
          (PaymentInitiation)
              InitiationText.read(new String(text, StandardCharsets.UTF_8));
      assertThat("/orders/" + initiation.lidM()).isEqualTo(path);
      HttpResponse<byte[]> file = en.get(path + "/payment");
      assertThat(file.headers().firstValue("Content-Type")).hasValue(PaymentInitiation.MEDIA_TYPE);
      assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
          .matches("attachment; filename=\"order-[0-9A-Z-]{11}\\.setpay\"");
      assertThat(file.body()).isEqualTo(text);
    }
  }

  @Test
  void pressingTwiceOrdersOnce() throws Exception {
    try (Customer en = english()) {
      String path = en.orders("bk-102");
      HttpResponse<byte[]> again = en.post("/checkout", "name", "Zoe Quill");
      assertThat(again.uri().getPath()).isEqualTo(path);
      assertThat(en.page("/orders")).containsOnlyOnce("href=\"/orders/");
    }
  }

  @Test
  void nothingIsHandedOutBeforeItIsPaid() throws Exception {
    try (Customer en = english()) {
      en.post("/cart", "sku", "eb-203");
      String path = en.post("/checkout", "name", "Zoe Quill").uri().getPath();
      assertThat(en.page(path)).doesNotContain("Your downloads");
      HttpResponse<byte[]> answer = en.post(path + "/files/1");
      assertThat(answer.uri().getPath()).isEqualTo(path);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "cancelled, nothing was paid",
    "failed, This page shows what we know",
    "paid, Waiting for payment"
  })
  void whatTheWalletSaysNeverMakesAnOrderPaid(String hint, String said) throws Exception {
    try (Customer en = english()) {
      assertThat(en.page(en.orders("bk-103") + "?payment=" + hint))
          .contains(said)
          .contains("Waiting for payment")
          .doesNotContain("Thank you");
    }
  }

  @Test
  void aChosenLanguageAndBrightnessStay() throws Exception {
    try (Customer en = english()) {
      HttpResponse<byte[]> answer =
          en.post("/manner", "lang", "zh", "theme", "dark", "to", "/c/books?sort=name");
      assertThat(answer.uri().toString()).endsWith("/c/books?sort=name");
      assertThat(Customer.text(answer)).contains("lang=\"zh-Hans\"", "data-theme=\"dark\"");
      assertThat(en.page("/")).contains("灯笼书店");
    }
  }
}
