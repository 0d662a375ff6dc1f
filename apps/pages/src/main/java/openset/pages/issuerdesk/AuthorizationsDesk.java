package openset.pages.issuerdesk;

import java.util.List;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.issuer.office.RecordsDesk;
import openset.issuer.decision.Series;
import openset.issuer.records.Records.AuthorizationRow;
import openset.pages.Rendered;
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

/** Authorizations as they are asked for, with reasons. */
final class AuthorizationsDesk {
  static final String PATH = "/office/authorizations";

  /** Authorizations, the newest first. */
  static final Listing<AuthorizationRow> LISTING =
      Listing.of(
              List.of(
                  Column.<AuthorizationRow>of(
                          Looks.AT, IssuerWords.WHEN, row -> new Cell.Moment(row.at()))
                      .sorted(),
                  Column.<AuthorizationRow>of(
                          Looks.STATE, IssuerWords.STATE, AuthorizationsDesk::state)
                      .sorted(),
                  Column.<AuthorizationRow>of(
                          "amount", IssuerWords.AMOUNT, row -> new Cell.Amount(row.amount()))
                      .figures()
                      .sorted(),
                  Column.<AuthorizationRow>of(
                          "merchant", AuthorizationWords.MERCHANT, AuthorizationsDesk::merchant)
                      .sorted(),
                  Column.of(
                      Looks.ACCOUNT, IssuerWords.ACCOUNT, row -> Looks.link(row.account())),
                  Column.of("as", AuthorizationWords.ASKED_AS, AuthorizationsDesk::asked),
                  Column.of("checks", AuthorizationWords.CHECKS, AuthorizationsDesk::checks)))
          .narrowedBy(
              Filter.choice(Looks.STATE, IssuerWords.STATE, AuthorizationWords.states()),
              Filter.day(Looks.FROM, IssuerWords.FROM),
              Filter.day(Looks.UNTIL, IssuerWords.UNTIL),
              Filter.text(Looks.ACCOUNT, IssuerWords.ACCOUNT))
          .downBy(Looks.AT);

  private final RecordsDesk records;
  private final Guard guard;

  AuthorizationsDesk(RecordsDesk records, Guard guard) {
    this.records = records;
    this.guard = guard;
  }

  List<PageRoute> routes() {
    return List.of(guard.get(PATH, Right.see, this::list));
  }

  private static Cell state(AuthorizationRow row) {
    Cell state = AuthorizationWords.state(row.state());
    String reason = row.how().reason();
    return reason.isEmpty()
        ? state
        : state.over(new Cell.Said(AuthorizationWords.reason(reason)));
  }

  private static Cell merchant(AuthorizationRow row) {
    Cell merchant = Cell.text(row.how().merchant());
    String category = row.how().category();
    return category.isEmpty() ? merchant : merchant.over(new Cell.Code(category));
  }

  private static Cell asked(AuthorizationRow row) {
    Cell said = new Cell.Said(AuthorizationWords.asked(row.how().asked()));
    Series series = row.how().asked().series();
    Cell whole =
        series == Series.SINGLE
            ? said
            : said.over(new Cell.Said(AuthorizationWords.series(series)));
    return whole.over(new Cell.Code(row.how().response()));
  }

  private static Cell checks(AuthorizationRow row) {
    return row.how().checks().equals("--") ? Cell.NONE : new Cell.Code(row.how().checks());
  }

  private Page list(Visit visit, Session session) {
    Asked asked = LISTING.asked(visit, PATH);
    Table table = LISTING.table(asked, records.authorizations(asked.look()));
    View view = guard.view(visit, session, IssuerWords.AUTHORIZATIONS, asked.here());
    return Page.html(
        Rendered.text(out -> JteauthorizationsGenerated.render(out, null, view, table)));
  }
}
