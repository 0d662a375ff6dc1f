package openset.set.initiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import openset.asn1.AsSent;
import openset.asn1.Der;
import openset.crypto.Randomness;
import openset.set.Refused;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.Digest;
import openset.set.data.LocalID;
import openset.set.data.Salt;
import openset.set.data.order.Delivery;
import openset.set.data.order.DeliveryMethod;
import openset.set.data.order.Offer;
import openset.set.data.order.OrderLine;
import openset.set.data.order.PublishedOffer;
import openset.set.operator.Signed;
import openset.set.treatment.Purchase;
import openset.set.treatment.PurchaseWorld;
import openset.set.treatment.merchant.PublishOffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Initiations as text. */
final class InitiationTextTest {
  private static final WebAddress SHOP = new WebAddress("https://shop.example:8443/set?x=1");

  private static AsSent<Offer> offer(String lidM, long minor) {
    CurrencyAmount price = CurrencyAmount.of("EUR", minor);
    CurrencyAmount nothing = CurrencyAmount.of("EUR", 0);
    OrderLine line =
        new OrderLine(
            1, "bk-101", "The Quiet Harbour", 1, price, price, Salt.random(Randomness.secure()));
    return AsSent.of(
        Offer.TYPE,
        new Offer(
            LocalID.ofText(lidM),
            Instant.parse("2026-06-01T12:00:00Z"),
            List.of(new BrandID("Aurora"), new BrandID("Borealis")),
            List.of(line),
            nothing,
            nothing,
            price,
            new Delivery(DeliveryMethod.digital, "Sample Cardholder", List.of(), Optional.empty()),
            Optional.empty()));
  }

  private static final PaymentInitiation PAYMENT = made();

  private static PaymentInitiation made() {
    Returns returns =
        new Returns(
            Optional.of(new WebAddress("https://shop.example/thanks")),
            Optional.empty(),
            Optional.of(new WebAddress("http://127.0.0.1:8080/cart")));
    return PaymentInitiation.of(offer("order-1", 1490), SHOP, returns);
  }

  private static void refusedBy(String rule, String text) {
    assertThatThrownBy(() -> InitiationText.read(text))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }

  private static String with(String from, String to) {
    String text = InitiationText.write(PAYMENT);
    assertThat(text).contains(from);
    return text.replace(from, to);
  }

  @Property(tries = 300)
  void whateverIsWrittenIsReadBackTheSame(@ForAll("initiations") Initiation initiation)
      throws Refused {
    assertThat(InitiationText.read(InitiationText.write(initiation))).isEqualTo(initiation);
  }

  @Provide
  Arbitrary<Initiation> initiations() {
    Arbitrary<String> names =
        Arbitraries.strings()
            .ofMinLength(1)
            .ofMaxLength(40)
            .filter(s -> s.chars().noneMatch(Character::isISOControl))
            .filter(s -> s.chars().noneMatch(c -> Character.isSurrogate((char) c)));
    Arbitrary<List<BrandID>> brands = names.map(BrandID::new).list().ofMinSize(1).ofMaxSize(16);
    Arbitrary<Optional<WebAddress>> urls =
        Arbitraries.of(
                "https://a.example/", "http://[::1]:80/x?y=%20", "https://b.example:8443")
            .map(WebAddress::new)
            .optional();
    Arbitrary<Returns> returns = Combinators.combine(urls, urls, urls).as(Returns::new);
    Arbitrary<Der> octets = Arbitraries.bytes().array(byte[].class).ofMaxSize(300).map(Der::of);
    Arbitrary<LocalID> labels =
        Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(20).map(LocalID::of);
    Arbitrary<CurrencyAmount> amounts =
        Combinators.combine(
                Arbitraries.of("EUR", "JPY", "KWD", "ALL"),
                Arbitraries.longs().between(0, CurrencyAmount.MINOR_MAX))
            .as(CurrencyAmount::of);
    Arbitrary<Digest> digests =
        Arbitraries.bytes().array(byte[].class).ofSize(32).map(Digest::of);
    Arbitrary<Initiation> payments =
        Combinators.combine(labels, brands, amounts, digests, returns, octets.optional())
            .as((l, b, a, d, r, o) -> new PaymentInitiation(SHOP, l, b, a, d, r, o, List.of()));
    Arbitrary<Initiation> registrations =
        Combinators.combine(brands, returns)
            .as((b, r) -> new RegistrationInitiation(SHOP, b, r));
    return Arbitraries.oneOf(payments, registrations);
  }

