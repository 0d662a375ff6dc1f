package openset.pages.gatewaydesk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import openset.gateway.Operation;
import openset.gateway.operation.Refused;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.pages.Rendered;
import openset.pages.Words;
import openset.pages.desk.Asked;
import openset.pages.desk.Cell;
import openset.pages.desk.Chart;
import openset.pages.desk.Column;
import openset.pages.desk.Filter;
import openset.pages.desk.Guard;
import openset.pages.desk.Listing;
import openset.pages.desk.Table;
import openset.pages.desk.View;
import openset.signin.Role.Right;
import openset.signin.Session;
import openset.store.listing.Listed;
import openset.store.listing.Look;

/** What was refused, by the rule that was broken. */
final class RefusedDesk {
  static final String PATH = "/office/refused";

  private static final int RULES_DRAWN = 5;
  private static final List<Filter.Option> TIMES =
      List.of(
          new Filter.Option("day", RefusedWords.DAY),
          new Filter.Option("week", RefusedWords.WEEK),
          new Filter.Option("month", RefusedWords.MONTH));
  private static final Listing<Refused> RULES =
      Listing.of(
              List.of(
                  Column.<Refused>of(
                          "rule", RefusedWords.RULE, r -> Cell.link(path(r.rule()), r.rule()))
                      .sorted(),
                  Column.<Refused>of(
                      "words", RefusedWords.WRONG, r -> new Cell.Said(Rule.words(r.rule()))),
                  Column.<Refused>of("messages", RefusedWords.MESSAGES, RefusedDesk::messages),
                  Column.<Refused>of(
                          "count", RefusedWords.COUNT, r -> new Cell.Count(r.count()))
                      .figures()
                      .sorted(),
                  Column.<Refused>of("last", RefusedWords.LAST, r -> new Cell.Moment(r.last()))
                      .sorted()))
          .downBy("count");
  private static final Listing<Refused.Part> PARTS =
      Listing.of(
          List.of(
              Column.<Refused.Part>of(
                  "message", RefusedWords.MESSAGE, p -> message(p.message())),
              Column.<Refused.Part>of("code", RefusedWords.TOLD, p -> Cell.text(p.code())),
              Column.<Refused.Part>of(
                      "count", RefusedWords.COUNT, p -> new Cell.Count(p.count()))
                  .figures(),
              Column.<Refused.Part>of(
                  "last", RefusedWords.LAST, p -> new Cell.Moment(p.last()))));

  private final Operation operation;
  private final Guard guard;
  private final InstantSource clock;

  RefusedDesk(Operation operation, Guard guard, InstantSource clock) {
    this.operation = operation;
    this.guard = guard;
    this.clock = clock;
  }

  /** A time that is looked at, in steps. */
  private record Time(Instant first, Duration step, int steps, String format) {
    static Time of(String name, Instant now) {
      return switch (name) {
        case "day" -> back(now, ChronoUnit.HOURS, 24, "HH:mm");
        case "week" -> back(now, ChronoUnit.DAYS, 7, "MM-dd");
        default -> back(now, ChronoUnit.DAYS, 30, "MM-dd");
      };
    }

    private static Time back(Instant now, ChronoUnit unit, int steps, String format) {
      Instant begin = now.truncatedTo(unit);
      Duration step = unit.getDuration();
      return new Time(begin.minus(step.multipliedBy(steps - 1L)), step, steps, format);
    }

    List<Words> labels() {
      DateTimeFormatter form = DateTimeFormatter.ofPattern(format).withZone(ZoneOffset.UTC);
      List<Words> labels = new ArrayList<>();
      for (int i = 0; i < steps; i++) {
        labels.add(Words.same(form.format(first.plus(step.multipliedBy(i)))));
      }
      return labels;
    }

    List<Long> counts(List<Refused.At> hours) {
      long[] counts = new long[steps];
      for (Refused.At hour : hours) {
        int at = (int) Duration.between(first, hour.at()).dividedBy(step);
        if (at >= 0 && at < steps) counts[at] += hour.count();
      }
      return Arrays.stream(counts).boxed().toList();
    }
  }

