package openset.issuer.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import openset.iso8583.MalformedMessage;
import openset.iso8583.host.AdviceAnswer;
import openset.iso8583.host.Amount;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.ClearingItem.Kind;
import openset.iso8583.host.Conversion;
import openset.iso8583.host.Decision;
import openset.iso8583.host.Decision.Declined;
import openset.iso8583.host.SettlementAdvice;
import openset.iso8583.host.SettlementAdvice.Totals;
import openset.issuer.Bank;
import openset.issuer.desk.AccountView.Amounts;
import openset.issuer.opening.Opening;
import openset.issuer.opening.Opening.AccountOpened;
import openset.issuer.opening.Opening.ApplicationRefused;
import openset.issuer.opening.Reason;
import openset.ledger.Money;
import openset.ledger.StatementLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Purchases in another currency than the account's, on real links. */
class ForeignPurchaseTest {
  private static final int USD = 840;
  private static final int JPY = 392;
  private static final int KWD = 414;
  private static final Map<Integer, Long> LIMITS =
      Map.of(Bank.EUR, 1_000_000L, USD, 1_000_000L, JPY, 1_000_000L, KWD, 10_000_000L);
  private static Bank bank;
  private static Lines lines;

  @BeforeAll
  static void start() {
    bank = new Bank();
    lines = new Lines(bank);
    for (int currency : List.of(USD, JPY, KWD)) {
      bank.product(new Money(currency, LIMITS.get(currency)));
    }
  }

  @BeforeEach
  void rates() {
    bank.rate(Bank.EUR, USD, "1.0843");
    bank.rate(Bank.EUR, JPY, "162.35");
    bank.rate(JPY, Bank.EUR, "0.0061595");
    bank.rate(Bank.EUR, KWD, "0.3318");
    bank.rate(KWD, JPY, "489.3");
    bank.rate(JPY, KWD, "0.002044");
  }

  @AfterAll
  static void stop() {
    lines.close();
    bank.close();
  }

  private static Opening applied(int currency, long limit) {
    return bank.issuer().opening().open(bank.applicationFor(new Money(currency, limit)));
  }

  private static AccountOpened card(int currency) {
    return (AccountOpened) applied(currency, LIMITS.get(currency));
  }

  private static AuthorizationRequest asks(AccountOpened card, long minor, int currency) {
    return lines.asks(
        card.number().digits(), card.expiry().shortText(), new Amount(minor, currency));
  }

  private static Amounts money(AccountOpened card) {
    return bank.issuer().accounts().account(card.account()).orElseThrow().money();
  }

  private static AdviceAnswer presented(ClearingItem item, String cycle) {
    try {
      return AdviceAnswer.of(
          lines.askClearingLine(item.with(lines.trace()).toMessage(cycle)));
    } catch (MalformedMessage e) {
      throw new IllegalStateException(e);
    }
  }

  private static long billed(ClearingItem item, String cycle) {
    return presented(item, cycle).conversion().orElseThrow().amount().minor();
  }

  @Test
  @Tag("HL-122")
  @Tag("HL-123")
  void whatIsHeldAndPostedIsInTheAccountsCurrencyAndTheStatementSaysBoth() {
    AccountOpened card = card(USD);
    AuthorizationRequest request = asks(card, 3_422, Bank.EUR);
    String code = lines.approve(request);
    assertThat(lines.approve(request)).isEqualTo(code);
    assertThat(money(card).held()).isEqualTo(new Money(USD, 3_710));
    ClearingItem first = Lines.capture(lines.presents(request, code, 1_594));
    bank.rate(Bank.EUR, USD, "1.2");
    AdviceAnswer answer = presented(first, "c-foreign");
    assertThat(answer.conversion())
        .contains(new Conversion(new BigDecimal("1.0843"), new Amount(1_728, USD)));
    assertThat(presented(first, "c-foreign")).isEqualTo(answer);
    ClearingItem second = Lines.capture(lines.presents(request, code, 1_828));
    assertThat(billed(second, "c-foreign")).isEqualTo(1_982);
    assertThat(money(card).balance()).isEqualTo(new Money(USD, 3_710));
    assertThat(money(card).held().isZero()).isTrue();
    ClearingItem more = Lines.capture(lines.presents(request, code, 1));
    assertThat(presented(more, "c-foreign").code().wire()).isEqualTo("13");
    assertThat(
            bank.issuer().accounts().statement(card.account()).orElseThrow().lines())
        .extracting(StatementLine::text)
        .allMatch(text -> text.endsWith(" EUR at 1.0843"));
    SettlementAdvice due =
        new SettlementAdvice(
            lines.trace(), Bank.ISSUER, "c-foreign", "1122", USD, new Totals(0, 2, 0, 3_710));
    assertThat(lines.settle(due)).isEqualTo("00");
    bank.checkSums();
  }

