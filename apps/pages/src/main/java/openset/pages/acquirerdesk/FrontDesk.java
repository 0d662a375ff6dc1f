package openset.pages.acquirerdesk;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openset.acquirer.Acquirer;
import openset.acquirer.dispute.DisputeState;
import openset.acquirer.office.Office;
import openset.acquirer.office.store.Period;
import openset.acquirer.store.Breaks.Break;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.pages.Rendered;
import openset.pages.desk.Bureau;
import openset.pages.desk.Chart;
import openset.pages.desk.Guard;
import openset.pages.desk.Table;
import openset.pages.desk.View;
import openset.signin.Role.Right;
import openset.signin.Session;
import openset.store.listing.Look;

/** The first page: how things stand, and what a person has to look at. */
final class FrontDesk {
  private static final int DAYS = 14;
  private static final int CASES = 5;
  private static final int BREAKS = 50;
  private static final int NOTE_MOST = 500;

  private final Acquirer acquirer;
  private final Office office;
  private final Guard guard;
  private final CasesDesk cases;

  FrontDesk(Acquirer acquirer, Guard guard, CasesDesk cases) {
    this.acquirer = acquirer;
    this.office = acquirer.office();
    this.guard = guard;
    this.cases = cases;
  }

  List<PageRoute> routes() {
    return List.of(
        guard.get(Bureau.HOME, Right.see, this::show),
        guard.post(Bureau.HOME + "/breaks/{number}", Right.act, this::clear));
  }

  /**
   * How things stand.
   *
   * @param answers chargebacks that wait for the merchant, or for this bank
   * @param waiting messages that were not delivered yet
   * @param breaks that nobody has seen to, the oldest first
   */
  public record Shown(
      long answers, long waiting, List<Break> breaks, List<Chart> charts, Table first) {}

  private Page show(Visit visit, Session session) {
    LocalDate today = LocalDate.ofInstant(office.now(), ZoneOffset.UTC);
    Period period = Period.ofDays(today.minusDays(DAYS - 1), today);
    Map<DisputeState, Long> counts = office.disputeCounts(Optional.empty());
    long answers =
        counts.getOrDefault(DisputeState.CHARGED_BACK, 0L)
            + counts.getOrDefault(DisputeState.ARBITRATION, 0L);
    Shown shown =
        new Shown(
            answers,
            acquirer.undelivered(),
            office.breaks(BREAKS),
            TrafficDesk.charts(office, Optional.empty(), period),
            cases.first(office.disputes(Look.first(CASES)).rows(), Bureau.HOME));
    View view = guard.view(visit, session, AcquirerWords.OVERVIEW, Bureau.HOME);
    return Page.html(Rendered.text(out -> JteoverviewGenerated.render(out, null, view, shown)));
  }

  private Page clear(Visit visit, Session session) {
    String number = visit.part("number");
    String note = visit.field("note");
    if (note.isEmpty() || note.length() > NOTE_MOST) {
      return Page.see(Bureau.HOME + "?said=note-bad");
    }
    boolean done =
        number.matches("[1-9][0-9]{0,17}")
            && office.clear(Long.parseLong(number), session.name().text() + ": " + note);
    return Page.see(Bureau.HOME + (done ? "?said=done" : "?said=not-now"));
  }
}
