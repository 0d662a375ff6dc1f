package openset.pages.issuerdesk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.issuer.office.RecordsDesk;
import openset.issuer.records.Records.AuthorizationRow;
import openset.issuer.records.Records.Declines;
import openset.issuer.records.Records.Hour;
import openset.pages.Rendered;
import openset.pages.Words;
import openset.pages.desk.Bureau;
import openset.pages.desk.Cell;
import openset.pages.desk.Chart;
import openset.pages.desk.Column;
import openset.pages.desk.Guard;
import openset.pages.desk.Listing;
import openset.pages.desk.Table;
import openset.pages.desk.View;
import openset.signin.Role.Right;
import openset.signin.Session;
import openset.store.listing.Look;

/** The first page: how things stand now, and how they went lately. */
final class FrontDesk {
  private static final int HOURS = 24;
  private static final int DAYS = 14;
  private static final int NEWEST = 8;
  private static final Listing<Declines> WHY =
      Listing.of(
          List.of(
              Column.of(
                  "reason",
                  IssuerWords.REASON,
                  row -> new Cell.Said(AuthorizationWords.reason(row.reason()))),
              Column.<Declines>of(
                      "times", IssuerWords.TIMES, row -> new Cell.Count(row.times()))
                  .figures()));

  /** The newest authorizations, without what narrows them. */
  private static final Listing<AuthorizationRow> LATEST =
      AuthorizationsDesk.LISTING.plain(5);

  private final RecordsDesk records;
  private final Guard guard;

  FrontDesk(RecordsDesk records, Guard guard) {
    this.records = records;
    this.guard = guard;
  }

  List<PageRoute> routes() {
    return List.of(guard.get(Bureau.HOME, Right.see, this::show));
  }

  /**
   * How things stand.
   *
   * @param approved in the last 24 hours
   * @param declined in the last 24 hours
   * @param waiting registrations that a person has to decide on
   * @param disputes that are not closed
   */
  public record Standing(long approved, long declined, long waiting, long disputes) {
    /** Hundredths of a per cent that were approved. */
    int share() {
      long all = approved + declined;
      return all == 0 ? 10_000 : (int) (approved * 10_000 / all);
    }
  }

  /**
   * What the page shows.
   *
   * @param charts by hour and by day
   * @param why reasons of declines
   * @param newest authorizations
   */
  public record Shown(Standing standing, List<Chart> charts, Table why, Table newest) {}

  private Page show(Visit visit, Session session) {
    Instant now = records.now();
    Instant first = day(now).minusDays(DAYS - 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    List<Hour> hours = records.hours(first);
    List<AuthorizationRow> rows = records.authorizations(Look.first(NEWEST)).rows();
    Shown shown =
        new Shown(
            standing(hours, now),
            List.of(byHour(hours, now), byDay(hours, now)),
            WHY.all(Bureau.HOME, records.declines(first)),
            LATEST.all(Bureau.HOME, rows));
    View view = guard.view(visit, session, IssuerWords.OVERVIEW, Bureau.HOME);
    return Page.html(
        Rendered.text(out -> JteoverviewGenerated.render(out, null, view, shown)));
  }

  private Standing standing(List<Hour> hours, Instant now) {
    Instant since = now.minus(Duration.ofHours(HOURS));
    List<Hour> last = hours.stream().filter(hour -> hour.begin().isAfter(since)).toList();
    Look one = Look.first(1);
    return new Standing(
        last.stream().mapToLong(Hour::approved).sum(),
        last.stream().mapToLong(Hour::declined).sum(),
        records.registrations(one.of(Looks.STATE, "PENDING")).total(),
        DisputeWords.OPEN.stream()
            .mapToLong(state -> records.disputes(one.of(Looks.STATE, state)).total())
            .sum());
  }

  private static Chart byHour(List<Hour> hours, Instant now) {
    Instant last = now.truncatedTo(ChronoUnit.HOURS);
    List<Instant> slots = new ArrayList<>();
    for (int back = HOURS - 1; back >= 0; back--) slots.add(last.minus(Duration.ofHours(back)));
    DateTimeFormatter clock = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);
    return chart(
        IssuerWords.BY_HOUR,
        slots.stream().map(slot -> Words.same(clock.format(slot))).toList(),
        of -> sums(slots, hours, Hour::begin, of));
  }

  private static Chart byDay(List<Hour> hours, Instant now) {
    List<LocalDate> slots = new ArrayList<>();
    for (int back = DAYS - 1; back >= 0; back--) slots.add(day(now).minusDays(back));
    return chart(
        IssuerWords.BY_DAY,
        slots.stream().map(IssuerWords::day).toList(),
        of -> sums(slots, hours, hour -> day(hour.begin()), of));
  }

  private static Chart chart(
      Words caption, List<Words> labels, Function<ToLongFunction<Hour>, List<Long>> sums) {
    return Chart.counts(
        Chart.Form.stacked,
        caption,
        labels,
        List.of(
            new Chart.Series(IssuerWords.APPROVED, sums.apply(Hour::approved)),
            new Chart.Series(IssuerWords.DECLINED, sums.apply(Hour::declined))));
  }

  private static <S> List<Long> sums(
      List<S> slots, List<Hour> hours, Function<Hour, S> slot, ToLongFunction<Hour> of) {
    return slots.stream()
        .map(
            each ->
                hours.stream().filter(hour -> slot.apply(hour).equals(each)).mapToLong(of).sum())
        .toList();
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
