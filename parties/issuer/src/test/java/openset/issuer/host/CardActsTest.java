package openset.issuer.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import openset.iso8583.host.Amount;
import openset.iso8583.host.AuthorizationRequest;
import openset.iso8583.host.Decision;
import openset.issuer.Bank;
import openset.issuer.card.AccountId;
import openset.issuer.card.CardAct;
import openset.issuer.card.CardStatus;
import openset.issuer.desk.AccountDesk;
import openset.issuer.desk.Reissued;
import openset.issuer.opening.Opening.AccountOpened;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A card that is ended early, and an account that gets another number. */
class CardActsTest {
  private final Bank bank = new Bank();
  private final Lines lines = new Lines(bank);
  private final AccountDesk desk = bank.issuer().accounts();
  private final AccountOpened card = bank.opened(10_000);

  @AfterEach
  void close() {
    lines.close();
    bank.checkSums();
    bank.close();
  }

  private AuthorizationRequest asks(Reissued next, long minor) {
    return lines.asks(
        next.number().digits(), next.expiry().shortText(), new Amount(minor, Bank.EUR));
  }

  private Reissued renumbered() {
    return desk.renumber(card.account(), "Ann").orElseThrow();
  }

  @Test
  void anEndedCardIsDeclinedAsAnyExpiredOne() {
    lines.approve(lines.asks(card, 1_000));
    assertThat(desk.end(card.account(), "Ann")).isTrue();
    assertThat(lines.authorize(lines.asks(card, 1_000)))
        .isEqualTo(new Decision.Declined("54"));
    String shown = desk.account(card.account()).orElseThrow().expiry().shortText();
    assertThat(
            lines.authorize(
                lines.asks(card.number().digits(), shown, new Amount(1_000, Bank.EUR))))
        .isEqualTo(new Decision.Declined("54"));
  }

  @Test
  void whatAnEndedCardHeldIsStillPresented() {
    AuthorizationRequest kept = lines.asks(card, 1_000);
    String code = lines.approve(kept);
    desk.end(card.account(), "Ann");
    assertThat(lines.present(lines.presents(kept, code, 1_000), "c")).isEqualTo("00");
    assertThat(desk.account(card.account()).orElseThrow().money().balance().minorUnits())
        .isEqualTo(1_000);
  }

  @Test
  void endingIsWrittenDownOnceWithWhoDidIt() {
    desk.end(card.account(), "Ann");
    bank.pass(Duration.ofDays(1));
    assertThat(desk.end(card.account(), "Ben")).isTrue();
    assertThat(desk.acts(card.account()))
        .extracting(CardAct::kind, CardAct::card, CardAct::by)
        .containsExactly(tuple(CardAct.Kind.ENDED, card.number().masked(), "Ann"));
  }

  @Test
  void anOldNumberIsUnknownAndTheNewOnePays() {
    Reissued next = renumbered();
    assertThat(next.number()).isNotEqualTo(card.number());
    assertThat(lines.authorize(lines.asks(card, 1_000)))
        .isEqualTo(new Decision.Declined("14"));
    lines.approve(asks(next, 1_000));
    assertThat(desk.account(card.account()).orElseThrow().card())
        .isEqualTo(next.number().masked());
  }

  @Test
  @Tag("S05")
  void whatTheOldNumberHeldStaysWithTheAccount() {
    AuthorizationRequest kept = lines.asks(card, 4_000);
    String code = lines.approve(kept);
    AuthorizationRequest undone = lines.asks(card, 3_000);
    lines.approve(undone);
    Reissued next = renumbered();

    assertThat(lines.authorize(asks(next, 5_000))).isEqualTo(new Decision.Declined("51"));
    assertThat(lines.reverse(undone)).isEqualTo("00");
    assertThat(lines.present(lines.presents(kept, code, 4_000), "c")).isEqualTo("00");
    lines.approve(asks(next, 6_000));
    assertThat(desk.account(card.account()).orElseThrow().money().available().minorUnits())
        .isZero();
  }

  @Test
  void aLostOrEndedCardIsReplacedByAnActiveOne() {
    desk.become(card.account(), CardStatus.LOST);
    desk.end(card.account(), "Ann");
    Reissued next = renumbered();
    lines.approve(asks(next, 1_000));
    assertThat(desk.acts(card.account())).extracting(CardAct::kind)
        .containsExactly(CardAct.Kind.ENDED, CardAct.Kind.RENUMBERED);
  }

  @Test
  void ofManyNumbersGivenAtOnceTheLastPaysAndNoOther() throws Exception {
    Callable<Reissued> ask = this::renumbered;
    List<Reissued> given = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Reissued> each : threads.invokeAll(Collections.nCopies(8, ask))) {
        given.add(each.get());
      }
    }
    List<Decision> answers =
        given.stream().map(next -> lines.authorize(asks(next, 1_000))).toList();
    assertThat(answers).filteredOn(Decision.Approved.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(new Decision.Declined("14")::equals).hasSize(7);
    assertThat(desk.acts(card.account())).hasSize(8);
  }

  @Test
  void anAuthorizationAskedAgainUnderTheOldNumberGetsItsFirstAnswer() {
    AuthorizationRequest asked = lines.asks(card, 1_000);
    String code = lines.approve(asked);
    renumbered();
    assertThat(lines.approve(asked)).isEqualTo(code);
    assertThat(desk.account(card.account()).orElseThrow().money().held().minorUnits())
        .isEqualTo(1_000);
  }

  @Test
  void thereIsNothingToDoForAnAccountThatIsNot() {
    AccountId nobody = AccountId.of("00000000-0000-4000-8000-000000000000");
    assertThat(desk.end(nobody, "Ann")).isFalse();
    assertThat(desk.renumber(nobody, "Ann")).isEmpty();
    assertThat(desk.acts(nobody)).isEmpty();
  }
}
