package openset.pages.issuerdesk;

import java.util.ArrayList;
import java.util.List;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.issuer.Issuer;
import openset.issuer.records.Records.ApplicationRow;
import openset.issuer.records.Records.RegistrationRow;
import openset.issuer.registration.Verdict;
import openset.issuer.registration.VerificationId;
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

/** Applications for accounts, and registrations of cards that a person decides on. */
final class ApplicationsDesk {
  static final String PATH = "/office/applications";
  static final String REGISTRATIONS = "/office/registrations";

  private static final Listing<ApplicationRow> APPLICATIONS =
      Listing.of(
              List.of(
                  Column.<ApplicationRow>of(
                          "application",
                          IssuerWords.APPLICATION,
                          row -> new Cell.Code(row.application()))
                      .sorted(),
                  Column.<ApplicationRow>of(
                          Looks.AT, IssuerWords.WHEN, row -> new Cell.Moment(row.at()))
                      .sorted(),
                  Column.<ApplicationRow>of(
                          Looks.STATE,
                          IssuerWords.STATE,
                          row -> IssuerWords.application(row.state()))
                      .sorted(),
                  Column.of(
                      "reasons",
                      IssuerWords.REASON,
                      row -> new Cell.Said(RejectionWords.ofApplication(row.reasons()))),
                  Column.of(
                      Looks.ACCOUNT, IssuerWords.ACCOUNT, row -> Looks.link(row.account()))))
          .narrowedBy(
              Filter.choice(Looks.STATE, IssuerWords.STATE, IssuerWords.applications()),
              Filter.day(Looks.FROM, IssuerWords.FROM),
              Filter.day(Looks.UNTIL, IssuerWords.UNTIL))
          .downBy(Looks.AT);

  private static final List<Column<RegistrationRow>> REGISTRATION =
      List.of(
          Column.of(
              "registration",
              IssuerWords.REGISTRATION,
              row -> new Cell.Code(row.registration())),
          Column.<RegistrationRow>of(
                  Looks.AT, IssuerWords.WHEN, row -> new Cell.Moment(row.at()))
              .sorted(),
          Column.<RegistrationRow>of(
                  Looks.STATE, IssuerWords.STATE, ApplicationsDesk::state)
              .sorted(),
          Column.of(Looks.ACCOUNT, IssuerWords.ACCOUNT, row -> Looks.link(row.account())),
          Column.of(
              "by", IssuerWords.BY, row -> row.by().map(Cell::text).orElse(Cell.NONE)));

  private final Issuer issuer;
  private final Guard guard;

  ApplicationsDesk(Issuer issuer, Guard guard) {
    this.issuer = issuer;
    this.guard = guard;
  }

  List<PageRoute> routes() {
    return List.of(
        guard.get(PATH, Right.see, this::applications),
        guard.get(REGISTRATIONS, Right.see, this::registrations),
        guard.post(REGISTRATIONS + "/{id}/accept", Right.act, decides(true)),
        guard.post(REGISTRATIONS + "/{id}/reject", Right.act, decides(false)));
  }

  private static Cell state(RegistrationRow row) {
    Cell state = IssuerWords.registration(row.state());
    return row.reasons().isEmpty()
        ? state
        : state.over(new Cell.Said(RejectionWords.of(row.reasons())));
  }

  private Page applications(Visit visit, Session session) {
    Asked asked = APPLICATIONS.asked(visit, PATH);
    Table table = APPLICATIONS.table(asked, issuer.records().applications(asked.look()));
    View view = guard.view(visit, session, IssuerWords.APPLICATIONS, asked.here());
    return Page.html(
        Rendered.text(out -> JteapplicationsGenerated.render(out, null, view, table)));
  }

  private Page registrations(Visit visit, Session session) {
    Listing<RegistrationRow> listing = listing(session);
    Asked asked = listing.asked(visit, REGISTRATIONS);
    Table table = listing.table(asked, issuer.records().registrations(asked.look()));
    View view = guard.view(visit, session, IssuerWords.REGISTRATIONS, asked.here());
    return Page.html(
        Rendered.text(out -> JteregistrationsGenerated.render(out, null, view, table)));
  }

  /** With buttons for whoever may decide. */
  private static Listing<RegistrationRow> listing(Session session) {
    List<Column<RegistrationRow>> columns = new ArrayList<>(REGISTRATION);
    if (session.role().may(Right.act)) {
      columns.add(Column.of("accept", IssuerWords.ACCEPT, row -> act(row, "accept")));
      columns.add(Column.of("reject", IssuerWords.REJECT, row -> act(row, "reject")));
    }
    return Listing.of(columns)
        .narrowedBy(
            Filter.choice(Looks.STATE, IssuerWords.STATE, RejectionWords.states()),
            Filter.text(Looks.ACCOUNT, IssuerWords.ACCOUNT))
        .downBy(Looks.AT);
  }

  private static Cell act(RegistrationRow row, String act) {
    if (!row.state().equals("PENDING")) return Cell.NONE;
    return new Cell.Act(
        REGISTRATIONS + "/" + row.registration() + "/" + act,
        act.equals("accept") ? IssuerWords.ACCEPT : IssuerWords.REJECT);
  }

  private Guard.Handler decides(boolean accept) {
    return (visit, session) -> {
      try {
        VerificationId id = new VerificationId(visit.part("id"));
        Verdict verdict = issuer.registration().decide(id, accept, session.name().text());
        boolean done = accept == verdict instanceof Verdict.Accepted;
        return Page.see(REGISTRATIONS + (done ? "?said=done" : "?said=decided-before"));
      } catch (IllegalArgumentException e) {
        return guard.nothing(visit, session);
      }
    };
  }
}
