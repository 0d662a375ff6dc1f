package openset.iso8583.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.iso8583.IsoMessage;
import openset.iso8583.MalformedMessage;
import openset.iso8583.Mti;
import openset.iso8583.Picture;
import openset.iso8583.host.ClearingItem.Dispute;
import openset.iso8583.host.ClearingItem.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClearingItemTest {
  private static final Instant NOW = Instant.parse("2026-11-22T23:59:58Z");
  private static final Trace TRACE = Trace.at(NOW, 77);
  private static final Octets KEY = Octets.ofHex("01".repeat(20));
  private static final Octets XID = Octets.ofHex("02".repeat(20));
  private static final Octets EARLIER = Octets.ofHex("07".repeat(24));

  private static FinancialAdvice advice() {
    return new FinancialAdvice(
        TRACE,
        new Amount(1500, 978),
        new Acceptor("T1", "M-1", "5732"),
        new FinancialAdvice.Approval(Reference.fresh("999001", NOW, 77), "123456", KEY),
        Purchase.of(Octets.ofHex("09".repeat(24)), XID),
        Optional.of("999100"));
  }

  private static ClearingItem item(Kind kind) {
    Dispute dispute = new Dispute("D-2026-1", "4853", Dispute.Stage.ARBITRATION);
    return switch (kind) {
      case CAPTURE, CREDIT -> ClearingItem.first(kind, advice());
      case CAPTURE_REVERSAL, CREDIT_REVERSAL -> ClearingItem.reversal(kind, advice(), EARLIER);
      case CHARGEBACK, REPRESENTMENT -> ClearingItem.disputed(kind, advice(), EARLIER, dispute);
    };
  }

  private static IsoMessage overTheWire(IsoMessage message) throws MalformedMessage {
    return IsoMessage.decode(message.encode());
  }

  @ParameterizedTest
  @EnumSource
  void everyKindReadsBackAsItWasWritten(Kind kind) throws MalformedMessage {
    ClearingItem item = item(kind);
    IsoMessage message = overTheWire(item.toMessage("C-1"));
    assertThat(ClearingItem.of(message)).isEqualTo(item);
    assertThat(LinkData.of(message).text(LinkData.Tag.CYCLE)).contains("C-1");
    IsoMessage repeat = message.as(message.mti().repeat());
    assertThat(ClearingItem.of(overTheWire(repeat))).isEqualTo(item);
    assertThat(repeat.mti().answer()).isEqualTo(message.mti().answer());
    assertThat(message.mti().answer()).isEqualTo(message.answer("00").mti());
  }

  @ParameterizedTest
  @EnumSource(names = {"CREDIT", "CAPTURE_REVERSAL", "CREDIT_REVERSAL", "CHARGEBACK",
      "REPRESENTMENT"})
  void nothingElsePassesForACapture(Kind kind) throws MalformedMessage {
    IsoMessage message = overTheWire(item(kind).toMessage());
    assertThatThrownBy(() -> FinancialAdvice.of(message))
        .hasMessage("field 3: not a capture");
  }

  @Test
  void aCaptureIsTheSameMessageAsEver() {
    assertThat(item(Kind.CAPTURE).toMessage().encode()).isEqualTo(advice().toMessage().encode());
  }

  @Test
  void chargebacksKeepTheirOriginDigit() {
    assertThat(Mti.CHARGEBACK.repeat()).isEqualTo(new Mti(423));
    assertThat(new Mti(423).original()).isEqualTo(Mti.CHARGEBACK);
    assertThat(Mti.CHARGEBACK.answer()).isEqualTo(Mti.CHARGEBACK_ANSWER);
    assertThat(new Mti(423).answer()).isEqualTo(Mti.CHARGEBACK_ANSWER);
  }

  @Test
  void whatAKindNeedsMustBeThere() throws MalformedMessage {
    IsoMessage message = item(Kind.CAPTURE_REVERSAL).toMessage();
    LinkData data = LinkData.empty();
    for (LinkData.Tag tag : new LinkData.Tag[] {
        LinkData.Tag.KEY, LinkData.Tag.ORIGINAL_KEY, LinkData.Tag.XID}) {
      data = data.with(tag, LinkData.of(message).need(tag));
    }
    IsoMessage.Builder without = message.with();
    data.into(without);
    assertThatThrownBy(() -> ClearingItem.of(without.build()))
        .hasMessage("field 127: ITEM required");
    assertThatThrownBy(() -> ClearingItem.of(message.with().put(3, "010000").build()))
        .hasMessage("field 3: no item of this kind");
    assertThatThrownBy(() -> ClearingItem.first(Kind.CHARGEBACK, advice()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static AuthorizationRequest asked() throws MalformedMessage {
    Checks checks =
        new Checks(
            Optional.of("10115 12"), Optional.of("123"), Optional.of(Checks.Recurrence.RECURRING));
    Purchase purchase =
        new Purchase(KEY, XID, Optional.empty(), Optional.empty(), Optional.of("M-1"), checks);
    return new AuthorizationRequest(
        TRACE,
        Card.of("9990010000000010", "3012"),
        new Amount(1999, 978),
        new Acceptor("T1", "M-1", "5732"),
        Reference.fresh("999001", NOW, 77),
        purchase);
  }

  @Test
  void salesAndStandInAdvicesReadBackAsTheyWereWritten() throws MalformedMessage {
    SaleRequest sale = new SaleRequest(asked());
    StandInAdvice advice =
        new StandInAdvice(asked(), "S00001", StandInAdvice.Reason.ISSUER_UNAVAILABLE);
    assertThat(sale.toMessage().mti()).isEqualTo(Mti.FINANCIAL);
    assertThat(SaleRequest.of(overTheWire(sale.toMessage()))).isEqualTo(sale);
    assertThat(StandInAdvice.of(overTheWire(advice.toMessage()))).isEqualTo(advice);
    Reversal reversal = sale.reversal(new Trace("1123000000", 78));
    assertThat(reversal.toMessage().text(90).orElseThrow()).startsWith("0200" + "000077");
    assertThat(Reversal.of(overTheWire(reversal.toMessage()))).isEqualTo(reversal);
  }

  @Test
  void whatTheIssuerCheckedComesBackInTheAnswer() throws MalformedMessage {
    CheckResults results = new CheckResults(Optional.of("Y"), Optional.of("M"));
    IsoMessage answer =
        new Decision.Approved("123456").answer(asked().toMessage(), results);
    assertThat(CheckResults.of(overTheWire(answer))).isEqualTo(results);
    assertThat(Decision.of(answer)).isEqualTo(new Decision.Approved("123456"));
  }

  @Test
  @Tag("HL-25")
  void theEndOfAnAuthorizationIsReadBackToTheSecondAndOneThatIsNoneIsNotSaid()
      throws MalformedMessage {
    Instant end = Instant.parse("2026-12-31T23:59:58Z");
    AuthorizationAnswer said =
        new AuthorizationAnswer(
            new Decision.Approved("123456"), CheckResults.NONE, Optional.of(end));
    IsoMessage answer = overTheWire(said.answer(asked().toMessage()));
    assertThat(AuthorizationAnswer.of(answer)).isEqualTo(said);
    StandInAdvice advice =
        new StandInAdvice(asked(), "S00001", StandInAdvice.Reason.TIME_OUT, Optional.of(end));
    assertThat(StandInAdvice.of(overTheWire(advice.toMessage()))).isEqualTo(advice);
    for (String none : List.of("261331235958", "26123123595 ", "261231236000")) {
      IsoMessage.Builder changed = answer.with();
      LinkData.of(answer).with(LinkData.Tag.UNTIL, none).into(changed);
      assertThat(AuthorizationAnswer.of(changed.build()))
          .isEqualTo(AuthorizationAnswer.of(said.decision()));
    }
  }

  @Test
  @Tag("V03")
  void nobodyIsShownTheSecurityCodeOrTheAddress() throws MalformedMessage {
    assertThat(asked().toString()).doesNotContain("123,").doesNotContain("10115");
    assertThat(String.join("\n", MessageTree.lines(asked().toMessage())))
        .contains("SECURITY_CODE: [3]")
        .doesNotContain("313233")
        .doesNotContain("10115");
    assertThat(asked().purchase().checks().kept().securityCode()).isEmpty();
  }

  @Test
  @Tag("V03")
  void aPictureShowsNeitherSecurityCodeNorAddressAndAllElseOfTheTags() throws MalformedMessage {
    for (IsoMessage message :
        List.of(asked().toMessage(), new SaleRequest(asked()).toMessage())) {
      byte[] octets = message.encode();
      byte[] shown = Picture.of(message).octets();
      String text = new String(shown, StandardCharsets.ISO_8859_1);
      assertThat(text)
          .contains("\r\b********")
          .contains("\16\3***")
          .contains("\6\3M-1")
          .doesNotContain("10115 12");
      assertThat(new String(octets, StandardCharsets.ISO_8859_1))
          .contains("\r\b10115 12")
          .contains("\16\003123");
      assertThat(Picture.of(shown).octets()).isEqualTo(shown);
    }
  }
}
