package openset.issuer.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import openset.iso8583.IsoMessage;
import openset.iso8583.host.AuthorizationAnswer;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.CheckResults;
import openset.iso8583.host.Checks;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.Decision;
import openset.iso8583.host.Decision.Approved;
import openset.iso8583.host.Decision.Declined;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.SettlementAdvice.Totals;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.StandInAdvice;
import openset.issuer.Bank;
import openset.issuer.card.CardStatus;
import openset.issuer.desk.AccountView.Amounts;
import openset.issuer.opening.Opening.AccountOpened;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sales, stand-in, credits and reversals of items, on real links. */
class ItemsTest {
  private static Bank bank;
  private static Lines lines;
  private AccountOpened card;

  @BeforeAll
  static void start() {
    bank = new Bank();
    lines = new Lines(bank);
  }

  @AfterAll
  static void stop() {
    lines.close();
    bank.close();
  }

  @BeforeEach
  void open() {
    bank.pass(Duration.ofSeconds(1));
    card = bank.opened(10_000);
  }

  @Test
  @Tag("HL-11")
  void aSaleIsHeldAndPostedWhenItIsPresented() {
    AuthorizationRequest request = lines.asks(card, 4_000);
    Decision sold = lines.sell(request);
    assertThat(sold).isInstanceOf(Approved.class);
    assertThat(lines.sell(request)).isEqualTo(sold);
    assertThat(lines.authorize(request)).isEqualTo(new Declined("94"));
    assertThat(money().held().minorUnits()).isEqualTo(4_000);
    // Its capture has the key of the sale itself.
    FinancialAdvice due = lines.presents(request, ((Approved) sold).code(), 4_000);
    FinancialAdvice same =
        new FinancialAdvice(
            due.trace(),
            due.amount(),
            due.acceptor(),
            due.approval(),
            Purchase.of(request.purchase().key(), request.purchase().xid()),
            due.issuer());
    assertThat(lines.present(Lines.capture(same), "c-sale")).isEqualTo("00");
    assertThat(money().balance().minorUnits()).isEqualTo(4_000);
    assertThat(lines.sell(lines.asks(card, 6_001))).isEqualTo(new Declined("51"));
  }

  @Test
  @Tag("HL-85")
  void whatAGatewayApprovedByItselfIsBookedEvenAboveTheLimit() {
    AuthorizationRequest request = lines.asks(card, 25_000);
    assertThat(lines.standsIn(request, "STAND1")).isEqualTo("00");
    assertThat(lines.standsIn(request, "STAND1")).isEqualTo("00");
    assertThat(lines.standsIn(request, "STAND2")).isEqualTo("94");
    assertThat(money().available().minorUnits()).isEqualTo(-15_000);
    assertThat(lines.authorize(lines.asks(card, 1))).isEqualTo(new Declined("51"));
    FinancialAdvice due = lines.presents(request, "STAND1", 25_000);
    assertThat(lines.present(Lines.capture(due), "c-stand")).isEqualTo("00");
    assertThat(money().balance().minorUnits()).isEqualTo(25_000);
  }

  @Test
  @Tag("HL-25")
  void anApprovalSaysUntilWhenItIsHeldAndSaysItAgain() {
    AuthorizationRequest request = lines.asks(card, 4_000);
    AuthorizationAnswer first = answer(request);
    Instant end = first.until().orElseThrow();
    Instant least = bank.clock().instant().plus(Bank.HOLD_LIFE).minusSeconds(60);
    assertThat(end).isBetween(least, bank.clock().instant().plus(Bank.HOLD_LIFE));
    bank.pass(Duration.ofMinutes(5));
    assertThat(answer(request)).isEqualTo(first);
    assertThat(answer(lines.asks(card, 20_000)).until()).isEmpty();
    bank.pass(Duration.between(bank.clock().instant(), end).minusSeconds(5));
    assertThat(money().held().minorUnits()).isEqualTo(4_000);
    bank.pass(Duration.ofSeconds(6));
    assertThat(money().held().isZero()).isTrue();
  }

  private AuthorizationAnswer answer(AuthorizationRequest request) {
    return AuthorizationAnswer.of(
        lines.askAcquirerLine(request.with(lines.trace()).toMessage()));
  }

  @Test
  @Tag("HL-25")
  @Tag("HL-85")
  void whatAGatewayApprovedByItselfIsHeldNoLongerThanItSaid() {
    Instant told = bank.clock().instant().plus(Duration.ofHours(1));
    AuthorizationRequest request = lines.asks(card, 4_000);
    StandInAdvice advice =
        new StandInAdvice(
            request, "STAND1", StandInAdvice.Reason.TIME_OUT, Optional.of(told));
    assertThat(Lines.code(lines.askAcquirerLine(advice.toMessage()))).isEqualTo("00");
    bank.pass(Duration.ofMinutes(59));
    assertThat(money().held().minorUnits()).isEqualTo(4_000);
    bank.pass(Duration.ofMinutes(2));
    assertThat(money().held().isZero()).isTrue();
  }

