package openset.issuer.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import openset.issuer.opening.Application.StatedAddress;
import openset.issuer.opening.Application.StatedDocument;
import openset.issuer.opening.Reason.Rule;
import openset.ledger.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OpeningRulesTest {
  private static final int EUR = 978;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final OpeningPolicy POLICY =
      new OpeningPolicy(18, new Money(EUR, 10_000), new Money(EUR, 500_000), 36);

  private final OpeningRules rules = new OpeningRules(POLICY);

  @Test
  void acceptsAnApplicationThatKeepsEveryRule() throws BadApplication {
    CheckedApplication checked = rules.check(new Form().application(), TODAY);
    assertThat(checked.holder().name()).isEqualTo("Zoë Quill");
    assertThat(checked.holder().birth()).isEqualTo(LocalDate.of(1990, 2, 28));
    assertThat(checked.limit()).isEqualTo(new Money(EUR, 100_000));
  }

  @Test
  void storesTheNameInOneUnicodeSpelling() throws BadApplication {
    Form form = new Form();
    form.name = "  Zoe\u0308 Ｑuill ";
    assertThat(rules.check(form.application(), TODAY).holder().name()).isEqualTo("Zoë Quill");
  }

  @Test
  void isOfAgeOnTheBirthdayAndNotTheDayBefore() throws BadApplication {
    Form form = new Form();
    form.birth = "2008-11-22";
    rules.check(form.application(), TODAY);
    form.birth = "2008-11-23";
    assertThat(broken(form)).containsExactly(new Reason(Rule.UNDER_AGE, "birth"));
  }

  @Test
  void aDocumentIsGoodOnItsLastDay() throws BadApplication {
    Form form = new Form();
    form.documentExpiry = "2026-11-22";
    rules.check(form.application(), TODAY);
    form.documentExpiry = "2026-11-21";
    assertThat(broken(form))
        .containsExactly(new Reason(Rule.DOCUMENT_EXPIRED, "document.expiry"));
  }

  @Test
  void namesEveryMissingField() {
    Form form = new Form();
    form.name = " ";
    form.birth = "";
    form.street = "";
    form.city = "";
    form.country = "";
    form.kind = "";
    form.number = "";
    form.documentExpiry = "";
    assertThat(broken(form)).extracting(Reason::rule).containsOnly(Rule.MISSING);
    assertThat(broken(form))
        .extracting(Reason::field)
        .containsExactlyInAnyOrder(
            "name", "birth", "address.street", "address.city", "address.country",
            "document.kind", "document.number", "document.country", "document.expiry");
  }

  @Test
  @Tag("R12")
  void refusesWhatIsMalformed() {
    assertThat(brokenBy("name", "Zoë\nQuill")).isEqualTo(Rule.MALFORMED);
    assertThat(brokenBy("name", "Zoë\u202eQuill")).isEqualTo(Rule.MALFORMED);
    assertThat(brokenBy("name", "Z".repeat(61))).isEqualTo(Rule.MALFORMED);
    assertThat(brokenBy("name", "Z".repeat(1_000_000))).isEqualTo(Rule.MALFORMED);
    assertThat(brokenBy("birth", "1990-02-30")).isEqualTo(Rule.MALFORMED);
    assertThat(brokenBy("birth", "28.02.1990")).isEqualTo(Rule.MALFORMED);
    assertThat(brokenBy("birth", "0990-02-28")).isEqualTo(Rule.MALFORMED);
    assertThat(brokenBy("country", "XX")).isEqualTo(Rule.MALFORMED);
    assertThat(brokenBy("kind", "library card")).isEqualTo(Rule.MALFORMED);
    assertThat(brokenBy("number", "--- -")).isEqualTo(Rule.MALFORMED);
    assertThat(brokenBy("number", "X<b>1234")).isEqualTo(Rule.MALFORMED);
  }

  @Test
  void keepsTheLimitWithinThePolicy() {
    Form form = new Form();
    form.limit = new Money(EUR, 500_001);
    assertThat(broken(form)).containsExactly(new Reason(Rule.LIMIT_TOO_HIGH, "limit"));
    form.limit = new Money(EUR, 9_999);
    assertThat(broken(form)).containsExactly(new Reason(Rule.LIMIT_TOO_LOW, "limit"));
    form.limit = new Money(EUR, -1);
    assertThat(broken(form)).containsExactly(new Reason(Rule.LIMIT_TOO_LOW, "limit"));
    form.limit = new Money(840, 100_000);
    assertThat(broken(form)).containsExactly(new Reason(Rule.WRONG_CURRENCY, "limit"));
  }

  @Test
  @Tag("V03")
  void anApplicationPrintsNothingOfThePerson() {
    assertThat("" + new Form().application()).doesNotContain("Quill", "X771234", "1990");
  }

  private List<Reason> broken(Form form) {
    return catchThrowableOfType(
            BadApplication.class, () -> rules.check(form.application(), TODAY))
        .reasons();
  }

  private Rule brokenBy(String field, String stated) {
    Form form = new Form();
    switch (field) {
      case "name" -> form.name = stated;
      case "birth" -> form.birth = stated;
      case "country" -> form.country = stated;
      case "kind" -> form.kind = stated;
      default -> form.number = stated;
    }
    return broken(form).getFirst().rule();
  }

  /** A good application, one field at a time to be spoilt. */
  private static final class Form {
    String name = "Zoë Quill";
    String birth = "1990-02-28";
    String street = "1 Example Street";
    String city = "Example";
    String country = "GB";
    String kind = "passport";
    String number = "X771234";
    String documentExpiry = "2031-01-01";
    Money limit = new Money(EUR, 100_000);

    Application application() {
      return new Application(
          new ApplicationId("a-1"),
          name,
          birth,
          new StatedAddress(street, city, "", country),
          new StatedDocument(kind, number, country, documentExpiry),
          limit);
    }
  }
}
