package openset.pages.clearingdesk;

import java.util.List;
import java.util.Optional;
import openset.clearing.ClearingHouse;
import openset.clearing.office.Office;
import openset.clearing.office.Office.ClaimView;
import openset.clearing.store.Claim;
import openset.clearing.store.CycleRows;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.ledger.Money;
import openset.pages.Link;
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
import openset.store.listing.Listed;

/** Disputes that the house rules on. */
final class DisputeDesk {
  static final String PATH = "/office/disputes";
  private static final int REASON_MOST = 500;

  private static final Listing<CycleRows.ItemRow> HISTORY =
      Listing.of(CycleDesk.itemColumns());

  private final ClearingHouse house;
  private final Office office;
  private final Guard guard;
  private final Listing<Claim> claims;

  DisputeDesk(ClearingHouse house, Guard guard) {
    this.house = house;
    this.office = house.office();
    this.guard = guard;
    this.claims =
        Listing.of(columns())
            .narrowedBy(
                Filter.choice(
                    "standing",
                    ClearingWords.STANDING,
                    List.of(
                        new Filter.Option("open", BreakWords.TO_RULE),
                        new Filter.Option("ruled", BreakWords.RULED))),
                Choices.bank(office.facts().members()));
  }

  List<PageRoute> routes() {
    return List.of(
        guard.get(PATH, Right.see, this::list),
        guard.get(PATH + "/{issuer}/{dispute}", Right.see, this::show),
        guard.post(PATH + "/{issuer}/{dispute}", Right.act, this::rule));
  }

  private Page list(Visit visit, Session session) {
    Asked asked = claims.asked(visit, PATH);
    Listed<Claim> found = office.claims(asked.look());
    Table table = claims.table(asked, found);
    View view = guard.view(visit, session, BreakWords.DISPUTES, asked.here());
    return Page.html(Rendered.text(out -> JtedisputesGenerated.render(out, null, view, table)));
  }

  /** A claim as its page shows it. */
  public record Opened(Claim claim, Table history) {
    String path() {
      return DisputeDesk.path(claim.name());
    }

    Money amount() {
      return DisputeDesk.money(claim);
    }
  }

  private Page show(Visit visit, Session session) {
    Optional<ClaimView> found = found(visit);
    if (found.isEmpty()) return guard.nothing(visit, session);
    Claim claim = found.get().claim();
    String path = path(claim.name());
    Opened opened = new Opened(claim, HISTORY.all(path, found.get().items()));
    View view = guard.view(visit, session, Words.same(claim.name().dispute()), path);
    return Page.html(Rendered.text(out -> JtedisputeGenerated.render(out, null, view, opened)));
  }

  private Page rule(Visit visit, Session session) {
    Optional<ClaimView> found = found(visit);
    if (found.isEmpty()) return guard.nothing(visit, session);
    Claim.Name name = found.get().claim().name();
    String ruling = visit.field("ruling");
    String reason = visit.field("reason").strip();
    boolean said = ruling.equals("acquirer") || ruling.equals("issuer");
    if (!said || reason.isEmpty() || reason.length() > REASON_MOST) {
      return Page.see(path(name) + "?said=reason");
    }
    Optional<String> by = Optional.of(session.name().text());
    boolean done = house.rule(name, ruling.equals("acquirer"), reason, by);
    return Page.see(path(name) + (done ? "?said=done" : "?said=gone"));
  }

  private Optional<ClaimView> found(Visit visit) {
    return office.claim(new Claim.Name(visit.part("issuer"), visit.part("dispute")));
  }

  private static String path(Claim.Name name) {
    return PATH + "/" + name.issuer() + "/" + Link.encoded(name.dispute());
  }

  private static Money money(Claim claim) {
    return new Money(claim.amount().currency(), claim.amount().minor());
  }

  private static List<Column<Claim>> columns() {
    return List.of(
        Column.of(
            "dispute",
            BreakWords.DISPUTE,
            each -> Cell.link(path(each.name()), each.name().dispute())),
        Column.of("issuer", ClearingWords.ISSUER, each -> Cell.text(each.name().issuer())),
        Column.<Claim>of("bank", ClearingWords.ACQUIRER, each -> Cell.text(each.acquirer()))
            .sorted(),
        Column.<Claim>of("amount", ClearingWords.AMOUNT, each -> new Cell.Amount(money(each)))
            .figures()
            .sorted(),
        Column.<Claim>of("at", BreakWords.CLAIMED, each -> new Cell.Moment(each.at())).sorted(),
        Column.of("ruling", BreakWords.RULING, DisputeDesk::ruling));
  }

  private static Cell ruling(Claim claim) {
    return claim
        .ruling()
        .map(each -> (Cell) new Cell.State("good", words(each)))
        .orElse(new Cell.State("warn", BreakWords.TO_RULE));
  }

  static Words words(Claim.Ruling ruling) {
    return ruling.forAcquirer() ? BreakWords.FOR_ACQUIRER : BreakWords.FOR_ISSUER;
  }
}
