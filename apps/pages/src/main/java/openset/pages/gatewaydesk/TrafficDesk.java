package openset.pages.gatewaydesk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import openset.gateway.Operation;
import openset.gateway.operation.Span;
import openset.gateway.operation.Times;
import openset.gateway.operation.Traffic;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.pages.Link;
import openset.pages.Rendered;
import openset.pages.Words;
import openset.pages.desk.Asked;
import openset.pages.desk.Cell;
import openset.pages.desk.Chart;
import openset.pages.desk.Column;
import openset.pages.desk.Guard;
import openset.pages.desk.Listing;
import openset.pages.desk.Table;
import openset.pages.desk.View;
import openset.signin.Role.Right;
import openset.signin.Session;

/** What passes through the gateway, and how long answers take. */
final class TrafficDesk {
  static final String PATH = "/office/traffic";

  private static final String DAYS = PATH + "/days";
  private static final int KINDS_SHOWN = 5;
  private static final DateTimeFormatter MINUTE = format("HH:mm");
  private static final DateTimeFormatter HOUR = format("MM-dd HH'h'");
  private static final Listing<Times> KINDS =
      Listing.of(
              List.of(
                  Column.<Times>of(
                          "message", LinkWords.MESSAGE,
                          t -> new Cell.Said(RefusedWords.message(t.message())))
                      .sorted(Comparator.comparing(Times::message)),
                  Column.<Times>of("side", LinkWords.SIDE, TrafficDesk::side)
                      .sorted(Comparator.comparing(Times::side)),
                  counted("answered", LinkWords.ANSWERED, t -> t.count() - t.silent()),
                  counted("silent", LinkWords.SILENT, Times::silent),
                  timed("p50", LinkWords.P50, t -> t.within(50)),
                  timed("p95", LinkWords.P95, t -> t.within(95)),
                  timed("longest", LinkWords.LONGEST, Times::longest)))
          .downBy("answered");

  private final Operation operation;
  private final Guard guard;

  TrafficDesk(Operation operation, Guard guard) {
    this.operation = operation;
    this.guard = guard;
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
  }

  private static Column<Times> counted(
      String name, Words head, ToLongFunction<Times> count) {
    return Column.<Times>of(name, head, t -> new Cell.Count(count.applyAsLong(t)))
        .figures()
        .sorted(Comparator.comparingLong(count));
  }

  private static Column<Times> timed(
      String name, Words head, Function<Times, Duration> time) {
    return Column.<Times>of(
            name, head, t -> new Cell.Said(LinkWords.time(time.apply(t))))
        .figures()
        .sorted(Comparator.comparing(time));
  }

  private static Cell side(Times times) {
    return times.side().equals(Times.SET)
        ? new Cell.Said(LinkWords.MERCHANTS)
        : new Cell.Text(times.side());
  }

  List<PageRoute> routes() {
    return List.of(
        guard.get(PATH, Right.see, (visit, session) -> show(visit, session, Span.HOUR)),
        guard.get(DAYS, Right.see, (visit, session) -> show(visit, session, Span.DAYS)));
  }

  private Page show(Visit visit, Session session, Span span) {
    Asked asked = KINDS.asked(visit, span == Span.HOUR ? PATH : DAYS);
    Traffic traffic = operation.traffic(span);
    Table table = KINDS.table(asked, traffic.kinds());
    List<Chart> charts =
        List.of(
            kinds(traffic, Times.SET, LinkWords.FROM_MERCHANTS),
            kinds(traffic, "", LinkWords.TO_ACQUIRERS),
            times(traffic, Times.SET, LinkWords.TIMES_SET),
            times(traffic, "", LinkWords.TIMES_HOST));
    View view = guard.view(visit, session, GatewayWords.TRAFFIC, asked.here());
    return Page.html(
        Rendered.text(
            out -> JtetrafficGenerated.render(out, null, view, tabs(span), charts, table)));
  }

  private static List<Link> tabs(Span span) {
    return List.of(
        new Link(PATH, LinkWords.HOUR, span == Span.HOUR),
        new Link(DAYS, LinkWords.DAYS, span == Span.DAYS));
  }

  private static List<Words> labels(Traffic traffic) {
    DateTimeFormatter format = traffic.span() == Span.HOUR ? MINUTE : HOUR;
    return traffic.of(Times.SET).stream()
        .map(each -> Words.same(format.format(each.at())))
        .toList();
  }

  /** The kinds with most messages upon each other, and the rest. */
  private static Chart kinds(Traffic traffic, String side, Words caption) {
    List<String> most =
        traffic.kinds().stream()
            .filter(kind -> Traffic.isOf(kind, side))
            .sorted(Comparator.comparingLong(Times::count).reversed())
            .map(Times::message)
            .distinct()
            .limit(KINDS_SHOWN)
            .toList();
    List<Chart.Series> series = new ArrayList<>();
    for (String message : most) {
      series.add(
          new Chart.Series(
              RefusedWords.message(message), counts(traffic, side, m -> m.equals(message))));
    }
    List<Long> others = counts(traffic, side, m -> !most.contains(m));
    if (most.isEmpty() || others.stream().anyMatch(count -> count > 0)) {
      series.add(new Chart.Series(LinkWords.OTHERS, others));
    }
    return Chart.counts(Chart.Form.stacked, caption, labels(traffic), series);
  }

  private static List<Long> counts(
      Traffic traffic, String side, Predicate<String> which) {
    List<Long> counts = new ArrayList<>();
    for (Times step : traffic.of(side)) {
      Instant at = step.at();
      counts.add(
          traffic.steps().stream()
              .filter(each -> each.at().equals(at) && Traffic.isOf(each, side))
              .filter(each -> which.test(each.message()))
              .mapToLong(Times::count)
              .sum());
    }
    return counts;
  }

  private static Chart times(Traffic traffic, String side, Words caption) {
    List<Times> steps = traffic.of(side);
    return Chart.counts(
        Chart.Form.bars,
        caption,
        labels(traffic),
        List.of(
            new Chart.Series(
                LinkWords.HALF, steps.stream().map(t -> t.within(50).toMillis()).toList()),
            new Chart.Series(
                LinkWords.MOST, steps.stream().map(t -> t.within(95).toMillis()).toList())));
  }
}