  @Test
  @Tag("HL-86")
  void standInForACardThatIsUnknownOrBlockedIsRefusedForGood() {
    AuthorizationRequest frozen = lines.asks(card, 100);
    bank.issuer().accounts().become(card.account(), CardStatus.FROZEN);
    assertThat(lines.standsIn(frozen, "STAND1")).isEqualTo("62");
    bank.issuer().accounts().become(card.account(), CardStatus.ACTIVE);
    assertThat(lines.standsIn(frozen, "STAND1")).isEqualTo("62");
    bank.issuer().accounts().become(card.account(), CardStatus.LOST);
    assertThat(lines.standsIn(lines.asks(card, 100), "STAND1")).isEqualTo("62");
    bank.issuer().accounts().renumber(card.account(), "ann");
    assertThat(lines.standsIn(lines.asks(card, 100), "STAND1")).isEqualTo("14");
    assertThat(money().held().isZero()).isTrue();
  }

  @Test
  @Tag("HL-54")
  @Tag("S06")
  void creditsGiveBackWhatWasPostedAndNoMore() {
    AuthorizationRequest request = lines.asks(card, 4_000);
    String code = lines.approve(request);
    assertThat(lines.present(lines.credits(request, code, 1), "c-credit")).isEqualTo("13");
    lines.present(lines.presents(request, code, 3_000), "c-credit");
    ClearingItem first = lines.credits(request, code, 1_000);
    assertThat(lines.present(first, "c-credit")).isEqualTo("00");
    assertThat(lines.present(first, "c-credit")).isEqualTo("00");
    assertThat(lines.present(lines.credits(request, code, 2_001), "c-credit")).isEqualTo("13");
    assertThat(lines.present(lines.credits(request, code, 2_000), "c-credit")).isEqualTo("00");
    assertThat(money().balance().isZero()).isTrue();
    AuthorizationRequest never = lines.asks(card, 4_000);
    assertThat(lines.present(lines.credits(never, code, 1), "c-credit")).isEqualTo("25");
    String wrong = code.equals("123456") ? "654321" : "123456";
    assertThat(lines.present(lines.credits(request, wrong, 1), "c-credit")).isEqualTo("12");
    bank.checkSums();
  }

  @Test
  @Tag("HL-55")
  void aCaptureTakenBackIsHeldAgainAndMayBePresentedAgain() {
    AuthorizationRequest request = lines.asks(card, 4_000);
    String code = lines.approve(request);
    ClearingItem capture = Lines.capture(lines.presents(request, code, 3_000));
    assertThat(lines.present(capture, "c-back")).isEqualTo("00");
    ClearingItem back = lines.takesBack(capture);
    assertThat(lines.present(back, "c-back")).isEqualTo("00");
    assertThat(lines.present(back, "c-back")).isEqualTo("00");
    assertThat(money().balance().isZero()).isTrue();
    assertThat(money().held().minorUnits()).isEqualTo(4_000);
    assertThat(lines.present(lines.takesBack(capture), "c-back")).isEqualTo("12");
    assertThat(lines.present(lines.presents(request, code, 4_000), "c-back")).isEqualTo("00");
    assertThat(money().held().isZero()).isTrue();
  }

  @Test
  @Tag("HL-55")
  @Tag("S06")
  void nothingIsTakenBackThatACreditHasGivenBack() {
    AuthorizationRequest request = lines.asks(card, 4_000);
    String code = lines.approve(request);
    ClearingItem capture = Lines.capture(lines.presents(request, code, 3_000));
    lines.present(capture, "c-cover");
    ClearingItem credit = lines.credits(request, code, 1_000);
    lines.present(credit, "c-cover");
    assertThat(lines.present(lines.takesBack(capture), "c-cover")).isEqualTo("13");
    ClearingItem anew = lines.takesBack(credit);
    assertThat(lines.present(anew, "c-cover")).isEqualTo("00");
    assertThat(money().balance().minorUnits()).isEqualTo(3_000);
    assertThat(lines.present(lines.takesBack(credit), "c-cover")).isEqualTo("12");
    // A reversal is not reversed, nor is an item that was never there.
    assertThat(lines.present(lines.takesBack(anew), "c-cover")).isEqualTo("25");
    ClearingItem unknown = Lines.capture(lines.presents(request, code, 1));
    assertThat(lines.present(lines.takesBack(unknown), "c-cover")).isEqualTo("25");
    assertThat(lines.present(lines.takesBack(capture), "c-cover")).isEqualTo("00");
    bank.checkSums();
  }

