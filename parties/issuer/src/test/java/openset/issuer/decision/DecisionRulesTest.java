package openset.issuer.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import openset.crypto.Randomness;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ResponseCode;
import openset.issuer.card.AccountId;
import openset.issuer.card.Bin;
import openset.issuer.card.CardExpiry;
import openset.issuer.card.CardNumber;
import openset.issuer.card.CardStatus;
import openset.ledger.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DecisionRulesTest {
  private static final int EUR = 978;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Bin BIN = new Bin("999001");
  private static final CardNumber NUMBER = CardNumber.random(BIN, Randomness.secure());
  private static final CardExpiry EXPIRY = CardExpiry.parse("202911").orElseThrow();

  private final DecisionRules rules = new DecisionRules(BIN);

  @Test
  void approvesUpToTheLastCentAndNotOneMore() {
    CardState card = card(CardStatus.ACTIVE, EXPIRY, 10_000, 2_500, 1_500);
    assertThat(rules.broken(asks(6_000), Optional.of(card), TODAY)).isEmpty();
    assertThat(rules.broken(asks(6_001), Optional.of(card), TODAY))
        .contains(DeclineReason.LIMIT_EXCEEDED);
  }

  @Test
  void declinesCardsItDoesNotKnow() {
    assertThat(rules.broken(asks(1), Optional.empty(), TODAY))
        .contains(DeclineReason.UNKNOWN_CARD);
    CardNumber other = CardNumber.random(new Bin("999502"), Randomness.secure());
    Asked asked = new Asked(other, EXPIRY, new Amount(1, EUR));
    assertThat(rules.broken(asked, Optional.of(good()), TODAY)).contains(DeclineReason.OTHER_BIN);
  }

  @Test
  void declinesCardsThatAreStopped() {
    assertThat(rules.broken(asks(1), Optional.of(with(CardStatus.LOST)), TODAY))
        .contains(DeclineReason.CARD_LOST);
    assertThat(rules.broken(asks(1), Optional.of(with(CardStatus.FROZEN)), TODAY))
        .contains(DeclineReason.CARD_FROZEN);
  }

  @Test
  void approvesThroughTheCardsLastDay() {
    Optional<CardState> card = Optional.of(good());
    assertThat(rules.broken(asks(1), card, LocalDate.of(2029, 11, 30))).isEmpty();
    assertThat(rules.broken(asks(1), card, LocalDate.of(2029, 12, 1)))
        .contains(DeclineReason.CARD_EXPIRED);
  }

  @Test
  void declinesAnExpiryThatIsNotTheCards() {
    Asked asked =
        new Asked(NUMBER, CardExpiry.parse("202912").orElseThrow(), new Amount(1, EUR));
    assertThat(rules.broken(asked, Optional.of(good()), TODAY))
        .contains(DeclineReason.EXPIRY_DIFFERS);
  }

  @Test
  void declinesOtherCurrenciesEvenThoseThatDoNotExist() {
    for (int currency : new int[] {840, 1, 999}) {
      Asked asked = new Asked(NUMBER, EXPIRY, new Amount(1, currency));
      assertThat(rules.broken(asked, Optional.of(good()), TODAY))
          .contains(DeclineReason.OTHER_CURRENCY);
    }
  }

  @Test
  @Tag("P36")
  void doesNotWrapAroundAtTheLargestAmounts() {
    CardState card = card(CardStatus.ACTIVE, EXPIRY, Long.MAX_VALUE, 0, 1);
    assertThat(rules.broken(asks(999_999_999_999L), Optional.of(card), TODAY)).isEmpty();
    CardState full = card(CardStatus.ACTIVE, EXPIRY, 1, 1, 0);
    assertThat(rules.broken(asks(999_999_999_999L), Optional.of(full), TODAY))
        .contains(DeclineReason.LIMIT_EXCEEDED);
  }

  @Test
  void tellsTheNetworkTheCodesOfTheHostLink() {
    assertThat(DeclineReason.UNKNOWN_CARD.code()).isEqualTo(ResponseCode.UNKNOWN_CARD);
    assertThat(DeclineReason.EXPIRY_DIFFERS.code()).isEqualTo(ResponseCode.EXPIRED);
    for (DeclineReason reason : DeclineReason.values()) {
      assertThat(reason.code()).isNotIn(ResponseCode.APPROVED, ResponseCode.PARTLY_APPROVED);
    }
  }

  @Test
  void decidesInLessThanAMillisecondOfCpu() {
    Optional<CardState> card = Optional.of(good());
    int decisions = 10_000;
    ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
    long before = cpu.getCurrentThreadCpuTime();
    for (int i = 0; i < decisions; i++) {
      assertThat(rules.broken(asks(i + 1), card, TODAY).isPresent()).isEqualTo(i + 1 > 10_000);
    }
    long each = (cpu.getCurrentThreadCpuTime() - before) / decisions;
    assertThat(each).isLessThan(1_000_000);
  }

  private static Asked asks(long minor) {
    return new Asked(NUMBER, EXPIRY, new Amount(minor, EUR));
  }

  private static CardState good() {
    return with(CardStatus.ACTIVE);
  }

  private static CardState with(CardStatus status) {
    return card(status, EXPIRY, 10_000, 0, 0);
  }

  private static CardState card(
      CardStatus status, CardExpiry expiry, long limit, long balance, long held) {
    return new CardState(
        new AccountId(UUID.fromString("00000000-0000-4000-8000-000000000001")),
        status,
        expiry,
        new Money(EUR, limit),
        new Money(EUR, balance),
        new Money(EUR, held));
  }
}
