package openset.iso8583.host;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HostMessagesTest {
  private static final Trace TRACE = Trace.at(Instant.parse("2026-11-22T23:59:58Z"), 77);
  private static final Acceptor ACCEPTOR = new Acceptor("T1", "M-1", "5732");
  private static final Reference REFERENCE =
      Reference.fresh("999001", Instant.parse("2026-11-22T23:59:58Z"), 77);
  private static final Octets KEY = Octets.ofHex("01".repeat(20));
  private static final Octets XID = Octets.ofHex("02".repeat(20));

  private static AuthorizationRequest authorization() throws MalformedMessage {
    Purchase purchase =
        new Purchase(
            KEY,
            XID,
            Optional.of(Octets.ofHex("03".repeat(32))),
            Optional.of(Octets.ofHex("0405")),
            Optional.of("M-1"));
    return new AuthorizationRequest(
        TRACE,
        Card.of("9990010000000010", "3012"),
        new Amount(1999, 978),
        ACCEPTOR,
        REFERENCE,
        purchase);
  }

  @Test
  void everyMessageReadsBackAsItWasWritten() throws MalformedMessage {
    AuthorizationRequest asked = authorization();
    Reversal reversal = asked.reversal(new Trace("1123000000", 78));
    FinancialAdvice advice =
        new FinancialAdvice(
            TRACE,
            new Amount(1500, 978),
            ACCEPTOR,
            new FinancialAdvice.Approval(REFERENCE, "123456", KEY),
            Purchase.of(Octets.ofHex("09".repeat(24)), XID),
            Optional.of("999100"));
    SettlementAdvice settlement =
        new SettlementAdvice(
            TRACE, "999001", "C-1", "1122", 978, new SettlementAdvice.Totals(1, 2, 100, 350));
    assertThat(AuthorizationRequest.of(overTheWire(asked.toMessage()))).isEqualTo(asked);
    assertThat(Reversal.of(overTheWire(reversal.toMessage()))).isEqualTo(reversal);
    assertThat(FinancialAdvice.of(overTheWire(advice.toMessage()))).isEqualTo(advice);
    assertThat(SettlementAdvice.of(overTheWire(settlement.toMessage()))).isEqualTo(settlement);
  }

  private static IsoMessage overTheWire(IsoMessage message) throws MalformedMessage {
    return IsoMessage.decode(message.encode());
  }

  private static AuthorizationRequest of(Purchase purchase) throws MalformedMessage {
    AuthorizationRequest asked = authorization();
    return new AuthorizationRequest(
        asked.trace(),
        asked.card(),
        asked.amount(),
        asked.acceptor(),
        asked.reference(),
        purchase);
  }

  @Test
  @Tag("HL-26")
  void spacesNameNoTerminal() throws MalformedMessage {
    IsoMessage none = overTheWire(authorization().at("").toMessage());
    assertThat(none.text(41)).contains(" ".repeat(8));
    assertThat(AuthorizationRequest.of(none).acceptor().terminal()).isEmpty();
    assertThat(AuthorizationRequest.of(none).at("T1")).isEqualTo(authorization());
  }

  @Test
  @Tag("HL-29")
  void thatNobodySignedIsSaidAndNeverBesideAProofOrAStandIn() throws MalformedMessage {
    Optional<Octets> none = Optional.empty();
    Checks nobody = Checks.NONE.ofNobody();
    AuthorizationRequest unsigned =
        of(new Purchase(KEY, XID, none, none, Optional.of("M-1"), nobody));
    AuthorizationRequest read = AuthorizationRequest.of(overTheWire(unsigned.toMessage()));
    assertThat(read).isEqualTo(unsigned);
    assertThat(read.kept().purchase().checks().unauthenticated()).isTrue();
    assertThat(AuthorizationRequest.of(overTheWire(authorization().toMessage())))
        .extracting(asked -> asked.purchase().checks().unauthenticated())
        .isEqualTo(false);
    Optional<Octets> proof = Optional.of(Octets.ofHex("03".repeat(20)));
    for (Purchase proved :
        List.of(
            new Purchase(KEY, XID, proof, none, Optional.empty(), nobody),
            new Purchase(KEY, XID, none, proof, Optional.empty(), nobody))) {
      IsoMessage message = overTheWire(of(proved).toMessage());
      assertThatThrownBy(() -> AuthorizationRequest.of(message))
          .isInstanceOf(MalformedMessage.class);
    }
    IsoMessage advice =
        new StandInAdvice(unsigned, "S00001", StandInAdvice.Reason.TIME_OUT).toMessage();
    assertThatThrownBy(() -> StandInAdvice.of(overTheWire(advice)))
        .isInstanceOf(MalformedMessage.class);
    for (int other : new int[] {0, 2, 255}) {
      LinkData data =
          LinkData.of(unsigned.toMessage())
              .with(LinkData.Tag.CARDHOLDER, Octets.of(new byte[] {(byte) other}));
      IsoMessage.Builder odd = unsigned.toMessage().with();
      data.into(odd);
      IsoMessage message = overTheWire(odd.build());
      assertThatThrownBy(() -> AuthorizationRequest.of(message))
          .isInstanceOf(MalformedMessage.class);
    }
  }

  @Test
  void aReversalNamesTheNumbersOfItsOriginalAndNoCard() throws MalformedMessage {
    IsoMessage reversal = authorization().reversal(new Trace("1123000000", 78)).toMessage();
    assertThat(reversal.text(90)).contains("0100" + "000077" + "1122235958" + "00000999001"
        + "00000000000");
    assertThat(reversal.has(2)).isFalse();
  }

  @Test
  @Tag("HL-33")
  void aReversalOfAPartSaysWhatStays() throws MalformedMessage {
    Reversal whole = authorization().reversal(new Trace("1123000000", 78));
    Reversal part = whole.staying(OptionalLong.of(999));
    assertThat(part.toMessage().text(95))
        .contains("000000000999" + "000000000000" + "C00000000C00000000");
    assertThat(Reversal.of(overTheWire(part.toMessage()))).isEqualTo(part);
    assertThat(whole.toMessage().has(95)).isFalse();
    for (long none : new long[] {0, 1999, 2000}) {
      assertThatThrownBy(() -> whole.staying(OptionalLong.of(none)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (String odd :
        List.of(
            "000000000999" + "000000000001" + "C00000000C00000000",
            "000000000999" + "000000000000" + "D00000000C00000000",
            "00000000099A" + "000000000000" + "C00000000C00000000",
            "000000001999" + "000000000000" + "C00000000C00000000")) {
      IsoMessage message = part.toMessage();
      byte[] octets = new String(message.encode(), ISO_8859_1)
          .replace(message.text(95).orElseThrow(), odd)
          .getBytes(ISO_8859_1);
      assertThatThrownBy(() -> Reversal.of(IsoMessage.decode(octets)))
          .isInstanceOf(MalformedMessage.class);
    }
  }

  @Test
  @Tag("H14")
  @Tag("HL-09")
  void takesEveryResponseCodeItDoesNotKnowAsADecline() throws MalformedMessage {
    IsoMessage request = authorization().toMessage();
    for (String code : List.of("ZZ", "01", "11", "85", "000000".substring(0, 2))) {
      assertThat(Decision.of(request.answer(code))).isInstanceOf(Decision.Declined.class);
    }
    assertThat(Decision.of(request.answer().build())).isInstanceOf(Decision.Declined.class);
    assertThat(Decision.of(request.answer().put(38, "123456").put(39, "0A").build()))
        .isEqualTo(new Decision.Declined("0A"));
  }

  @Test
  void decisionsReadBackAsTheyWereGiven() throws MalformedMessage {
    IsoMessage request = authorization().toMessage();
    for (Decision decision :
        List.of(
            new Decision.Approved("123456"),
            new Decision.PartlyApproved("123456", 100),
            Decision.Declined.with(ResponseCode.LIMIT_EXCEEDED))) {
      assertThat(Decision.of(decision.answer(request))).isEqualTo(decision);
    }
  }

  @Test
  @Tag("H10")
  @Tag("HL-20")
  void refusesCardNumbersAndExpiriesThatCannotBe() {
    assertThatThrownBy(() -> Card.of("9990010000000012", "3012"))
        .hasMessage("field 2: check digit");
    assertThatThrownBy(() -> Card.of("999001", "3012")).hasMessage("field 2: not 13 to 19 digits");
    assertThatThrownBy(() -> Card.of("9990010000000010", "9913"))
        .hasMessage("field 14: not a year and month");
    assertThatThrownBy(() -> Card.of("9990010000000010", "9900"))
        .hasMessage("field 14: not a year and month");
    assertThatThrownBy(() -> new Amount(0, 978)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Amount(1_000_000_000_000L, 978))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Tag("V03")
  void theParsedRequestShowsNoCardNumber() throws MalformedMessage {
    assertThat(authorization().toString())
        .contains("999001******0010")
        .doesNotContain("9990010000000010")
        .doesNotContain("3012");
  }

  @Test
  @Tag("V03")
  void theTreeNamesEveryElementAndShowsNoCardNumber() throws MalformedMessage {
    assertThat(MessageTree.lines(authorization().toMessage()))
        .contains(
            "0100 authorization request or advice",
            "    2 Primary account number: 999001******0010",
            "    4 Amount, transaction: 000000001999",
            "   14 Date, expiration: [4]",
            "        XID: " + "02".repeat(20),
            "        MERCHANT_ID: M-1");
  }

  @Test
  @Tag("H08")
  void refusesTaggedDataThatLies() {
    refused("0114" + "00".repeat(19), "value cut short");
    refused("01", "tag cut short");
    refused("0114" + "00".repeat(20) + "0114" + "00".repeat(20), "tags not rising");
    refused("0113" + "00".repeat(19), "length of KEY");
    refused("0314" + "00".repeat(20), "KEY required");
  }

  private static void refused(String hex, String rule) {
    assertThatThrownBy(
            () -> {
              IsoMessage message =
                  authorization().toMessage().with().put(127, Octets.ofHex(hex).bytes()).build();
              AuthorizationRequest.of(message);
            })
        .isInstanceOf(MalformedMessage.class)
        .hasMessage("field 127: " + rule);
  }

  @Test
  void passesOverTagsItDoesNotKnow() throws MalformedMessage {
    IsoMessage plain = authorization().toMessage();
    byte[] known = plain.octets(127).orElseThrow();
    byte[] more = Arrays.copyOf(known, known.length + 3);
    more[known.length] = (byte) 200;
    more[known.length + 1] = 1;
    IsoMessage message = plain.with().put(127, more).build();
    assertThat(AuthorizationRequest.of(message)).isEqualTo(authorization());
  }

  @Test
  void refusesASettlementWhoseNetIsNotCreditsLessDebits() {
    IsoMessage message =
        new SettlementAdvice(
                TRACE, "999001", "C-1", "1122", 978, new SettlementAdvice.Totals(1, 0, 100, 0))
            .toMessage()
            .with()
            .put(97, "C0000000000000101")
            .build();
    assertThatThrownBy(() -> SettlementAdvice.of(message))
        .hasMessage("field 97: not credits less debits");
  }
}
