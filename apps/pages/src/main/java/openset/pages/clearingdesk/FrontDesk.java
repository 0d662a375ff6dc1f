package openset.pages.clearingdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import openset.clearing.calendar.Calendar;
import openset.clearing.office.Office;
import openset.clearing.store.Breaks;
import openset.clearing.store.CycleRows;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.pages.Rendered;
import openset.pages.Words;
import openset.pages.desk.Bureau;
import openset.pages.desk.Chart;
import openset.pages.desk.Column;
import openset.pages.desk.Guard;
import openset.pages.desk.Listing;
import openset.pages.desk.Table;
import openset.pages.desk.View;
import openset.signin.Role.Right;
import openset.signin.Session;
import openset.store.listing.Look;

/** The first page: how things stand. */
final class FrontDesk {
  private static final int LATEST = 12;
  private static final int CHARTS_MOST = 2;

  private static final Listing<CycleRows.Row> CYCLES =
      Listing.of(
          List.of(
              Column.of("number", ClearingWords.CYCLE, CycleDesk::link),
              Column.of("standing", ClearingWords.STANDING, CycleDesk::standing)));

  private final Office office;
  private final Guard guard;

  FrontDesk(Office office, Guard guard) {
    this.office = office;
    this.guard = guard;
  }

  List<PageRoute> routes() {
    return List.of(guard.get(Bureau.HOME, Right.see, this::show));
  }

  /**
   * How things stand.
   *
   * @param items in the open cycle
   * @param underWay cycles that are cut off and not settled
   * @param charts what the latest cycles moved, and open breaks by age
   */
  public record Standing(
      long items,
      long breaks,
      long claims,
      Optional<Calendar.CutOff> next,
      Table underWay,
      List<Chart> charts) {}

  private Page show(Visit visit, Session session) {
    List<CycleRows.Row> latest = office.cycles(Look.first(LATEST)).rows();
    List<Breaks.OfAge> ages = office.ages();
    List<Chart> charts = new ArrayList<>(moved(latest));
    charts.add(BreakDesk.chart(ages));
    Standing standing =
        new Standing(
            openItems(latest),
            ages.stream().mapToLong(Breaks.OfAge::count).sum(),
            office.claims(Look.first(1).of("standing", "open")).total(),
            office.next(1).stream().findFirst(),
            underWay(),
            charts);
    View view = guard.view(visit, session, ClearingWords.OVERVIEW, Bureau.HOME);
    return Page.html(
        Rendered.text(out -> JteoverviewGenerated.render(out, null, view, standing)));
  }

  private Table underWay() {
    List<CycleRows.Row> rows = new ArrayList<>();
    for (CycleRows.Standing each :
        List.of(CycleRows.Standing.CLOSING, CycleRows.Standing.TELLING)) {
      rows.addAll(office.cycles(Look.first(LATEST).of("standing", each.name())).rows());
    }
    return CYCLES.all(Bureau.HOME, rows);
  }

  private static long openItems(List<CycleRows.Row> latest) {
    return latest.stream()
        .filter(each -> each.standing() == CycleRows.Standing.OPEN)
        .flatMap(each -> each.sums().stream())
        .mapToLong(CycleRows.Sum::items)
        .sum();
  }

  /** What each of the latest cycles moved, from left to right, by currency. */
  private static List<Chart> moved(List<CycleRows.Row> latest) {
    Map<Integer, List<Long>> sums = new TreeMap<>();
    List<CycleRows.Row> rows = latest.reversed();
    for (CycleRows.Row row : rows) {
      row.sums().forEach(sum -> sums.putIfAbsent(sum.money().currency(), new ArrayList<>()));
    }
    sums.forEach((currency, all) -> rows.forEach(row -> all.add(sum(row, currency))));
    List<Words> labels = rows.stream().map(row -> Words.same(label(row.number()))).toList();
    return sums.entrySet().stream()
        .limit(CHARTS_MOST)
        .map(
            each ->
                Chart.amounts(
                    Chart.Form.bars,
                    ClearingWords.movedBy(CycleDesk.code(each.getKey())),
                    each.getKey(),
                    labels,
                    List.of(new Chart.Series(ClearingWords.MOVED, each.getValue()))))
        .toList();
  }

  private static long sum(CycleRows.Row row, int currency) {
    return row.sums().stream()
        .filter(sum -> sum.money().currency() == currency)
        .mapToLong(sum -> sum.money().minorUnits())
        .sum();
  }

  private static String label(long number) {
    return "C" + number;
  }
}