  @ParameterizedTest
  @Tag("HL-123")
  @Tag("S04")
  @CsvSource({"978, 840", "978, 392", "392, 978", "978, 414", "414, 392", "392, 414"})
  void whateverIsCapturedAndGivenBackInPartsNoMoneyIsMade(int from, int to) {
    Random random = new Random(from * 1000L + to);
    for (int i = 0; i < 4; i++) {
      AccountOpened card = card(to);
      long all = 1_000 + random.nextInt(5_000);
      AuthorizationRequest request = asks(card, all, from);
      String code = lines.approve(request);
      long held = money(card).held().minorUnits();
      List<ClearingItem> captures = new ArrayList<>();
      for (long part : parts(all, random)) {
        captures.add(Lines.capture(lines.presents(request, code, part)));
        assertThat(presented(captures.getLast(), "c-parts").code().wire()).isEqualTo("00");
      }
      assertThat(money(card).balance().minorUnits()).isEqualTo(held);
      assertThat(money(card).held().isZero()).isTrue();
      ClearingItem one = captures.getFirst();
      long before = billed(one, "c-parts");
      assertThat(billed(lines.takesBack(one), "c-parts")).isEqualTo(before);
      long left = all - one.advice().amount().minor();
      for (long part : parts(left, random)) {
        assertThat(presented(lines.credits(request, code, part), "c-parts").code().wire())
            .isEqualTo("00");
        assertThat(money(card).balance().isNegative()).isFalse();
      }
      assertThat(money(card).balance().isZero()).isTrue();
      assertThat(presented(lines.credits(request, code, 1), "c-parts").code().wire())
          .isEqualTo("13");
    }
    bank.checkSums();
  }