  @Property(tries = 500)
  void hostileTextIsRefusedOrRead(@ForAll String tail) {
    String whole = InitiationText.write(PAYMENT);
    int cut = Math.floorMod(tail.hashCode(), whole.length());
    try {
      InitiationText.read(whole.substring(0, cut) + tail + whole.substring(cut));
    } catch (Refused e) {
      assertThat(e.rule()).startsWith("INIT-");
    }
  }

  @Test
  void readsLinesThatEndInLineFeedsAndNamesInAnyCase() throws Refused {
    String text = with("SET-LID-M", "set-lid-m").replace("\r\n", "\n");
    assertThat(InitiationText.read(text)).isEqualTo(PAYMENT);
  }

  @Test
  @Tag("INIT-03")
  void ignoresNamesOfLaterReleases() throws Refused {
    assertThat(InitiationText.read(with("SET-Version", "SET-Echo: 1\r\nSET-Version")))
        .isEqualTo(PAYMENT);
  }

  @Test
  @Tag("INIT-03")
  void refusesWhatIsMissingOrThereTwice() {
    refusedBy("INIT-03", with("SET-LID-M: 6f726465722d31\r\n", ""));
    refusedBy("INIT-03", with("SET-Version", "SET-SET-URL: https://evil.example/\r\nSET-Version"));
    refusedBy("INIT-03", with("SET-Brand", "SET-Other"));
    refusedBy("INIT-03", with("SET-Brand: Aurora\r\n", "SET-Brand: A\r\n".repeat(17)));
  }

  @Test
  @Tag("INIT-01")
  void refusesTextThatIsTooLongAndControls() {
    refusedBy("INIT-01", with("\r\n\r\n", "\r\n\r\n" + "A".repeat(600_000)));
    refusedBy("INIT-01", with("Aurora", "Aur\u0000ora"));
    refusedBy("INIT-01", with("Aurora", "Aur\rora"));
  }

  @Test
  @Tag("INIT-02")
  void refusesLinesThatAreNone() {
    refusedBy("INIT-02", "");
    refusedBy("INIT-02", "SET-Version: 1.0");
    refusedBy("INIT-02", with("SET-Version", " SET-Version"));
    refusedBy("INIT-02", with("SET-Version", "x".repeat(2000) + "\r\nSET-Version"));
    refusedBy("INIT-02", with("SET-Version", "X: 1\r\n".repeat(70) + "SET-Version"));
  }

  @Test
  @Tag("INIT-04")
  @Tag("INIT-05")
  void refusesOtherVersionsAndTypes() {
    refusedBy("INIT-04", with("SET-Version: 1.0", "SET-Version: 2.0"));
    refusedBy("INIT-05", with("Payment-Initiation", "Inquiry-Initiation"));
  }

  @ParameterizedTest
  @Tag("INIT-06")
  @Tag("W04")
  @ValueSource(
      strings = {
        "file:///etc/passwd", "javascript:alert(1)", "//shop.example/set", "/set",
        "https://user:secret@shop.example/", "https://shop.example/#x", "https:shop.example",
        "https://shop.example/a b", "https://sh\u00f6p.example/", "gopher://shop.example/", ""
      })
  void refusesAddressesThatAreNoPlainWebAddresses(String address) {
    refusedBy("INIT-06", with(SHOP.text(), address));
  }

  @ParameterizedTest
  @CsvSource({
    "INIT-07, 6f726465722d31, 6F726465722D31",
    "INIT-07, 6f726465722d31, 6f7",
    "INIT-08, 978 1490 -2, 978 1490 0",
    "INIT-08, 978 1490 -2, 978 01490 -2",
    "INIT-08, 978 1490 -2, 978 -1490 -2",
    "INIT-08, 978 1490 -2, 978 14.90 -2",
    "INIT-08, 978 1490 -2, 978 9999999999999999 -2",
    "INIT-08, 978 1490 -2, 001 1490 -2"
  })
  @Tag("INIT-07")
  @Tag("INIT-08")
  void refusesValuesOutOfForm(String rule, String from, String to) {
    refusedBy(rule, with(from, to));
  }

