package openset.issuer.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openset.crypto.Randomness;
import openset.issuer.card.Address;
import openset.issuer.card.Bin;
import openset.issuer.card.CardExpiry;
import openset.issuer.card.CardNumber;
import openset.issuer.card.CardStatus;
import openset.issuer.card.Holder;
import openset.issuer.card.IdentityDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AnswerRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Bin BIN = new Bin("999001");
  private static final CardExpiry EXPIRY = CardExpiry.parse("202911").orElseThrow();
  private static final CardNumber NUMBER = CardNumber.random(BIN, Randomness.secure());
  private static final Map<String, String> RIGHT =
      Map.of(
          "holderName", "Zoë Quill",
          "documentNumber", "X-77 1234",
          "dateOfBirth", "1990-02-28",
          "cardExpiry", "11/29");

  private final RegistrationForms forms = new RegistrationForms(BIN, "Bank of Aurora");
  private CardFacts card = facts(CardStatus.ACTIVE, EXPIRY);

  @Test
  void acceptsTheHoldersAnswers() {
    assertThat(broken(RIGHT)).isEmpty();
  }

  @Test
  void comparesWithoutCaseSpacesAndUnicodeSpelling() {
    Map<String, String> typed =
        Map.of(
            "holderName", "  zoe\u0308   QUILL ",
            "documentNumber", "ｘ７７１２３４",
            "dateOfBirth", "1990/02/28",
            "cardExpiry", "202911");
    assertThat(broken(typed)).isEmpty();
    assertThat(broken(with("cardExpiry", "11/2029"))).isEmpty();
    assertThat(broken(with("cardExpiry", "1129"))).isEmpty();
  }

  @Test
  @Tag("R01")
  void namesEachWrongAnswerInside() {
    assertThat(broken(with("holderName", "Zoe Quill")))
        .containsExactly(Rejection.WRONG_HOLDER_NAME);
    assertThat(broken(with("documentNumber", "X771235")))
        .containsExactly(Rejection.WRONG_DOCUMENT_NUMBER);
    assertThat(broken(with("dateOfBirth", "1990-02-27")))
        .containsExactly(Rejection.WRONG_BIRTH_DATE);
    assertThat(broken(with("cardExpiry", "29/11"))).containsExactly(Rejection.WRONG_CARD_EXPIRY);
    assertThat(broken(with("holderName", ""))).contains(Rejection.MALFORMED_ANSWER);
    assertThat(broken(with("holderName", "Zoë Quill" + " ".repeat(99))))
        .contains(Rejection.MALFORMED_ANSWER);
    assertThat(broken(with("more", "x"))).containsExactly(Rejection.MALFORMED_ANSWER);
  }

  @Test
  void refusesTheWalletsWrongExpiry() {
    CardExpiry other = CardExpiry.parse("202912").orElseThrow();
    VerificationRequest request =
        new VerificationRequest(new VerificationId("v"), formId(), NUMBER, other, RIGHT);
    assertThat(AnswerRules.broken(request, true, Optional.of(card), TODAY))
        .containsExactly(Rejection.WRONG_WALLET_EXPIRY);
  }

  @Test
  void refusesCardsThatAreStoppedOrPast() {
    card = facts(CardStatus.FROZEN, EXPIRY);
    assertThat(broken(RIGHT)).containsExactly(Rejection.CARD_NOT_ACTIVE);
    card = facts(CardStatus.ACTIVE, CardExpiry.parse("202610").orElseThrow());
    assertThat(broken(RIGHT)).contains(Rejection.CARD_EXPIRED);
  }

  @Test
  @Tag("R01")
  void neverAcceptsAnUnknownCardEvenWithTheAnswersOfNobody() {
    Map<String, String> nobody =
        Map.of(
            "holderName", "-", "documentNumber", "-",
            "dateOfBirth", "1900-01-01", "cardExpiry", "01/00");
    VerificationRequest request =
        new VerificationRequest(
            new VerificationId("v"),
            formId(),
            NUMBER,
            CardExpiry.parse("200001").orElseThrow(),
            nobody);
    assertThat(AnswerRules.broken(request, true, Optional.empty(), TODAY))
        .contains(Rejection.UNKNOWN_CARD);
  }

  @Test
  void showsAFormInEnglishAndChineseForItsOwnBinOnly() {
    RegistrationForm english = forms.form(BIN, "en-GB").orElseThrow();
    RegistrationForm chinese = forms.form(BIN, "zh-Hans-CN").orElseThrow();
    assertThat(english.fields()).extracting(FormField::label).contains("Date of birth");
    assertThat(chinese.fields()).extracting(FormField::label).contains("出生日期");
    assertThat(chinese.policy()).contains("Bank of Aurora");
    assertThat(forms.form(BIN, "fr").orElseThrow()).isEqualTo(english);
    assertThat(english.fields()).allMatch(FormField::required);
    assertThat(forms.form(new Bin("999502"), "en")).isEmpty();
  }

  @Test
  @Tag("R06")
  void knowsTheFormsItShows() {
    assertThat(forms.shown(formId())).isTrue();
    assertThat(forms.shown(formId().replace("999001", "999502"))).isFalse();
    VerificationRequest request =
        new VerificationRequest(new VerificationId("v"), "other", NUMBER, EXPIRY, RIGHT);
    assertThat(AnswerRules.broken(request, false, Optional.of(card), TODAY))
        .containsExactly(Rejection.WRONG_FORM);
  }

  @Test
  @Tag("V03")
  void aRequestPrintsNoAnswers() {
    String shown = "" + request(RIGHT);
    assertThat(shown).doesNotContain("Quill", "1234", "1990", NUMBER.digits());
    assertThat("" + card).doesNotContain("Quill", "X-77", "1990");
  }

  private String formId() {
    return forms.form(BIN, "en").orElseThrow().id();
  }

  private Set<Rejection> broken(Map<String, String> answers) {
    return AnswerRules.broken(request(answers), true, Optional.of(card), TODAY);
  }

  private VerificationRequest request(Map<String, String> answers) {
    return new VerificationRequest(new VerificationId("v-1"), formId(), NUMBER, EXPIRY, answers);
  }

  private static Map<String, String> with(String key, String answer) {
    Map<String, String> answers = new HashMap<>(RIGHT);
    answers.put(key, answer);
    return answers;
  }

  private static CardFacts facts(CardStatus status, CardExpiry expiry) {
    Holder holder =
        new Holder(
            "Zoë Quill",
            LocalDate.of(1990, 2, 28),
            new Address("1 Example Street", "Example", "10000", "GB"),
            new IdentityDocument(
                IdentityDocument.Kind.PASSPORT, "X771234", "GB", LocalDate.of(2031, 1, 1)));
    return new CardFacts(holder, expiry, status);
  }
}