  @Test
  @Tag("HL-54")
  @Tag("HL-123")
  void aCreditThatComesManyTimesAtOnceIsBookedOnceAndAlwaysAnsweredAlike() throws Exception {
    AccountOpened card = card(USD);
    for (int round = 0; round < 10; round++) {
      AuthorizationRequest request = asks(card, 3_422, Bank.EUR);
      String code = lines.approve(request);
      presented(Lines.capture(lines.presents(request, code, 1_594)), "c-at-once");
      presented(Lines.capture(lines.presents(request, code, 1_828)), "c-at-once");
      ClearingItem credit = lines.credits(request, code, 1_594);
      Callable<AdviceAnswer> presenting = () -> presented(credit, "c-at-once");
      Set<AdviceAnswer> answers = new HashSet<>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<AdviceAnswer> each : threads.invokeAll(Collections.nCopies(8, presenting))) {
          answers.add(each.get());
        }
      }
      assertThat(answers)
          .singleElement()
          .satisfies(answer -> assertThat(answer.code().wire()).isEqualTo("00"));
    }
    bank.checkSums();
  }

  private static List<Long> parts(long all, Random random) {
    List<Long> parts = new ArrayList<>();
    long left = all;
    while (left > 0) {
      long part = Math.min(left, 600 + random.nextInt(900));
      if (left - part < 600) part = left;
      parts.add(part);
      left -= part;
    }
    return parts;
  }

  @Test
  @Tag("HL-122")
  void aPartThatIsReversedIsHeldNoMoreInTheAccountsCurrency() {
    AccountOpened card = card(USD);
    AuthorizationRequest request = asks(card, 10_000, Bank.EUR);
    lines.approve(request);
    assertThat(money(card).held()).isEqualTo(new Money(USD, 10_843));
    assertThat(
            Lines.code(
                lines.askAcquirerLine(
                    request.reversal(lines.trace()).staying(OptionalLong.of(5_000)).toMessage())))
        .isEqualTo("00");
    assertThat(money(card).held()).isEqualTo(new Money(USD, 5_422));
    assertThat(lines.reverse(request)).isEqualTo("00");
    assertThat(money(card).held().isZero()).isTrue();
  }

  @Test
  @Tag("HL-122")
  void withoutARateOrWithAnOldOneItIsDeclinedByName() {
    AccountOpened card = card(USD);
    String none = "account in another currency without a rate";
    assertThat(declined(asks(card, 1_000, JPY))).isEqualTo(none);
    assertThat(declined(asks(card, 1_000, 999))).isEqualTo(none);
    assertThat(lines.standsIn(asks(card, 1_000, JPY), "STAND1")).isEqualTo("12");
    bank.rate(JPY, USD, "0.0067");
    assertThat(lines.authorize(asks(card, 1_000, JPY))).isInstanceOf(Decision.Approved.class);
    assertThat(money(card).held()).isEqualTo(new Money(USD, 670));
    bank.pass(Duration.ofDays(7));
    assertThat(declined(asks(card, 1_000, JPY)))
        .isEqualTo("account in another currency with a rate too old");
    assertThat(lines.standsIn(asks(card, 1_000, JPY), "STAND2")).isEqualTo("12");
    bank.rate(JPY, USD, "0.0067");
    assertThat(lines.standsIn(asks(card, 1_000, JPY), "STAND3")).isEqualTo("00");
    bank.rate(JPY, USD, "0.000001");
    assertThat(lines.authorize(asks(card, 1_000, JPY))).isEqualTo(new Declined("13"));
    bank.rate(JPY, USD, "9999999");
    assertThat(lines.authorize(asks(card, 999_999_999_999L, JPY))).isEqualTo(new Declined("13"));
  }

  private static String declined(AuthorizationRequest request) {
    assertThat(lines.authorize(request)).isEqualTo(new Declined("12"));
    return bank.issuer().inquiries().of(request.purchase().xid()).getFirst()
        .outcome()
        .reason();
  }

  @Test
  @Tag("HL-123")
  void anItemInTheAccountsCurrencyIsNotOneOfAPurchaseInAnother() {
    AccountOpened card = card(USD);
    AuthorizationRequest request = asks(card, 1_000, Bank.EUR);
    String code = lines.approve(request);
    ClearingItem wrong =
        Lines.capture(lines.presents(asked(request, new Amount(1_000, USD)), code, 1_000));
    assertThat(presented(wrong, "c-wrong").code().wire()).isEqualTo("12");
    ClearingItem capture = Lines.capture(lines.presents(request, code, 1_000));
    assertThat(presented(capture, "c-wrong").code().wire()).isEqualTo("00");
    ClearingItem part =
        lines.takesBack(Lines.capture(lines.presents(request, code, 999)));
    ClearingItem less =
        ClearingItem.reversal(
            Kind.CAPTURE_REVERSAL, part.advice(), capture.advice().purchase().key());
    assertThat(presented(less, "c-wrong").code().wire()).isEqualTo("13");
  }

  private static AuthorizationRequest asked(AuthorizationRequest request, Amount other) {
    return request.with(other);
  }

  @Test
  void anAccountIsOpenedInACurrencyForWhichTheBankHasAProduct() {
    AccountOpened card = card(KWD);
    assertThat(card.limit()).isEqualTo(new Money(KWD, 10_000_000));
    assertThat(applied(756, 10_000))
        .isInstanceOfSatisfying(
            ApplicationRefused.class,
            refused ->
                assertThat(refused.reasons())
                    .extracting(Reason::rule)
                    .containsExactly(Reason.Rule.WRONG_CURRENCY));
    assertThat(applied(KWD, 10_000_001)).isInstanceOf(ApplicationRefused.class);
  }
}
