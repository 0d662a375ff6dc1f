package openset.issuer.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import openset.issuer.Bank;
import openset.issuer.card.AccountId;
import openset.issuer.card.CardStatus;
import openset.issuer.opening.Application;
import openset.issuer.opening.Opening;
import openset.issuer.opening.Opening.AccountOpened;
import openset.issuer.opening.Opening.ApplicationRefused;
import openset.issuer.opening.Reason;
import openset.issuer.opening.Reason.Rule;
import openset.ledger.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OpeningDeskTest {
  private static final Bank bank = new Bank();

  private final OpeningDesk desk = bank.issuer().opening();

  @AfterAll
  static void close() {
    bank.checkSums();
    bank.close();
  }

  @Test
  void opensAnAccountWithACardOfTheBin() {
    AccountOpened opened = bank.opened(100_000);
    assertThat(opened.number().digits()).startsWith(Bank.ISSUER);
    assertThat(opened.expiry().text()).isEqualTo("202911");
    AccountView view = bank.issuer().accounts().account(opened.account()).orElseThrow();
    assertThat(view.card()).isEqualTo(opened.number().masked());
    assertThat(view.money().available()).isEqualTo(new Money(Bank.EUR, 100_000));
    assertThat(view.money().balance().isZero()).isTrue();
    assertThat(bank.issuer().accounts().statement(opened.account()).orElseThrow().lines())
        .isEmpty();
  }

  @Test
  void theSameApplicationGetsTheSameAccountEvenAfterARestart() {
    Application application = bank.application(100_000);
    Opening first = desk.open(application);
    assertThat(desk.open(application)).isEqualTo(first);
    bank.restart();
    assertThat(bank.issuer().opening().open(application)).isEqualTo(first);
  }

  @Test
  void theSameApplicationAtOnceOpensOneAccount() {
    Application application = bank.application(100_000);
    Set<Opening> outcomes = ConcurrentHashMap.newKeySet();
    List<Thread> threads =
        IntStream.range(0, 12)
            .mapToObj(i -> Thread.startVirtualThread(() -> outcomes.add(desk.open(application))))
            .toList();
    threads.forEach(OpeningDeskTest::join);
    assertThat(outcomes).hasSize(1).first().isInstanceOf(AccountOpened.class);
  }

  @Test
  @Tag("W07")
  void refusesAnApplicationIdWithOtherContentAndKeepsTheFirst() {
    Opening first = desk.open(bank.application("same", 100_000));
    assertThat(desk.open(bank.application("same", 200_000)))
        .isEqualTo(refused(Rule.ID_REUSED, "id"));
    assertThat(desk.open(bank.application("same", 100_000))).isEqualTo(first);
  }

  @Test
  void refusesASecondAccountForOneDocument() {
    Application first = bank.application(100_000);
    desk.open(first);
    Application second =
        new Application(
            bank.application(1_000).id(),
            first.name(),
            first.birth(),
            first.address(),
            new Application.StatedDocument(
                "passport",
                first.document().number().toLowerCase().replace("-", " "),
                "GB",
                first.document().expiry()),
            first.limit());
    Opening outcome = desk.open(second);
    assertThat(outcome).isEqualTo(refused(Rule.DUPLICATE_APPLICANT, "document.number"));
    assertThat(desk.open(second)).isEqualTo(outcome);
  }

  @Test
  void refusesABadApplicationTheSameWayTwice() {
    Application application = bank.application(1_000_001);
    Opening outcome = desk.open(application);
    assertThat(outcome).isEqualTo(refused(Rule.LIMIT_TOO_HIGH, "limit"));
    assertThat(desk.open(application)).isEqualTo(outcome);
  }

  @Test
  void aLostCardStaysLostAndAFrozenOneThaws() {
    AccountDesk accounts = bank.issuer().accounts();
    AccountId account = bank.opened(10_000).account();
    assertThat(accounts.become(account, CardStatus.FROZEN)).isTrue();
    assertThat(accounts.become(account, CardStatus.ACTIVE)).isTrue();
    assertThat(accounts.become(account, CardStatus.LOST)).isTrue();
    assertThat(accounts.become(account, CardStatus.ACTIVE)).isFalse();
    assertThat(accounts.account(account).orElseThrow().status()).isEqualTo(CardStatus.LOST);
  }

  @Test
  @Tag("W10")
  void knowsNothingOfAccountsThatDoNotExist() {
    AccountId nobody = AccountId.of("00000000-0000-4000-8000-000000000000");
    assertThat(bank.issuer().accounts().account(nobody)).isEmpty();
    assertThat(bank.issuer().accounts().statement(nobody)).isEmpty();
    assertThat(bank.issuer().accounts().become(nobody, CardStatus.LOST)).isFalse();
  }

  private static ApplicationRefused refused(Rule rule, String field) {
    return new ApplicationRefused(List.of(new Reason(rule, field)));
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
