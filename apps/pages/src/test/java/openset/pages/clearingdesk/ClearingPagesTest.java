package openset.pages.clearingdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.clearing.store.Break;
import openset.clearing.store.Breaks;
import openset.clearing.store.Claim;
import openset.clearing.store.CycleRows;
import openset.clearing.store.FileRows;
import openset.clearing.store.StoredFile;
import openset.iso8583.host.Amount;
import openset.iso8583.host.ClearingItem;
import openset.iso8583.host.SettlementAdvice.Totals;
import openset.ledger.Money;
import openset.pages.Frame;
import openset.pages.Language;
import openset.pages.Manner;
import openset.pages.Rendered;
import openset.pages.Site;
import openset.pages.Theme;
import openset.pages.Words;
import openset.pages.desk.Listing;
import openset.pages.desk.Table;
import openset.pages.desk.View;
import openset.signin.PersonName;
import openset.signin.Role;
import openset.signin.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages of the clearing house's office, each as one with a role sees it. */
final class ClearingPagesTest {
  private static final int EUR = 978;
  private static final String HOSTILE = "<script>alert(1)</script>";
  private static final Instant AT = Instant.parse("2026-11-28T13:05:00Z");
  private static final Claim OPEN =
      new Claim(
          new Claim.Name("999101", "D 7/<b>"),
          "999011",
          new Amount(1728, EUR),
          AT,
          Optional.empty());

  private static View view(Language language, Role role) {
    Site site =
        new Site(
            Words.same("House"),
            "",
            "/office",
            out -> out.writeContent("<svg></svg>"),
            List.of(),
            List.of(),
            List.of());
    Manner manner = new Manner(language, Theme.system, "/office");
    Frame frame = new Frame(site, manner, "t", List.of(), Optional.empty());
    Session session = new Session(new PersonName("ann"), role, AT);
    return new View(frame, Optional.of(session), Optional.empty());
  }

  private static String dispute(Claim claim, View view) {
    Table history =
        Listing.of(CycleDesk.itemColumns())
            .all(
                "/office/disputes",
                List.of(
                    new CycleRows.ItemRow(
                        1,
                        ClearingItem.Kind.CHARGEBACK,
                        new CycleRows.Ends("999011", "999101", "LANTERN-01", "RRN000000001"),
                        new CycleRows.Sums(
                            new Money(EUR, 1728), Optional.of(new Money(840, 1874))),
                        Optional.of("00"),
                        AT)));
    DisputeDesk.Opened opened = new DisputeDesk.Opened(claim, history);
    return Rendered.text(out -> JtedisputeGenerated.render(out, null, view, opened));
  }

  @Test
  @Tag("W02")
  void whoMayActRulesOnAClaimAndWhatBanksCallItIsText() {
    String page = dispute(OPEN, view(Language.en, Role.staff));
    assertThat(page)
        .contains("action=\"/office/disputes/999101/D%207%2F%3Cb%3E\"")
        .contains("D 7/&lt;b&gt;", "chargeback", "€17.28", "US$18.74")
        .contains("name=\"ruling\"")
        .doesNotContain("<b>");
    assertThat(dispute(OPEN, view(Language.zh, Role.reader)))
        .contains("待裁决")
        .doesNotContain("name=\"ruling\"");
  }

  @Test
  @Tag("W02")
  void aRulingStaysWithItsReasonAndWhoSaidSo() {
    Claim ruled =
        new Claim(
            OPEN.name(),
            OPEN.acquirer(),
            OPEN.amount(),
            AT,
            Optional.of(new Claim.Ruling(false, HOSTILE, Optional.of("bob"), AT)));
    assertThat(dispute(ruled, view(Language.en, Role.owner)))
        .contains("for the issuer", "bob", "&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain(HOSTILE, "name=\"ruling\"");
  }

  @Test
  void aRefusedFileSaysWhyAndWhatItsTrailersSay() {
    StoredFile file =
        new StoredFile(
            3,
            new StoredFile.Name("999011", StoredFile.Way.IN, false, "A.1"),
            StoredFile.State.REFUSED,
            0,
            Optional.empty(),
            Optional.of(new StoredFile.Refusal(4, "line 4: WRONG_TOTALS, element 86")));
    FileRows.Row row =
        new FileRows.Row(file, 0, Map.of(EUR, new Totals(3, 1, 600, 100)), AT);
    Table none = Listing.<FileRows.Refused>of(List.of()).all("/office/files/3", List.of());
    FileDesk.Opened opened = new FileDesk.Opened(row, none);
    View view = view(Language.en, Role.reader);
    assertThat(Rendered.text(out -> JtefileGenerated.render(out, null, view, opened)))
        .contains("line 4: WRONG_TOTALS, element 86", "€6.00", "€1.00", "€5.00")
        .doesNotContain("download");
  }

  @Test
  void whatCameOutEvenByItselfIsSaidInTheReadersLanguage() {
    Break.About about = new Break.About("999011/C1/978", Optional.of(1L), "999011", 5, EUR);
    Break even =
        new Break(
            1,
            Break.Kind.BANK_DISAGREES,
            about,
            AT,
            Optional.empty(),
            Optional.of(new Break.Resolution(AT, Breaks.HOUSE, "comes out even now")));
    View view = view(Language.zh, Role.owner);
    assertThat(Rendered.text(out -> JtebreakGenerated.render(out, null, view, even, AT)))
        .contains("现已轧平", "清算所", "银行未确认", "€0.05")
        .doesNotContain("comes out even", "/resolve");
  }
}