  @Test
  @Tag("HL-55")
  void aCreditIsTakenBackThoughItWasSpentAndNothingIsApprovedUntilThereIsSomething() {
    AuthorizationRequest request = lines.asks(card, 10_000);
    String code = lines.approve(request);
    lines.present(lines.presents(request, code, 10_000), "c-spent");
    ClearingItem credit = lines.credits(request, code, 4_000);
    lines.present(credit, "c-spent");
    lines.approve(lines.asks(card, 3_000));
    assertThat(lines.present(lines.takesBack(credit), "c-spent")).isEqualTo("00");
    assertThat(money().available().minorUnits()).isEqualTo(-3_000);
    assertThat(lines.authorize(lines.asks(card, 1))).isEqualTo(new Declined("51"));
    lines.present(lines.credits(request, code, 3_001), "c-spent");
    assertThat(lines.authorize(lines.asks(card, 1))).isInstanceOf(Approved.class);
    bank.checkSums();
  }

  @Test
  @Tag("HL-61")
  void settlesWhatItOwesAgainstWhatItGets() {
    AuthorizationRequest request = lines.asks(card, 4_000);
    String code = lines.approve(request);
    lines.present(lines.presents(request, code, 4_000), "c-net");
    lines.present(lines.credits(request, code, 1_500), "c-net");
    assertThat(lines.settle(lines.settles("c-net", 1, 4_000))).isEqualTo("09");
    Totals own = new Totals(1, 1, 1_500, 4_000);
    assertThat(lines.settle(lines.settles("c-net", own))).isEqualTo("00");
    assertThat(lines.settle(lines.settles("c-net", own))).isEqualTo("00");
    lines.present(lines.credits(request, code, 500), "c-in");
    assertThat(lines.settle(lines.settles("c-in", new Totals(1, 0, 500, 0)))).isEqualTo("00");
    bank.checkSums();
  }

  @Test
  @Tag("HL-28")
  void checksAddressAndSecurityCodeAndSaysWhatItFound() throws MalformedMessage {
    String code = bank.issuer().accounts().securityCode(card.account()).orElseThrow().digits();
    assertThat(results("10000 1", code)).isEqualTo(new CheckResults(one("Y"), one("M")));
    assertThat(results("10000 2", code)).isEqualTo(new CheckResults(one("Z"), one("M")));
    assertThat(results("10001 1", code)).isEqualTo(new CheckResults(one("A"), one("M")));
    assertThat(results("1", code)).isEqualTo(new CheckResults(one("N"), one("M")));
    AuthorizationRequest wrong = checked("10000 1", other(code));
    IsoMessage answer = lines.askAcquirerLine(wrong.toMessage());
    assertThat(Lines.code(answer)).isEqualTo("05");
    assertThat(CheckResults.of(answer)).isEqualTo(new CheckResults(one("Y"), one("N")));
    IsoMessage again = lines.askAcquirerLine(wrong.with(lines.trace()).toMessage());
    assertThat(CheckResults.of(again)).isEqualTo(new CheckResults(one("Y"), one("N")));
  }

  @Test
  @Tag("HL-28")
  void theSecurityCodeIsNotGuessed() throws MalformedMessage {
    String code = bank.issuer().accounts().securityCode(card.account()).orElseThrow().digits();
    for (int i = 0; i < 5; i++) lines.authorize(checked("10000 1", other(code)));
    IsoMessage answer = lines.askAcquirerLine(checked("10000 1", code).toMessage());
    assertThat(Lines.code(answer)).isEqualTo("05");
    assertThat(CheckResults.of(answer).securityCode()).isEqualTo(one("P"));
    assertThat(lines.authorize(lines.asks(card, 1))).isInstanceOf(Approved.class);
    bank.pass(Duration.ofDays(1));
    assertThat(results("10000 1", code).securityCode()).isEqualTo(one("M"));
  }

  private CheckResults results(String address, String code) throws MalformedMessage {
    return CheckResults.of(lines.askAcquirerLine(checked(address, code).toMessage()));
  }

  private AuthorizationRequest checked(String address, String code) {
    AuthorizationRequest plain = lines.asks(card, 1);
    Purchase bare = plain.purchase();
    Checks checks = new Checks(one(address), one(code), Optional.empty());
    Purchase purchase =
        new Purchase(
            bare.key(),
            bare.xid(),
            bare.transStain(),
            bare.certificate(),
            bare.merchantId(),
            checks);
    return new AuthorizationRequest(
        plain.trace(),
        plain.card(),
        plain.amount(),
        plain.acceptor(),
        plain.reference(),
        purchase);
  }

  private static Optional<String> one(String text) {
    return Optional.of(text);
  }

  private static String other(String code) {
    return code.equals("000") ? "001" : "000";
  }

  private Amounts money() {
    return bank.issuer().accounts().account(card.account()).orElseThrow().money();
  }
}
