package openset.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import openset.asn1.Der;
import openset.crypto.AgreementAlgorithm;
import openset.crypto.AgreementKeyPair;
import openset.crypto.DigestAlgorithm;
import openset.crypto.Randomness;
import openset.crypto.SecretBytes;
import openset.crypto.Vault;
import openset.pki.cms.AuthEnvelopedData;
import openset.pki.cms.Envelopes;
import openset.pki.cms.IssuerAndSerialNumber;
import openset.privacy.promise.Part;
import openset.privacy.promise.Sight;
import openset.privacy.promise.Thing;
import openset.privacy.search.Form;
import openset.privacy.search.Reach;
import openset.privacy.store.Charged;
import openset.privacy.store.Login;
import openset.privacy.store.Sold;
import openset.privacy.store.Unreadable;
import openset.set.data.BrandID;
import openset.set.data.CurrencyAmount;
import openset.set.data.LocalID;
import openset.set.data.Salt;
import openset.set.data.order.Delivery;
import openset.set.data.order.DeliveryMethod;
import openset.set.data.order.Offer;
import openset.set.data.order.OrderLine;
import openset.store.EmbeddedServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything the meter must find is planted once, and nothing else. */
final class PlantedTest {
  private static final EmbeddedServer SERVER = EmbeddedServer.start(Path.of("target/pg"));
  private static final String CARD = "9990010000000002";
  private static final byte[] XID =
      HexFormat.of().parseHex("0102030405060708090a0b0c0d0e0f10aabbccdd");
  private static final String PASSPHRASE = "correct horse";
  private static Login login;

  private final Vault vault =
      Vault.of(SecretBytes.random(32, Randomness.secure()), Randomness.secure());
  private final AgreementKeyPair own = AgreementKeyPair.generate(AgreementAlgorithm.X25519);
  private final AgreementKeyPair another = AgreementKeyPair.generate(AgreementAlgorithm.ECDH_P256);
  private final SecretBytes secret = SecretBytes.of("5a".repeat(32).getBytes(UTF_8));

  @TempDir private Path folder;


  @BeforeAll
  static void makeADatabase() {
    String url = SERVER.database("planted", "planted", PASSPHRASE.toCharArray()).jdbcUrl();
    login = new Login(url, "planted", PASSPHRASE);
  }