  @Test
  @Tag("INIT-09")
  void refusesABodyThatIsNotBase64() {
    refusedBy("INIT-09", with("\r\n\r\n", "\r\n\r\n*"));
    refusedBy("INIT-09", with("\r\n\r\n", "\r\n\r\n=="));
    String registration =
        InitiationText.write(
            new RegistrationInitiation(SHOP, List.of(new BrandID("Aurora")), Returns.NONE));
    refusedBy("INIT-09", registration + "AAAA\r\n");
  }

  @Test
  @Tag("INIT-09")
  @Tag("INIT-15")
  void whatWasPublishedFollowsTheOffer() throws Refused {
    Signed<PublishedOffer> published = published();
    PaymentInitiation whole = PAYMENT.publishing(List.of(published));
    String text = InitiationText.write(whole);
    PaymentInitiation read = (PaymentInitiation) InitiationText.read(text);
    assertThat(read.published()).hasSize(1);
    assertThat(read.offer()).isEqualTo(PAYMENT.offer());
    assertThat(InitiationText.write(read)).isEqualTo(text);
    assertThat(InitiationText.read(text + "\r\n\r\n")).isEqualTo(read);
    assertThat(whole.publishedFor(new BrandID(PurchaseWorld.BRAND))).contains(published);
    assertThat(whole.publishedFor(new BrandID("Meridian"))).isEmpty();
    assertThat(PAYMENT.publishedFor(new BrandID(PurchaseWorld.BRAND))).isEmpty();
    refusedBy("INIT-15", InitiationText.write(PAYMENT) + "\r\nAAAA\r\n");
    refusedBy("INIT-09", text.replace("\r\n\r\n", "\r\n\r\n\r\n*"));
    String part = text.substring(text.lastIndexOf("\r\n\r\n") + 2);
    refusedBy("INIT-15", text + part.repeat(Initiation.BRANDS_MAX));
  }

  private static Signed<PublishedOffer> published() {
    Purchase purchase = Purchase.honest();
    return PublishOffer.publish(
            Purchase.OFFER,
            purchase.asMerchant(),
            PurchaseWorld.NOW.plusSeconds(60),
            purchase.means)
        .signed();
  }

  @Test
  void aBrandCannotAddALine() {
    assertThatThrownBy(
            () ->
                new RegistrationInitiation(
                    SHOP, List.of(new BrandID("A\r\nSET-SET-URL: x")), Returns.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theOfferThatGoesAlongIsTheOneThatIsMeant() throws Refused {
    PaymentInitiation read = (PaymentInitiation) InitiationText.read(with("\r\n", "\n"));
    Der octets = read.offer().orElseThrow();
    assertThat(read.offerOf(octets).der()).isEqualTo(octets);
    assertThat(read.setUrl().origin()).isEqualTo("https://shop.example:8443");
  }

  @Test
  @Tag("W05")
  @Tag("INIT-10")
  @Tag("INIT-11")
  @Tag("INIT-12")
  @Tag("INIT-13")
  @Tag("INIT-14")
  void anInitiationThatSaysOtherThanItsOfferIsRefused() {
    otherOffer("INIT-10", PAYMENT, Der.of(new byte[] {1, 2, 3}));
    otherOffer("INIT-11", PAYMENT, offer("order-1", 1490).der());
    PaymentInitiation p = PAYMENT;
    otherOffer("INIT-12", changed(p, LocalID.ofText("order-2"), p.purchAmt(), p.brands()));
    otherOffer("INIT-13", changed(p, p.lidM(), CurrencyAmount.of("EUR", 1), p.brands()));
    otherOffer("INIT-14", changed(p, p.lidM(), p.purchAmt(), List.of(new BrandID("Aurora"))));
  }

  private static PaymentInitiation changed(
      PaymentInitiation p, LocalID lidM, CurrencyAmount amount, List<BrandID> brands) {
    return new PaymentInitiation(
        p.setUrl(), lidM, brands, amount, p.offerDigest(), p.returns(), p.offer(), List.of());
  }

  private static void otherOffer(String rule, PaymentInitiation initiation) {
    otherOffer(rule, initiation, initiation.offer().orElseThrow());
  }

  private static void otherOffer(String rule, PaymentInitiation initiation, Der octets) {
    assertThatThrownBy(() -> initiation.offerOf(octets))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }
}
