package openset.pages.issuerdesk;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import openset.http.PageRoute;
import openset.http.page.FormFile;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.issuer.Issuer;
import openset.issuer.desk.DisputeDesk;
import openset.issuer.desk.DisputeDesk.Acted;
import openset.issuer.desk.DisputeView;
import openset.issuer.dispute.Dispute;
import openset.issuer.dispute.DisputeState;
import openset.issuer.dispute.Evidence;
import openset.issuer.dispute.EvidenceVerdict.Finding;
import openset.issuer.dispute.EvidenceVerdict.Proposal;
import openset.issuer.dispute.Outcome;
import openset.issuer.records.Records.DisputeRow;
import openset.ledger.Money;
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

/** Disputes of posted lines: what the evidence proposes, and what a person decides. */
final class DisputesDesk {
  static final String PATH = "/office/disputes";

  /** Disputes, the newest first. */
  static final Listing<DisputeRow> LISTING =
      Listing.of(
              List.of(
                  Column.of(
                      "number",
                      IssuerWords.NUMBER,
                      row ->
                          new Cell.Linked(
                              PATH + "/" + row.number(), new Cell.Code(row.number()))),
                  Column.<DisputeRow>of(
                          Looks.AT, IssuerWords.WHEN, row -> new Cell.Moment(row.at()))
                      .sorted(),
                  Column.<DisputeRow>of(
                          Looks.STATE, IssuerWords.STATE, row -> DisputeWords.state(row.state()))
                      .sorted(),
                  Column.<DisputeRow>of(
                          "reason",
                          IssuerWords.REASON,
                          row -> new Cell.Said(DisputeWords.reason(row.reason())))
                      .sorted(),
                  Column.<DisputeRow>of(
                          "amount", IssuerWords.AMOUNT, row -> new Cell.Amount(row.amount()))
                      .figures()
                      .sorted(),
                  Column.of(
                      Looks.ACCOUNT,
                      IssuerWords.ACCOUNT,
                      row -> Looks.link(Optional.of(row.account())))))
          .narrowedBy(
              Filter.choice(Looks.STATE, IssuerWords.STATE, DisputeWords.states()),
              Filter.day(Looks.FROM, IssuerWords.FROM),
              Filter.day(Looks.UNTIL, IssuerWords.UNTIL))
          .downBy(Looks.AT);

  private final Issuer issuer;
  private final DisputeDesk disputes;
  private final Guard guard;

  DisputesDesk(Issuer issuer, Guard guard) {
    this.issuer = issuer;
    this.disputes = issuer.disputes();
    this.guard = guard;
  }

  List<PageRoute> routes() {
    String one = PATH + "/{number}";
    return List.of(
        guard.get(PATH, Right.see, this::list),
        guard.get(one, Right.see, this::show),
        guard.post(one + "/evidence", Right.act, this::attach),
        guard.post(one + "/ask", Right.act, does(disputes::askEvidence)),
        guard.post(one + "/chargeback", Right.act, does(disputes::chargeBack)),
        guard.post(one + "/accept", Right.act, does(disputes::accept)),
        guard.post(one + "/arbitration", Right.act, does(disputes::arbitrate)),
        guard.post(one + "/close", Right.act, this::close));
  }

  /** A dispute as its page shows it. */
  public record Opened(DisputeView view) {
    String path() {
      return PATH + "/" + dispute().number();
    }

    Dispute dispute() {
      return view.dispute();
    }

    Money amount() {
      return new Money(
          dispute().claim().amount().currency(), dispute().claim().amount().minor());
    }

    Money suspense() {
      return new Money(
          dispute().claim().amount().currency(), dispute().standing().suspenseMinor());
    }

    Cell.State state() {
      return DisputeWords.state(
          dispute().standing().outcome().map(Outcome::name)
              .orElse(dispute().standing().state().name()));
    }

    boolean mayBecome(DisputeState next) {
      DisputeState state = dispute().standing().state();
      // What the other side does is not offered.
      boolean ours = state != DisputeState.CHARGED_BACK && state != DisputeState.ARBITRATION;
      return ours && state.next().contains(next);
    }

    boolean isOver() {
      return Stream.of(DisputeState.values()).noneMatch(this::mayBecome);
    }

    /** The outcomes by which it may be closed without (another) chargeback. */
    List<Outcome> outcomes() {
      return switch (dispute().standing().state()) {
        case OPENED, EVIDENCE_ASKED, REFUSED ->
            List.of(Outcome.MERCHANT, Outcome.WITHDRAWN, Outcome.BANK);
        default -> List.of();
      };
    }

    /** What the evidence proposes that came last. */
    Proposal proposal() {
      return view.evidence().stream()
          .map(Evidence::verdict)
          .map(verdict -> verdict.proposal())
          .reduce((_, last) -> last)
          .orElse(Proposal.UNDECIDED);
    }

    boolean proposes(Outcome outcome) {
      return outcome == Outcome.MERCHANT && proposal() == Proposal.MERCHANT;
    }

    /** What it proves, or does not. */
    List<Finding> findings(Evidence evidence, boolean proved) {
      return evidence.verdict().findings().stream()
          .filter(finding -> finding.proved() == proved)
          .toList();
    }

    Cell.State proposed(Evidence evidence) {
      return DisputeWords.of(evidence.verdict().proposal());
    }
  }

  private Page list(Visit visit, Session session) {
    Asked asked = LISTING.asked(visit, PATH);
    Table table = LISTING.table(asked, issuer.records().disputes(asked.look()));
    View view = guard.view(visit, session, IssuerWords.DISPUTES, asked.here());
    return Page.html(Rendered.text(out -> JtedisputesGenerated.render(out, null, view, table)));
  }

  private Page show(Visit visit, Session session) {
    Optional<Opened> found = disputes.view(visit.part("number")).map(Opened::new);
    if (found.isEmpty()) return guard.nothing(visit, session);
    Opened opened = found.get();
    View view =
        guard.view(visit, session, Words.same(opened.dispute().number()), opened.path());
    return Page.html(Rendered.text(out -> JtedisputeGenerated.render(out, null, view, opened)));
  }

  private Guard.Handler does(BiFunction<String, String, Acted> act) {
    return (visit, session) ->
        acted(visit, session, act.apply(visit.part("number"), session.name().text()));
  }

  private Page attach(Visit visit, Session session) {
    Optional<byte[]> bundle =
        visit.file("evidence").map(FormFile::octets).filter(octets -> octets.length > 0);
    if (bundle.isEmpty()) return guard.nothing(visit, session);
    String by = session.name().text();
    return acted(visit, session, disputes.attach(visit.part("number"), bundle.get(), by));
  }

  private Page close(Visit visit, Session session) {
    Optional<Outcome> outcome =
        Stream.of(Outcome.values())
            .filter(each -> each.name().equals(visit.field("outcome")))
            .findFirst();
    Acted acted =
        outcome
            .map(each -> disputes.close(visit.part("number"), each, session.name().text()))
            .orElse(Acted.NOT_NOW);
    return acted(visit, session, acted);
  }

  private Page acted(Visit visit, Session session, Acted acted) {
    String said =
        switch (acted) {
          case DONE -> "done";
          case TOO_LATE -> "too-late";
          default -> "not-now";
        };
    return disputes
        .view(visit.part("number"))
        .map(view -> Page.see(PATH + "/" + view.dispute().number() + "?said=" + said))
        .orElseGet(() -> guard.nothing(visit, session));
  }
}
