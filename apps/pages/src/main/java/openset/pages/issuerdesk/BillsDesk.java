package openset.pages.issuerdesk;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.issuer.office.RecordsDesk;
import openset.issuer.records.Records.BillRow;
import openset.pages.Figures;
import openset.pages.Rendered;
import openset.pages.Words;
import openset.pages.desk.Asked;
import openset.pages.desk.Cell;
import openset.pages.desk.Column;
import openset.pages.desk.Filter;
import openset.pages.desk.Guard;
import openset.pages.desk.Listing;
import openset.pages.desk.Table;
import openset.pages.desk.View;
import openset.signin.Role.Right;
import openset.signin.Session;

/** The bills of all accounts. */
final class BillsDesk {
  static final String PATH = "/office/statements";

  private static final Listing<BillRow> LISTING =
      Listing.of(
              List.of(
                  Column.of(
                      Looks.ACCOUNT,
                      IssuerWords.ACCOUNT,
                      row -> Looks.link(Optional.of(row.account()))),
                  Column.<BillRow>of(
                          "period",
                          IssuerWords.PERIOD,
                          row -> new Cell.Said(month(YearMonth.parse(row.period()))))
                      .sorted(),
                  Column.<BillRow>of(
                          "closing", IssuerWords.CLOSING, row -> new Cell.Amount(row.closing()))
                      .figures()
                      .sorted(),
                  Column.<BillRow>of(
                          "minimum", IssuerWords.MINIMUM, row -> new Cell.Amount(row.minimum()))
                      .figures(),
                  Column.<BillRow>of(
                          "due", IssuerWords.DUE, row -> new Cell.Said(IssuerWords.day(row.due())))
                      .sorted()))
          .narrowedBy(
              Filter.text(Looks.ACCOUNT, IssuerWords.ACCOUNT),
              Filter.day(Looks.FROM, IssuerWords.FROM),
              Filter.day(Looks.UNTIL, IssuerWords.UNTIL))
          .downBy("period");

  private final RecordsDesk records;
  private final Guard guard;

  BillsDesk(RecordsDesk records, Guard guard) {
    this.records = records;
    this.guard = guard;
  }

  List<PageRoute> routes() {
    return List.of(guard.get(PATH, Right.see, this::list));
  }

  private static Words month(YearMonth month) {
    return Words.each(language -> Figures.month(month, language));
  }

  private Page list(Visit visit, Session session) {
    Asked asked = LISTING.asked(visit, PATH);
    Table table = LISTING.table(asked, records.bills(asked.look()));
    View view = guard.view(visit, session, IssuerWords.STATEMENTS, asked.here());
    return Page.html(
        Rendered.text(out -> JtestatementsGenerated.render(out, null, view, table)));
  }
}
