package openset.issuer.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import openset.crypto.Randomness;
import openset.iso8583.IsoLink;
import openset.iso8583.IsoMessage;
import openset.iso8583.Mti;
import openset.iso8583.host.Amount;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Decision;
import openset.iso8583.host.Decision.Approved;
import openset.iso8583.host.Decision.Declined;
import openset.iso8583.host.FinancialAdvice;
import openset.iso8583.host.Purchase;
import openset.iso8583.host.SettlementAdvice;
import openset.issuer.Bank;
import openset.issuer.card.Bin;
import openset.issuer.card.CardNumber;
import openset.issuer.card.CardStatus;
import openset.issuer.desk.AccountView.Amounts;
import openset.issuer.opening.Opening.AccountOpened;
import openset.issuer.store.Books;
import openset.ledger.AccountCode;
import openset.ledger.Ledger;
import openset.ledger.LedgerRefused;
import openset.ledger.StatementLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HostDeskTest {
  private static final Bank bank = new Bank();

  private final AccountOpened card = bank.opened(10_000);
  private Lines lines;

  @BeforeEach
  void connect() {
    lines = new Lines(bank);
  }

  @AfterEach
  void check() {
    lines.close();
    bank.checkSums();
  }

  @AfterAll
  static void close() {
    bank.close();
  }

  @Test
  @Tag("HL-22")
  void approvesWithSixDigitsAndHoldsTheAmount() {
    String code = lines.approve(lines.asks(card, 4_000));
    assertThat(code).matches("[0-9]{6}");
    assertThat(money(card).held().minorUnits()).isEqualTo(4_000);
    assertThat(money(card).available().minorUnits()).isEqualTo(6_000);
    assertThat(money(card).balance().isZero()).isTrue();
  }

  @Test
  @Tag("HL-22")
  void declinesWithTheCodesOfTheHostLink() {
    CardNumber unknown = CardNumber.random(new Bin(Bank.ISSUER), Randomness.secure());
    CardNumber other = CardNumber.random(new Bin("999502"), Randomness.secure());
    String expiry = card.expiry().shortText();
    assertThat(asked(unknown.digits(), expiry, Bank.EUR)).isEqualTo(new Declined("14"));
    assertThat(asked(other.digits(), expiry, Bank.EUR)).isEqualTo(new Declined("12"));
    assertThat(asked(card.number().digits(), "2912", Bank.EUR)).isEqualTo(new Declined("54"));
    assertThat(asked(card.number().digits(), expiry, 840)).isEqualTo(new Declined("12"));
    assertThat(asked(card.number().digits(), expiry, 1)).isEqualTo(new Declined("12"));
    assertThat(lines.authorize(lines.asks(card, 10_001))).isEqualTo(new Declined("51"));
    bank.issuer().accounts().become(card.account(), CardStatus.FROZEN);
    assertThat(lines.authorize(lines.asks(card, 1))).isEqualTo(new Declined("62"));
    bank.issuer().accounts().become(card.account(), CardStatus.LOST);
    assertThat(lines.authorize(lines.asks(card, 1))).isEqualTo(new Declined("41"));
    assertThat(money(card).held().isZero()).isTrue();
  }

  @Test
  @Tag("HL-11")
  @Tag("W08")
  void theSameRequestAHundredTimesAtOnceHoldsOnce() throws InterruptedException {
    AuthorizationRequest request = lines.asks(card, 4_000);
    ConcurrentLinkedQueue<Decision> answers = new ConcurrentLinkedQueue<>();
    List<Thread> threads =
        IntStream.range(0, 100)
            .mapToObj(
                i -> Thread.startVirtualThread(() -> answers.add(lines.authorize(request))))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(answers).hasSize(100);
    assertThat(answers.stream().distinct()).hasSize(1).first().isInstanceOf(Approved.class);
    assertThat(money(card).held().minorUnits()).isEqualTo(4_000);
  }

  @Test
  @Tag("HL-11")
  @Tag("L19")
  void aDeclineStaysADeclineWhenMoneyIsThereLater() {
    AuthorizationRequest first = lines.asks(card, 9_000);
    AuthorizationRequest second = lines.asks(card, 2_000);
    lines.approve(first);
    assertThat(lines.authorize(second)).isEqualTo(new Declined("51"));
    lines.reverse(first);
    assertThat(lines.authorize(second)).isEqualTo(new Declined("51"));
    assertThat(money(card).held().isZero()).isTrue();
  }

  @Test
  @Tag("HL-11")
  @Tag("L04")
  @Tag("P03")
  void theSameKeyWithOtherContentIsADuplicateWithoutEffect() {
    AuthorizationRequest first = lines.asks(card, 4_000);
    Decision approved = lines.authorize(first);
    AuthorizationRequest other = lines.asks(card, 5_000);
    AuthorizationRequest changed =
        new AuthorizationRequest(
            other.trace(),
            other.card(),
            other.amount(),
            other.acceptor(),
            other.reference(),
            first.purchase());
    assertThat(lines.authorize(changed)).isEqualTo(new Declined("94"));
    assertThat(lines.authorize(first)).isEqualTo(approved);
    assertThat(money(card).held().minorUnits()).isEqualTo(4_000);
  }

  @Test
  void twoRequestsForTheLastOfTheLimitGetOneApproval() throws InterruptedException {
    for (int round = 0; round < 5; round++) {
      AccountOpened last = bank.opened(10_000);
      ConcurrentLinkedQueue<Decision> answers = new ConcurrentLinkedQueue<>();
      List<Thread> threads =
          IntStream.range(0, 6)
              .mapToObj(i -> lines.asks(last, 6_000))
              .map(r -> Thread.startVirtualThread(() -> answers.add(lines.authorize(r))))
              .toList();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(answers.stream().filter(Approved.class::isInstance)).hasSize(1);
      assertThat(money(last).held().minorUnits()).isEqualTo(6_000);
    }
  }

  @Test
  @Tag("H02")
  @Tag("HL-31")
  void aReversalReleasesOnceHoweverOftenItComes() {
    AuthorizationRequest request = lines.asks(card, 4_000);
    lines.approve(request);
    AuthorizationRequest kept = lines.asks(card, 1_000);
    lines.approve(kept);
    for (int i = 0; i < 3; i++) {
      assertThat(lines.reverse(request)).isEqualTo("00");
      IsoMessage repeat = Lines.repeat(request.reversal(lines.trace()).toMessage());
      assertThat(Lines.code(lines.askAcquirerLine(repeat))).isEqualTo("00");
    }
    assertThat(money(card).held().minorUnits()).isEqualTo(1_000);
    assertThat(lines.authorize(request)).isEqualTo(new Declined("94"));
    assertThat(money(card).held().minorUnits()).isEqualTo(1_000);
  }

  private String staying(AuthorizationRequest request, long minor) {
    return Lines.code(
        lines.askAcquirerLine(
            request.reversal(lines.trace()).staying(OptionalLong.of(minor)).toMessage()));
  }

  @Test
  @Tag("HL-33")
  @Tag("HL-34")
  @Tag("L11")
  void aPartIsGivenBackAndWhatStaysNeverGrows() {
    AuthorizationRequest request = lines.asks(card, 4_000);
    assertThat(staying(request, 1_500)).isEqualTo("25");
    String code = lines.approve(request);
    assertThat(staying(request, 1_500)).isEqualTo("00");
    assertThat(staying(request, 1_500)).isEqualTo("00");
    assertThat(staying(request, 3_000)).isEqualTo("00");
    assertThat(money(card).held().minorUnits()).isEqualTo(1_500);
    assertThat(lines.authorize(request)).isEqualTo(new Approved(code));
    assertThat(money(card).held().minorUnits()).isEqualTo(1_500);
    assertThat(staying(request, 700)).isEqualTo("00");
    assertThat(money(card).held().minorUnits()).isEqualTo(700);
    assertThat(lines.reverse(request)).isEqualTo("00");
    assertThat(staying(request, 100)).isEqualTo("25");
    assertThat(money(card).held().isZero()).isTrue();
  }

  @Test
  @Tag("HL-35")
  void notLessStaysThanWasPresentedAndNoMoreIsPresentedThanStays() {
    AuthorizationRequest request = lines.asks(card, 4_000);
    String code = lines.approve(request);
    assertThat(lines.present(lines.presents(request, code, 1_000), "c-part")).isEqualTo("00");
    assertThat(staying(request, 999)).isEqualTo("13");
    assertThat(staying(request, 2_500)).isEqualTo("00");
    assertThat(money(card).held().minorUnits()).isEqualTo(1_500);
    assertThat(lines.present(lines.presents(request, code, 1_501), "c-part")).isEqualTo("13");
    assertThat(staying(request, 1_000)).isEqualTo("00");
    assertThat(money(card).held().isZero()).isTrue();
    assertThat(lines.present(lines.presents(request, code, 1), "c-part")).isEqualTo("13");
    assertThat(money(card).balance().minorUnits()).isEqualTo(1_000);
  }

  @Test
  @Tag("H02")
  @Tag("HL-31")
  void aReversalThatComesFirstKeepsTheLateRequestFromHolding() {
    AuthorizationRequest request = lines.asks(card, 4_000);
    assertThat(lines.reverse(request)).isEqualTo("00");
    assertThat(lines.authorize(request)).isEqualTo(new Declined("94"));
    assertThat(lines.reverse(request)).isEqualTo("00");
    assertThat(money(card).held().isZero()).isTrue();
  }

  @Test
  @Tag("H02")
  @Tag("L06")
  void noHoldStaysInWhateverOrderRequestAndReversalArrive() throws InterruptedException {
    for (int round = 0; round < 20; round++) {
      AuthorizationRequest request = lines.asks(card, 4_000);
      List<Thread> threads =
          List.of(
              Thread.startVirtualThread(() -> lines.authorize(request)),
              Thread.startVirtualThread(() -> lines.reverse(request)),
              Thread.startVirtualThread(() -> lines.authorize(request)),
              Thread.startVirtualThread(() -> lines.reverse(request)));
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(money(card).held().isZero()).isTrue();
      assertThat(lines.authorize(request)).isEqualTo(new Declined("94"));
    }
  }

  @Test
  @Tag("HL-32")
  void whatWasCapturedIsNotReversed() {
    AuthorizationRequest request = lines.asks(card, 4_000);
    String code = lines.approve(request);
    assertThat(lines.present(lines.presents(request, code, 1_500), "c-reverse")).isEqualTo("00");
    assertThat(lines.reverse(request)).isEqualTo("12");
    assertThat(money(card).held().minorUnits()).isEqualTo(2_500);
  }

  @Test
  @Tag("HL-52")
  void aPresentmentTurnsTheHoldIntoAPostingOnce() {
    AuthorizationRequest request = lines.asks(card, 4_000);
    FinancialAdvice advice = lines.presents(request, lines.approve(request), 4_000);
    assertThat(lines.present(advice, "c-once")).isEqualTo("00");
    assertThat(lines.present(advice, "c-once")).isEqualTo("00");
    IsoMessage repeat = Lines.repeat(lines.withCycle(advice.with(lines.trace()), "c-once"));
    assertThat(Lines.code(lines.askClearingLine(repeat))).isEqualTo("00");
    assertThat(money(card).balance().minorUnits()).isEqualTo(4_000);
    assertThat(money(card).held().isZero()).isTrue();
    List<StatementLine> posted =
        bank.issuer().accounts().statement(card.account()).orElseThrow().lines();
    assertThat(posted).hasSize(1);
    assertThat(posted.getFirst().text()).startsWith("M1, approval ");
    assertThat(posted.getFirst().balance().minorUnits()).isEqualTo(4_000);
  }

  @Test
  @Tag("HL-52")
  @Tag("L01")
  void postsInPartsUpToTheAmountApprovedAndNoMore() {
    AuthorizationRequest request = lines.asks(card, 4_000);
    String code = lines.approve(request);
    assertThat(lines.present(lines.presents(request, code, 1_500), "c-parts")).isEqualTo("00");
    assertThat(money(card).held().minorUnits()).isEqualTo(2_500);
    assertThat(lines.present(lines.presents(request, code, 2_501), "c-parts")).isEqualTo("13");
    assertThat(lines.present(lines.presents(request, code, 2_500), "c-parts")).isEqualTo("00");
    assertThat(lines.present(lines.presents(request, code, 1), "c-parts")).isEqualTo("13");
    assertThat(money(card).balance().minorUnits()).isEqualTo(4_000);
    assertThat(money(card).held().isZero()).isTrue();
  }

  @Test
  @Tag("HL-52")
  void refusesPresentmentsThatFitNoAuthorization() {
    AuthorizationRequest request = lines.asks(card, 4_000);
    String code = lines.approve(request);
    AuthorizationRequest declined = lines.asks(card, 10_000);
    assertThat(lines.authorize(declined)).isEqualTo(new Declined("51"));
    AuthorizationRequest never = lines.asks(card, 4_000);
    String wrong = code.equals("123456") ? "654321" : "123456";
    FinancialAdvice otherXid = lines.presents(request, code, 4_000);
    otherXid = withPurchase(otherXid, Purchase.of(otherXid.purchase().key(), Lines.fresh()));
    assertThat(lines.present(lines.presents(never, code, 1), "c-no")).isEqualTo("25");
    assertThat(lines.present(lines.presents(declined, code, 1), "c-no")).isEqualTo("25");
    assertThat(lines.present(lines.presents(request, wrong, 1), "c-no")).isEqualTo("12");
    assertThat(lines.present(otherXid, "c-no")).isEqualTo("12");
    lines.reverse(request);
    assertThat(lines.present(lines.presents(request, code, 1), "c-no")).isEqualTo("25");
    assertThat(money(card).balance().isZero()).isTrue();
  }

  @Test
  @Tag("HL-11")
  @Tag("L04")
  void aPresentmentsKeyWithOtherContentIsADuplicate() {
    AuthorizationRequest request = lines.asks(card, 4_000);
    String code = lines.approve(request);
    FinancialAdvice first = lines.presents(request, code, 1_000);
    assertThat(lines.present(first, "c-key")).isEqualTo("00");
    FinancialAdvice other =
        withPurchase(lines.presents(request, code, 2_000), first.purchase());
    assertThat(lines.present(other, "c-key")).isEqualTo("94");
    assertThat(lines.present(first, "c-other")).isEqualTo("94");
    assertThat(money(card).balance().minorUnits()).isEqualTo(1_000);
  }

  @Test
  @Tag("L05")
  void anExpiredHoldCountsNoMoreAndIsPostedOnlyWhereItStillFits() {
    AccountOpened late = bank.opened(10_000);
    AuthorizationRequest first = lines.asks(late, 6_000);
    String code = lines.approve(first);
    assertThat(lines.authorize(lines.asks(late, 6_000))).isEqualTo(new Declined("51"));
    bank.pass(Bank.HOLD_LIFE);
    assertThat(money(late).held().isZero()).isTrue();
    AuthorizationRequest second = lines.asks(late, 6_000);
    lines.approve(second);
    assertThat(lines.present(lines.presents(first, code, 6_000), "c-late")).isEqualTo("51");
    assertThat(lines.present(lines.presents(first, code, 4_000), "c-late")).isEqualTo("00");
    assertThat(money(late).available().isZero()).isTrue();
    assertThat(lines.reverse(first)).isEqualTo("12");
  }

  @Test
  void aReversalAfterTheHoldsTimeIsAnsweredLikeAnyOther() {
    AuthorizationRequest request = lines.asks(card, 4_000);
    String code = lines.approve(request);
    bank.pass(Bank.HOLD_LIFE.plus(Duration.ofSeconds(1)));
    assertThat(lines.reverse(request)).isEqualTo("00");
    assertThat(lines.present(lines.presents(request, code, 1), "c-rev")).isEqualTo("25");
  }

  @Test
  @Tag("HL-61")
  void settlesACycleOnceItsTotalsAreOurOwn() {
    long owed = balance(Books.clearing(Bank.EUR));
    long paid = balance(Books.settlement(Bank.EUR));
    AuthorizationRequest request = lines.asks(card, 4_000);
    String code = lines.approve(request);
    lines.present(lines.presents(request, code, 1_500), "c-settle");
    lines.present(lines.presents(request, code, 500), "c-settle");
    assertThat(lines.settle(lines.settles("c-settle", 2, 2_001))).isEqualTo("09");
    assertThat(lines.settle(lines.settles("c-settle", 3, 2_000))).isEqualTo("09");
    assertThat(balance(Books.clearing(Bank.EUR))).isEqualTo(owed - 2_000);
    for (int i = 0; i < 3; i++) {
      assertThat(lines.settle(lines.settles("c-settle", 2, 2_000))).isEqualTo("00");
    }
    assertThat(lines.settle(lines.settles("c-settle", 2, 2_001))).isEqualTo("94");
    assertThat(balance(Books.clearing(Bank.EUR))).isEqualTo(owed);
    assertThat(balance(Books.settlement(Bank.EUR))).isEqualTo(paid - 2_000);
    assertThat(lines.present(lines.presents(request, code, 1), "c-settle")).isEqualTo("09");
    assertThat(lines.present(lines.presents(request, code, 1), "c-next")).isEqualTo("00");
  }

  @Test
  void settlesACycleWithoutItems() {
    assertThat(lines.settle(lines.settles("c-empty", 0, 0))).isEqualTo("00");
  }

  @Test
  @Tag("HL-05")
  @Tag("H16")
  void hearsEachPeerOnlyOnWhatItMaySay() {
    AuthorizationRequest request = lines.asks(card, 4_000);
    IsoMessage asked = request.toMessage();
    assertThat(Lines.code(lines.askClearingLine(asked))).isEqualTo("57");
    IsoMessage reversal = request.reversal(lines.trace()).toMessage();
    assertThat(Lines.code(lines.askClearingLine(reversal))).isEqualTo("57");
    String code = lines.approve(request);
    FinancialAdvice advice = lines.presents(request, code, 4_000);
    IsoMessage presented = lines.withCycle(advice, "c-peer");
    assertThat(Lines.code(lines.askAcquirerLine(presented))).isEqualTo("57");
    IsoMessage settled = lines.settles("c-peer", 0, 0).toMessage();
    assertThat(Lines.code(lines.askAcquirerLine(settled))).isEqualTo("57");
    try (IsoLink other = lines.link(Bank.OTHER_ACQUIRER)) {
      assertThat(Lines.code(Lines.ask(other, lines.asks(card, 1).toMessage()))).isEqualTo("12");
      IsoMessage theirs = request.reversal(lines.trace()).toMessage();
      assertThat(Lines.code(Lines.ask(other, theirs))).isEqualTo("12");
    }
    assertThat(money(card).held().minorUnits()).isEqualTo(4_000);
  }

  @Test
  @Tag("W12")
  void refusesMessagesThatLackWhatTheyNeed() {
    AuthorizationRequest request = lines.asks(card, 4_000);
    IsoMessage without = request.toMessage().with().without(127).build();
    assertThat(Lines.code(lines.askAcquirerLine(without))).isEqualTo("30");
    String code = lines.approve(request);
    FinancialAdvice advice = lines.presents(request, code, 4_000);
    assertThat(Lines.code(lines.askClearingLine(advice.toMessage()))).isEqualTo("30");
    assertThat(lines.present(advice, "c\nFAKE LOG LINE")).isEqualTo("30");
    IsoMessage foreign = lines.withCycle(advice.with(lines.trace()), "c").with().put(100, "999502")
        .build();
    assertThat(Lines.code(lines.askClearingLine(foreign))).isEqualTo("15");
    SettlementAdvice told = lines.settles("c", 0, 0);
    IsoMessage others = told.toMessage().with().put(99, "999502").build();
    assertThat(Lines.code(lines.askClearingLine(others))).isEqualTo("12");
    IsoMessage inquiry = advice.with(lines.trace()).toMessage().as(new Mti(200));
    assertThat(Lines.code(lines.askClearingLine(inquiry))).isEqualTo("57");
    assertThat(money(card).balance().isZero()).isTrue();
  }

  @Test
  @Tag("F02")
  void rememberedAnswersSurviveARestart() {
    AuthorizationRequest request = lines.asks(card, 4_000);
    Decision approved = lines.authorize(request);
    lines.close();
    bank.restart();
    lines = new Lines(bank);
    assertThat(lines.authorize(request)).isEqualTo(approved);
    assertThat(money(card).held().minorUnits()).isEqualTo(4_000);
  }

  private Decision asked(String number, String expiry, int currency) {
    return lines.authorize(lines.asks(number, expiry, new Amount(1, currency)));
  }

  private static FinancialAdvice withPurchase(FinancialAdvice advice, Purchase purchase) {
    return new FinancialAdvice(
        advice.trace(),
        advice.amount(),
        advice.acceptor(),
        advice.approval(),
        purchase,
        advice.issuer());
  }

  private static Amounts money(AccountOpened card) {
    return bank.issuer().accounts().account(card.account()).orElseThrow().money();
  }

  private static long balance(AccountCode account) {
    try {
      return bank.database()
          .transactions()
          .inTransaction(tx -> Ledger.in(tx, bank.clock().instant()).balance(account))
          .minorUnits();
    } catch (LedgerRefused e) {
      throw new IllegalStateException(e);
    }
  }
}