  private static String path(String rule) {
    return PATH + "/" + rule;
  }

  private static Cell messages(Refused refused) {
    return refused.messages().size() == 1
        ? message(refused.messages().getFirst())
        : Cell.text(String.join(", ", refused.messages()));
  }

  private static Cell message(String name) {
    return new Cell.Said(RefusedWords.message(name));
  }

  List<PageRoute> routes() {
    return List.of(
        guard.get(PATH, Right.see, this::list),
        guard.get(PATH + "/{rule}", Right.see, this::rule));
  }

  private Page list(Visit visit, Session session) {
    Instant month = clock.instant().minus(Duration.ofDays(30));
    List<Filter.Option> messages =
        operation.refusedByMessage(month).keySet().stream()
            .map(name -> new Filter.Option(name, RefusedWords.message(name)))
            .toList();
    Listing<Refused> rules =
        RULES.narrowedBy(
            Filter.choice("within", RefusedWords.SINCE, TIMES),
            Filter.choice("message", RefusedWords.MESSAGE, messages),
            Filter.text("rule", RefusedWords.RULE));
    Asked asked = rules.asked(visit, PATH);
    Optional<String> within = asked.chosen("within");
    Time time = Time.of(within.orElse("month"), clock.instant());
    Instant since = within.isPresent() ? time.first() : Instant.EPOCH;
    Listed<Refused> found = operation.refused(since, asked.look());
    Table table = rules.table(asked, found);
    Chart chart = chart(time);
    View view = guard.view(visit, session, GatewayWords.REFUSED, asked.here());
    return Page.html(
        Rendered.text(out -> JterefusedGenerated.render(out, null, view, chart, table)));
  }

  /** The rules that were broken most, upon each other, and all others. */
  private Chart chart(Time time) {
    Look most = Look.first(RULES_DRAWN).by("count", true);
    long[] others = unboxed(time.counts(operation.hours(Optional.empty(), time.first())));
    List<Chart.Series> series = new ArrayList<>();
    for (Refused refused : operation.refused(time.first(), most).rows()) {
      List<Long> counts =
          time.counts(operation.hours(Optional.of(refused.rule()), time.first()));
      for (int i = 0; i < others.length; i++) {
        // What is counted while one looks never makes a bar of less than nothing.
        others[i] = Math.max(0, others[i] - counts.get(i));
      }
      series.add(new Chart.Series(Words.same(refused.rule()), counts));
    }
    List<Long> rest = Arrays.stream(others).boxed().toList();
    if (series.isEmpty() || rest.stream().anyMatch(count -> count > 0)) {
      series.add(new Chart.Series(RefusedWords.OTHERS, rest));
    }
    return Chart.counts(Chart.Form.stacked, RefusedWords.CHART, time.labels(), series);
  }

  private static long[] unboxed(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).toArray();
  }

  private Page rule(Visit visit, Session session) {
    String id = visit.part("rule");
    Time time = Time.of("month", clock.instant());
    List<Refused.Part> parts = operation.refused(id, time.first());
    Optional<Rule> rule = Rule.named(id);
    if (rule.isEmpty() && parts.isEmpty()) return guard.nothing(visit, session);
    Table table = PARTS.table(PARTS.asked(visit, path(id)), parts);
    Chart chart =
        Chart.counts(
            Chart.Form.bars,
            RefusedWords.HOURS,
            time.labels(),
            List.of(
                new Chart.Series(
                    RefusedWords.COUNT,
                    time.counts(operation.hours(Optional.of(id), time.first())))));
    Shown shown = new Shown(id, Rule.words(id), rule.map(Rule::page));
    View view = guard.view(visit, session, Words.same(id), path(id));
    return Page.html(
        Rendered.text(out -> JteruleGenerated.render(out, null, view, shown, chart, table)));
  }

  /**
   * A rule on its page.
   *
   * @param page of the specification; empty where it is not known
   */
  public record Shown(String id, Words words, Optional<String> page) {}
}
