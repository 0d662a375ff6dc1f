package openset.pages.clearingdesk;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import openset.clearing.calendar.Calendar;
import openset.clearing.office.Office;
import openset.clearing.store.Cycles;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.pages.Rendered;
import openset.pages.Words;
import openset.pages.desk.Cell;
import openset.pages.desk.Column;
import openset.pages.desk.Guard;
import openset.pages.desk.Listing;
import openset.pages.desk.Table;
import openset.pages.desk.View;
import openset.signin.Role.Right;
import openset.signin.Session;

/** When cycles are cut off. */
final class CalendarDesk {
  static final String PATH = "/office/calendar";
  private static final int NEXT = 10;
  private static final int PASSED = 25;
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private static final Listing<Cycles.Passed> BEFORE =
      Listing.of(
          List.of(
              Column.of("at", ClearingWords.WHEN, each -> new Cell.Moment(each.at())),
              Column.of(
                  "date",
                  ClearingWords.BUSINESS_DATE,
                  each -> Cell.text(each.businessDate().toString())),
              Column.of("ended", ClearingWords.ENDED, CalendarDesk::ended)));

  private final Office office;
  private final Guard guard;

  CalendarDesk(Office office, Guard guard) {
    this.office = office;
    this.guard = guard;
  }

  List<PageRoute> routes() {
    return List.of(guard.get(PATH, Right.see, this::show));
  }

  private Page show(Visit visit, Session session) {
    Table next = next().all(PATH, office.next(NEXT));
    Table passed = BEFORE.all(PATH, office.passed(PASSED));
    View view = guard.view(visit, session, ClearingWords.CALENDAR, PATH);
    Words rhythm = rhythm(office.facts());
    return Page.html(
        Rendered.text(
            out -> JtecalendarGenerated.render(out, null, view, rhythm, next, passed)));
  }

  /** How cycles are cut off by themselves. */
  static Words rhythm(Office.Facts facts) {
    if (facts.calendar().isPresent()) return ClearingWords.CALENDAR_LEAD;
    return facts
        .interval()
        .map(each -> ClearingWords.every(each.toSeconds()))
        .orElse(ClearingWords.NO_CALENDAR);
  }

  private Listing<Calendar.CutOff> next() {
    ZoneId zone = office.facts().calendar().map(Calendar::zone).orElse(ZoneId.of("UTC"));
    return Listing.of(
        List.of(
            Column.of("at", ClearingWords.WHEN, each -> new Cell.Moment(each.at())),
            Column.of(
                "local",
                ClearingWords.LOCAL,
                each ->
                    Cell.text(LOCAL.format(LocalDateTime.ofInstant(each.at(), zone)))
                        .over(Cell.text(zone.getId()))),
            Column.of(
                "date",
                ClearingWords.BUSINESS_DATE,
                each -> Cell.text(each.businessDate().toString()))));
  }

  private static Cell ended(Cycles.Passed passed) {
    return passed
        .cycle()
        .map(each -> Cell.link(CycleDesk.path(each), each))
        .orElse(new Cell.Said(ClearingWords.NOTHING));
  }
}
