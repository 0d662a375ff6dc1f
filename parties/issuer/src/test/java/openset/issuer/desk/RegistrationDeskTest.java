package openset.issuer.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import openset.crypto.Randomness;
import openset.issuer.Bank;
import openset.issuer.card.Bin;
import openset.issuer.card.CardNumber;
import openset.issuer.card.CardStatus;
import openset.issuer.opening.Application;
import openset.issuer.opening.Opening.AccountOpened;
import openset.issuer.registration.RegistrationForm;
import openset.issuer.registration.Verdict;
import openset.issuer.registration.VerificationId;
import openset.issuer.registration.VerificationRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RegistrationDeskTest {
  private static final Verdict REJECTED = new Verdict.Rejected();
  private static final Verdict LOCKED = new Verdict.Locked();

  private static final Bank bank = new Bank();
  private static final AtomicInteger TESTS = new AtomicInteger();

  private final String test = "t" + TESTS.incrementAndGet() + ".";
  private final RegistrationDesk desk = bank.issuer().registration();
  private final Application application = bank.application(100_000);
  private final String document = application.document().number();
  private final AccountOpened card =
      (AccountOpened) bank.issuer().opening().open(application);
  private final RegistrationForm form = desk.form(new Bin(Bank.ISSUER), "en").orElseThrow();
  private final Verdict accepted = new Verdict.Accepted("Zoë Quill", card.expiry(), "GB");

  @AfterAll
  static void close() {
    bank.close();
  }

  @Test
  void acceptsTheHolder() {
    assertThat(desk.verify(right("v1"))).isEqualTo(accepted);
    assertThat(desk.inquire(id("v1"))).isEqualTo(accepted);
  }

  @Test
  @Tag("R01")
  void threeFailuresLockTheCardEvenForItsHolder() {
    for (int i = 1; i <= 3; i++) {
      assertThat(desk.verify(wrong("w" + i))).isEqualTo(REJECTED);
    }
    assertThat(desk.verify(wrong("w4"))).isEqualTo(LOCKED);
    assertThat(desk.verify(right("v1"))).isEqualTo(LOCKED);
    bank.restart();
    assertThat(bank.issuer().registration().verify(right("v2"))).isEqualTo(LOCKED);
    assertThat(desk.unlock(card.account())).isTrue();
    assertThat(desk.verify(right("v3"))).isEqualTo(accepted);
  }

  @Test
  void aSuccessForgetsTheFailuresBefore() {
    desk.verify(wrong("w1"));
    desk.verify(wrong("w2"));
    assertThat(desk.verify(right("v1"))).isEqualTo(accepted);
    desk.verify(wrong("w3"));
    desk.verify(wrong("w4"));
    assertThat(desk.verify(right("v2"))).isEqualTo(accepted);
  }

  @Test
  @Tag("R01")
  void anUnknownCardLooksLikeAKnownOneWithWrongAnswers() {
    CardNumber unknown = CardNumber.random(new Bin(Bank.ISSUER), Randomness.secure());
    for (int i = 1; i <= 4; i++) {
      VerificationRequest guess =
          new VerificationRequest(
              id("u" + i), form.id(), unknown, card.expiry(), answers());
      assertThat(desk.verify(guess)).isEqualTo(desk.verify(wrong("w" + i)));
    }
  }

  @Test
  void theSameAttemptAgainCountsOnce() {
    for (int i = 0; i < 10; i++) {
      assertThat(desk.verify(wrong("w1"))).isEqualTo(REJECTED);
    }
    assertThat(desk.verify(right("v1"))).isEqualTo(accepted);
    assertThat(desk.verify(right("v1"))).isEqualTo(accepted);
  }

  @Test
  @Tag("W07")
  void anAttemptsIdWithOtherContentIsRejectedAndChangesNothing() {
    desk.verify(wrong("v1"));
    assertThat(desk.verify(right("v1"))).isEqualTo(REJECTED);
    assertThat(desk.verify(right("v2"))).isEqualTo(accepted);
    assertThat(desk.verify(wrong("v2"))).isEqualTo(REJECTED);
    assertThat(desk.inquire(id("v2"))).isEqualTo(accepted);
  }

  @Test
  @Tag("R01")
  void manyGuessesAtOnceAreNoMoreThanThree() throws InterruptedException {
    ConcurrentLinkedQueue<Verdict> verdicts = new ConcurrentLinkedQueue<>();
    List<Thread> guesses =
        IntStream.range(0, 20)
            .mapToObj(
                i -> Thread.startVirtualThread(() -> verdicts.add(desk.verify(wrong("w" + i)))))
            .toList();
    for (Thread guess : guesses) {
      guess.join();
    }
    assertThat(verdicts.stream().filter(REJECTED::equals)).hasSize(3);
    assertThat(verdicts.stream().filter(LOCKED::equals)).hasSize(17);
  }

  @Test
  void rejectsStoppedCardsAndFormsOfOthers() {
    VerificationRequest otherForm =
        new VerificationRequest(
            id("f"), "999502-1-en", card.number(), card.expiry(), answers());
    assertThat(desk.verify(otherForm)).isEqualTo(REJECTED);
    bank.issuer().accounts().become(card.account(), CardStatus.FROZEN);
    assertThat(desk.verify(right("v1"))).isEqualTo(REJECTED);
  }

  @Test
  void aReviewedCardWaitsForAPersonWhoDecidesOnce() {
    bank.issuer().accounts().review(card.account(), true);
    VerificationId id = id("v1");
    assertThat(desk.verify(right("v1"))).isEqualTo(new Verdict.Pending(id));
    assertThat(desk.inquire(id)).isEqualTo(new Verdict.Pending(id));
    assertThat(desk.pending()).contains(id);
    assertThat(desk.decide(id, true, "clerk 7")).isEqualTo(accepted);
    assertThat(desk.decide(id, false, "clerk 8")).isEqualTo(accepted);
    assertThat(desk.inquire(id)).isEqualTo(accepted);
    assertThat(desk.pending()).doesNotContain(id);
  }

  @Test
  void aReviewerCanRefuse() {
    bank.issuer().accounts().review(card.account(), true);
    desk.verify(right("v1"));
    assertThat(desk.decide(id("v1"), false, "clerk 7")).isEqualTo(REJECTED);
    assertThat(desk.inquire(id("v1"))).isEqualTo(REJECTED);
  }

  @Test
  @Tag("CRL-13")
  void ofALostCardWhatWasAcceptedIsRevokedOnceAndNothingIsAcceptedAnyMore() {
    desk.verify(right("v1"));
    desk.verify(right("v2"));
    desk.verify(wrong("w1"));
    bank.issuer().accounts().review(card.account(), true);
    desk.verify(right("v3"));
    assertThat(bank.issuer().accounts().become(card.account(), CardStatus.LOST, "Ann")).isTrue();
    for (String each : List.of("v1", "v2", "v3")) {
      assertThat(desk.inquire(id(each))).isEqualTo(REJECTED);
      assertThat(desk.verify(right(each))).isEqualTo(REJECTED);
    }
    assertThat(desk.pending()).doesNotContain(id("v3"));
    assertThat(desk.decide(id("v3"), true, "clerk 7")).isEqualTo(REJECTED);
    bank.issuer().accounts().become(card.account(), CardStatus.LOST, "Ben");
    bank.issuer().accounts().renumber(card.account(), "Cid");
    assertThat(bank.issuer().accounts().acts(card.account()))
        .extracting(act -> act.kind() + " " + act.by())
        .containsExactly(
            "LOST Ann",
            "REVOCATION_ASKED Ann",
            "REVOCATION_ASKED Ann",
            "LOST Ben",
            "RENUMBERED Cid");
  }

  @Test
  void knowsNoAttemptThatWasNotMade() {
    assertThat(desk.inquire(id("none"))).isEqualTo(REJECTED);
    assertThat(desk.decide(id("none"), true, "clerk 7")).isEqualTo(REJECTED);
  }

  private VerificationId id(String name) {
    return new VerificationId(test + name);
  }

  private Map<String, String> answers() {
    return Map.of(
        "holderName", "zoë  quill",
        "documentNumber", document.toLowerCase().replace("-", " "),
        "dateOfBirth", "1990-02-28",
        "cardExpiry", "11/29");
  }

  private VerificationRequest right(String id) {
    return new VerificationRequest(
        id(id), form.id(), card.number(), card.expiry(), answers());
  }

  private VerificationRequest wrong(String id) {
    Map<String, String> answers = new HashMap<>(answers());
    answers.put("documentNumber", document + "9");
    return new VerificationRequest(
        id(id), form.id(), card.number(), card.expiry(), answers);
  }
}