  @BeforeEach
  void makeTables() throws SQLException {
    run("drop table if exists thing, pile, keyed, dispute_evidence, card");
    run("create table card (holder bytea)");
    run("create table thing (id int primary key, words text, octets bytea, amount bigint)");
    run("create table pile (words text)");
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection(login.url(), login.role(), login.passphrase());
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = connection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void words(String text) throws SQLException {
    words(text, 7);
  }

  private void words(String text, int row) throws SQLException {
    insert("insert into thing (id, words) values (?, ?)", row, text);
  }

  private void octets(byte[] octets) throws SQLException {
    insert("insert into thing (id, octets) values (7, ?)", octets);
  }

  private void insert(String sql, Object... values) throws SQLException {
    try (Connection connection = connection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
      statement.execute();
    }
  }

  private static Purchase purchase() {
    CurrencyAmount price = CurrencyAmount.of("EUR", 1250);
    Offer offer =
        new Offer(
            LocalID.of(new byte[] {1, 2, 3}),
            Instant.parse("2026-11-20T10:00:00Z"),
            List.of(new BrandID("Aurora")),
            List.of(
                new OrderLine(
                    1, "bk-102", "Maps of Rain", 1, price, price, new Salt(Der.of(new byte[20])))),
            CurrencyAmount.of("EUR", 88),
            CurrencyAmount.of("EUR", 490),
            CurrencyAmount.of("EUR", 1828),
            new Delivery(
                DeliveryMethod.parcel,
                "Sample Cardholder",
                List.of("1 Example Street", "10000 Example"),
                Optional.empty()),
            Optional.empty());
    Charged.Holder holder = new Charged.Holder("Sample Cardholder", "1 Example Street");
    return new Purchase(
        "shop",
        new Sold(XID, new byte[] {1, 2, 3}, "ABCDE-12345", offer),
        Optional.of(new Charged(XID, CARD, holder)));
  }

  private Measured measured(Part part, Path... logs) throws Exception {
    Reach reach = new Reach(Optional.of(vault), List.of(own.agreement()));
    Subject somebody = new Subject("somebody", "Somebody", part, login, reach, List.of());
    Subject other =
        new Subject(
            "other", "Other", Part.WALLET, login,
            new Reach(Optional.empty(), List.of(another.agreement())), List.of());
    Meter meter =
        new Meter(
            new Meter.World(
                List.of(somebody, other), List.of("999001"), List.of(), List.of(secret),
                List.of(logs), List.of()));
    return meter.measure(List.of(purchase()));
  }

  private Measured.Line at(Part part) throws Exception {
    return measured(part).rows().getFirst();
  }

  private void expectCard(Part part, Form form) throws Exception {
    Measured.Line line = at(part);
    assertThat(line.breaches())
        .anySatisfy(
            breach -> {
              assertThat(breach.thing()).isEqualTo(Thing.CARD_NUMBER);
              assertThat(breach.form()).isEqualTo(form);
              assertThat(breach.place().source()).isEqualTo("somebody");
              assertThat(breach.place().table()).isEqualTo("public.thing");
              assertThat(breach.place().row()).isEqualTo("id=7");
              assertThat(breach.place().words()).doesNotContain(CARD);
            });
  }

  @ParameterizedTest
  @EnumSource(
      value = Part.class,
      names = {"MERCHANT", "GATEWAY", "ACQUIRER", "ISSUER", "CLEARING", "AUTHORITY", "WALLET"})
  void nobodyMayHaveACardNumberInClear(Part part) throws Exception {
    words("card " + CARD + " on file");
    expectCard(part, Form.PLAIN);
  }

  @Test
  void packedGroupedHexadecimalAndBase64AreFound() throws Exception {
    octets(HexFormat.of().parseHex("00" + CARD));
    expectCard(Part.MERCHANT, Form.PACKED);
    run("delete from thing");
    words("9990 0100 0000 0002");
    expectCard(Part.MERCHANT, Form.GROUPED);
    run("delete from thing");
    words("\\x" + HexFormat.of().formatHex(CARD.getBytes(UTF_8)));
    expectCard(Part.MERCHANT, Form.HEX);
    run("delete from thing");
    words(Base64.getEncoder().encodeToString(("pan=" + CARD).getBytes(UTF_8)));
    expectCard(Part.MERCHANT, Form.BASE64);
    run("delete from thing");
    octets(DigestAlgorithm.SHA256.digest(CARD.getBytes(UTF_8)));
    expectCard(Part.MERCHANT, Form.DIGEST);
  }

  @Test
  void aCardOfNoPurchaseIsFoundToo() throws Exception {
    words("4" + "1".repeat(15));
    expectCard(Part.MERCHANT, Form.LIKE_A_CARD);
  }

  @Test
  void anEncodingOfAnEncodingIsTakenApart() throws Exception {
    String once = Base64.getEncoder().encodeToString(("the card is " + CARD).getBytes(UTF_8));
    words(Base64.getEncoder().encodeToString(("..." + once).getBytes(UTF_8)));
    expectCard(Part.ACQUIRER, Form.BASE64);
  }

  @Test
  void whatItsVaultSealedIsReadAsItCanReadIt() throws Exception {
    octets(vault.seal("anywhere/7", ("{" + CARD + "}").getBytes(UTF_8)));
    expectCard(Part.MERCHANT, Form.PLAIN);
    assertThat(at(Part.ISSUER).breaches()).isEmpty();
    assertThat(at(Part.ISSUER).sees(Thing.CARD_NUMBER)).isEqualTo(Sight.SEALED);
    assertThat(at(Part.GATEWAY).breaks(Thing.CARD_NUMBER)).isTrue();
  }

  private static byte[] envelope(AgreementKeyPair to) {
    IssuerAndSerialNumber rid =
        IssuerAndSerialNumber.TYPE.decode(
            HexFormat.of().parseHex("3013300e310c300a06035504030c03466f6f020101"));
    byte[] inside = ("....0030" + CARD + "....").getBytes(UTF_8);
    byte[] sealed =
        AuthEnvelopedData.TYPE.encode(
            Envelopes.sealTo(rid, to.publicKey(), inside, Randomness.secure()));
    byte[] message = new byte[sealed.length + 20];
    System.arraycopy(sealed, 0, message, 9, sealed.length);
    return message;
  }

  @Test
  void anEnvelopeForItselfIsOpenedAndOneForAnotherIsCarried() throws Exception {
    octets(envelope(own));
    assertThat(at(Part.GATEWAY).sees(Thing.CARD_NUMBER)).isEqualTo(Sight.RECEIVED);
    assertThat(at(Part.GATEWAY).breaches()).isEmpty();
    expectCard(Part.MERCHANT, Form.PLAIN);
    run("delete from thing");
    octets(envelope(another));
    assertThat(at(Part.MERCHANT).sees(Thing.CARD_NUMBER)).isEqualTo(Sight.CARRIED);
    assertThat(at(Part.MERCHANT).breaches()).isEmpty();
  }

  @Test
  void bothEndsOfTheNumberAreAllowedToABankAndNoMore() throws Exception {
    words("999001******0002");
    assertThat(at(Part.ACQUIRER).breaches()).isEmpty();
    assertThat(at(Part.ACQUIRER).sees(Thing.CARD_NUMBER)).isEqualTo(Sight.MASKED);
    expectCard(Part.CLEARING, Form.MASKED);
  }

  @Test
  @Tag("V06")
  void whatWasShownToABankInADisputeIsSeenThereAndNoSecretOfACardWithIt() throws Exception {
    run("create table dispute_evidence (id int primary key, bundle text)");
    String evidence = "insert into dispute_evidence values (7, ?)";
    insert(evidence, "Maps of Rain, for Sample Cardholder, 1 Example Street");
    for (Part part : List.of(Part.ACQUIRER, Part.ISSUER)) {
      assertThat(at(part).breaches()).as(part.name()).isEmpty();
      assertThat(at(part).sees(Thing.ORDER)).isEqualTo(Sight.SHOWN);
    }
    for (Part part : List.of(Part.GATEWAY, Part.CLEARING)) {
      assertThat(at(part).breaks(Thing.ORDER)).as(part.name()).isTrue();
    }
    run("delete from dispute_evidence");
    insert(evidence, "card " + CARD);
    assertThat(at(Part.ACQUIRER).breaks(Thing.CARD_NUMBER)).isTrue();
    assertThat(at(Part.ISSUER).breaks(Thing.CARD_NUMBER)).isTrue();
  }

  @Test
  @Tag("V06")
  void orderTextAtTheGatewayOrABankIsFound() throws Exception {
    words("2 x MAPS OF RAIN");
    for (Part part : List.of(Part.GATEWAY, Part.ACQUIRER, Part.ISSUER, Part.CLEARING)) {
      assertThat(at(part).breaks(Thing.ORDER)).as(part.name()).isTrue();
    }
    assertThat(at(Part.MERCHANT).breaches()).isEmpty();
    run("delete from thing");
    octets("to: 10000 Example".getBytes(UTF_8));
    assertThat(at(Part.GATEWAY).breaks(Thing.DELIVERY)).isTrue();
    assertThat(at(Part.ISSUER).breaks(Thing.DELIVERY)).isTrue();
  }

  @Test
  void anAddressThatACustomerToldTheBankBeforeIsNoTrace() throws Exception {
    words("1 Example Street");
    assertThat(at(Part.ISSUER).breaks(Thing.DELIVERY)).isTrue();
    byte[] record = "\0\20Another Customer1 Example Street".getBytes(UTF_8);
    insert("insert into card values (?)", vault.seal("card/1", record));
    assertThat(at(Part.ISSUER).breaks(Thing.DELIVERY)).isFalse();
    assertThat(at(Part.ACQUIRER).breaks(Thing.DELIVERY)).isTrue();
    words("10000 Example", 8);
    assertThat(at(Part.ISSUER).breaks(Thing.DELIVERY)).isTrue();
  }

  @Test
  void aSecretIsFoundAsTextAndAsOctets() throws Exception {
    words("5a".repeat(32));
    assertThat(at(Part.WALLET).breaks(Thing.SECRETS)).isTrue();
    run("delete from thing");
    octets(HexFormat.of().parseHex("00" + "5a".repeat(32)));
    assertThat(at(Part.WALLET).breaks(Thing.SECRETS)).isTrue();
  }

  @Test
  void aLineOfALogIsFound() throws Exception {
    Path log = folder.resolve("demo.log");
    Files.writeString(log, "all is well\ncharging " + CARD + " now\n");
    Measured.Line logs = measured(Part.MERCHANT, log).rows().getLast();
    assertThat(logs.breaches()).singleElement().satisfies(
        breach -> assertThat(breach.place().words()).isEqualTo("file demo.log, line 2"));
    Files.writeString(log, "bought Maps of Rain\n");
    assertThat(measured(Part.MERCHANT, log).rows().getLast().breaks(Thing.ORDER)).isTrue();
    Files.writeString(log, "passphrase " + "5a".repeat(32));
    assertThat(measured(Part.MERCHANT, log).rows().getLast().breaks(Thing.SECRETS)).isTrue();
    Files.writeString(log, "all is well\n");
    assertThat(measured(Part.MERCHANT, log).breaches()).isEmpty();
  }

  @Test
  void theAmountIsSeenInTheRowOfThePurchaseAndNotElsewhere() throws Exception {
    insert("insert into thing (id, amount) values (1, 1828)");
    assertThat(at(Part.CLEARING).sees(Thing.TOTAL)).isEqualTo(Sight.NOT);
    insert("insert into thing (id, octets, amount) values (2, ?, 1828)", XID);
    assertThat(at(Part.CLEARING).sees(Thing.PURCHASE)).isEqualTo(Sight.CLEAR);
    assertThat(at(Part.CLEARING).sees(Thing.TOTAL)).isEqualTo(Sight.CLEAR);
  }

  @Test
  void aKeyThatHoldsWhatWasFoundIsNotShown() throws Exception {
    run("create table keyed (number text primary key)");
    insert("insert into keyed values (?)", CARD);
    insert("insert into pile values (?)", CARD);
    Measured measured = measured(Part.MERCHANT);
    assertThat(measured.breaches()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(measured.breaches().toString()).doesNotContain(CARD).contains("ctid=(0,1)");
  }

  @Test
  void aMeterThatSeesNothingWhereSomethingMustBeIsBlind() throws Exception {
    octets(XID);
    assertThat(measured(Part.GATEWAY).blind()).containsExactly("GATEWAY CARD_NUMBER");
    assertThat(measured(Part.GATEWAY).holds()).isFalse();
    assertThat(measured(Part.CLEARING).blind()).isEmpty();
  }

  @Test
  void aDatabaseThatCannotBeReadIsSaidSo() {
    Login right = login;
    login = new Login(right.url(), right.role(), "wrong");
    try {
      assertThatThrownBy(() -> at(Part.MERCHANT))
          .isInstanceOf(Unreadable.class)
          .hasMessageContaining("The database of planted");
    } finally {
      login = right;
    }
  }
}
