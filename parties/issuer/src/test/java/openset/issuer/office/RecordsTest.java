package openset.issuer.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import openset.issuer.Bank;
import openset.issuer.card.CardAct;
import openset.issuer.card.CardStatus;
import openset.issuer.decision.DeclineReason;
import openset.issuer.host.Lines;
import openset.issuer.opening.Opening.AccountOpened;
import openset.issuer.records.Records.AccountRow;
import openset.issuer.records.Records.AuthorizationRow;
import openset.issuer.records.Records.Declines;
import openset.issuer.records.Records.Hour;
import openset.store.listing.Listed;
import openset.store.listing.Look;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the bank's people look up. */
class RecordsTest {
  private static Bank bank;
  private static Lines lines;

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

  private static Instant now() {
    return bank.clock().instant();
  }

  private static RecordsDesk records() {
    return bank.issuer().records();
  }

  @Test
  void trafficIsCountedByTheHourAndDeclinesByTheirReason() {
    AccountOpened card = bank.opened(100_000);
    nextHour();
    Instant first = now();
    lines.authorize(lines.asks(card, 1_000));
    lines.authorize(lines.asks(card, 100_001));
    nextHour();
    lines.authorize(lines.asks(card, 2_000));
    lines.authorize(lines.asks(card, 100_002));
    bank.issuer().accounts().become(card.account(), CardStatus.FROZEN, "ann");
    lines.authorize(lines.asks(card, 1));
    assertThat(records().hours(first))
        .containsExactly(
            new Hour(first, 1, 1),
            new Hour(first.plus(1, ChronoUnit.HOURS), 1, 2));
    assertThat(records().declines(first))
        .containsExactly(
            new Declines(DeclineReason.LIMIT_EXCEEDED.name(), 2),
            new Declines(DeclineReason.CARD_FROZEN.name(), 1));
  }

  private static void nextHour() {
    Instant next = now().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    bank.pass(Duration.between(now(), next));
  }

  @Test
  void recordsAreNarrowedByStateAccountAndDay() {
    AccountOpened card = bank.opened(100_000);
    lines.authorize(lines.asks(card, 1_000));
    String day = LocalDate.ofInstant(now(), ZoneOffset.UTC).toString();
    bank.pass(Duration.ofDays(1));
    lines.authorize(lines.asks(card, 2_000));
    bank.pass(Duration.ofSeconds(1));
    lines.authorize(lines.asks(card, 100_001));
    Look own = Look.first(10).of("account", card.account().toString());
    assertThat(minors(own)).containsExactly(100_001L, 2_000L, 1_000L);
    assertThat(minors(own.by("amount", false))).containsExactly(1_000L, 2_000L, 100_001L);
    assertThat(minors(own.of("state", "HELD"))).containsExactly(2_000L, 1_000L);
    assertThat(minors(own.of("until", day))).containsExactly(1_000L);
    assertThat(minors(own.of("from", day))).hasSize(3);
    Listed<AuthorizationRow> second =
        records().authorizations(new Look("at", true, 1, 2, own.only()));
    assertThat(second.total()).isEqualTo(3);
    assertThat(second.rows()).hasSize(1);
    Look nobody = new Look("", true, 0, 10, Map.of("account", "nobody' or 1=1 --"));
    assertThat(records().authorizations(nobody).rows()).isEmpty();
  }

  private static List<Long> minors(Look look) {
    return records().authorizations(look).rows().stream()
        .map(row -> row.amount().minorUnits())
        .toList();
  }

  @Test
  void anAccountIsFoundByItsCardsLastFourItsHoldersNameAndItsId() {
    AccountOpened card = bank.opened(100_000);
    String id = card.account().toString();
    String last = lastFour(bank, card);
    assertThat(found(bank, last)).contains(id);
    assertThat(found(bank, "QUILL zoe " + last)).contains(id);
    assertThat(found(bank, "Zoë Quill")).contains(id);
    assertThat(found(bank, id)).containsExactly(id);
    assertThat(found(bank, "Quil")).isEmpty();
    assertThat(found(bank, "Zoë Fern " + last)).isEmpty();
    assertThat(found(bank, "' or 1=1 --")).isEmpty();
    assertThat(found(bank, "*")).isEmpty();
    bank.issuer().accounts().renumber(card.account(), "ann").orElseThrow();
    String next = lastFour(bank, card);
    assertThat(found(bank, "quill " + next)).contains(id);
    if (!next.equals(last)) assertThat(found(bank, last)).doesNotContain(id);
  }

  @Test
  @Timeout(60)
  void aCardOfBeforeIsFoundOnceTheIssuerStarts() {
    try (Bank own = new Bank()) {
      AccountOpened card = own.opened(100_000);
      own.restart(
          () -> {
            own.database().transactions()
                .perform(tx -> tx.handle().execute("delete from card_word"));
            assertThat(found(own, "quill")).isEmpty();
          });
      while (found(own, "quill").isEmpty()) Thread.onSpinWait();
      assertThat(found(own, lastFour(own, card))).containsExactly(card.account().toString());
    }
  }

  private static List<String> found(Bank at, String text) {
    return at.issuer().records().accounts(Look.first(200).of("find", text)).rows().stream()
        .map(AccountRow::account)
        .toList();
  }

  private static String lastFour(Bank at, AccountOpened card) {
    String masked = at.issuer().accounts().account(card.account()).orElseThrow().card();
    Look own = Look.first(1).of("account", card.account().toString());
    assertThat(at.issuer().records().accounts(own).rows().getFirst().card().number())
        .isEqualTo(masked);
    return masked.substring(masked.length() - 4);
  }

  @Test
  void whoStoppedACardIsKept() {
    AccountOpened card = bank.opened(100_000);
    bank.issuer().accounts().become(card.account(), CardStatus.FROZEN, "ann");
    bank.issuer().accounts().become(card.account(), CardStatus.ACTIVE, "bob");
    bank.issuer().accounts().become(card.account(), CardStatus.LOST, "ann");
    assertThat(bank.issuer().accounts().become(card.account(), CardStatus.ACTIVE, "bob"))
        .isFalse();
    List<CardAct> acts = bank.issuer().accounts().acts(card.account());
    assertThat(acts)
        .extracting(CardAct::kind)
        .containsExactly(CardAct.Kind.FROZEN, CardAct.Kind.THAWED, CardAct.Kind.LOST);
    assertThat(acts).extracting(CardAct::by).containsExactly("ann", "bob", "ann");
  }
}
