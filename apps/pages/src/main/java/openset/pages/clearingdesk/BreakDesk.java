package openset.pages.clearingdesk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import openset.clearing.ClearingHouse;
import openset.clearing.office.Office;
import openset.clearing.store.Break;
import openset.clearing.store.Break.Kind;
import openset.clearing.store.Breaks;
import openset.clearing.store.Cycles;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.ledger.Money;
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

/** What does not come out even: the queue, who sees to it, and why it may stay. */
final class BreakDesk {
  static final String PATH = "/office/breaks";
  private static final List<Long> AGES = List.of(0L, 1L, 3L, 7L, 30L);

  private final ClearingHouse house;
  private final Office office;
  private final Guard guard;
  private final Listing<Break> breaks;

  BreakDesk(ClearingHouse house, Guard guard) {
    this.house = house;
    this.office = house.office();
    this.guard = guard;
    this.breaks = breaksOf(office);
  }

  private static Listing<Break> breaksOf(Office office) {
    return Listing.of(
            List.of(
                Column.of("number", BreakWords.BREAK, BreakDesk::link),
                Column.<Break>of("kind", ClearingWords.KIND, BreakDesk::kind).sorted(),
                Column.<Break>of(
                        "bank", ClearingWords.BANK, b -> Cell.text(b.about().institution()))
                    .sorted(),
                Column.<Break>of("amount", ClearingWords.AMOUNT, BreakDesk::amount)
                    .figures()
                    .sorted(),
                Column.<Break>of("since", BreakWords.AGE, b -> age(b, office.now())).sorted(),
                Column.<Break>of("owner", BreakWords.OWNER, BreakDesk::owner).sorted(),
                Column.of("standing", ClearingWords.STANDING, BreakDesk::standing)))
        .narrowedBy(
            Filter.choice(
                "standing",
                ClearingWords.STANDING,
                List.of(
                    new Filter.Option("open", BreakWords.OPEN),
                    new Filter.Option("resolved", BreakWords.RESOLVED))),
            Filter.choice(
                "kind", ClearingWords.KIND, Filter.Option.of(Kind.class, BreakWords::of)),
            Choices.bank(office.facts().members()),
            Choices.cycle(),
            Filter.text("owner", BreakWords.OWNER));
  }

  List<PageRoute> routes() {
    return List.of(
        guard.get(PATH, Right.see, this::list),
        guard.post(PATH, Right.act, this::look),
        guard.get(PATH + "/{break}", Right.see, this::show),
        guard.post(PATH + "/{break}/take", Right.act, this::take),
        guard.post(PATH + "/{break}/release", Right.act, this::release),
        guard.post(PATH + "/{break}/resolve", Right.act, this::resolve));
  }

  private Page list(Visit visit, Session session) {
    Asked asked = breaks.asked(visit, PATH);
    Listed<Break> found = office.breaks(asked.look());
    Table table = breaks.table(asked, found);
    Chart chart = chart(office.ages());
    View view = guard.view(visit, session, BreakWords.BREAKS, asked.here());
    return Page.html(
        Rendered.text(out -> JtebreaksGenerated.render(out, null, view, table, chart)));
  }

  private Page look(Visit visit, Session session) {
    house.reconcile();
    return Page.see(PATH + "?standing=open&said=done");
  }

  private Page show(Visit visit, Session session) {
    Optional<Break> found = number(visit).flatMap(office::find);
    if (found.isEmpty()) return guard.nothing(visit, session);
    Break one = found.get();
    View view = guard.view(visit, session, BreakWords.of(one.kind()), path(one.number()));
    Instant now = office.now();
    return Page.html(
        Rendered.text(out -> JtebreakGenerated.render(out, null, view, one, now)));
  }

  private Page take(Visit visit, Session session) {
    return give(visit, session, Optional.of(session.name().text()));
  }

  private Page release(Visit visit, Session session) {
    return give(visit, session, Optional.empty());
  }

  private Page give(Visit visit, Session session, Optional<String> owner) {
    Optional<Break> found = number(visit).flatMap(office::find);
    if (found.isEmpty()) return guard.nothing(visit, session);
    boolean given = house.give(found.get().number(), owner);
    return Page.see(path(found.get().number()) + (given ? "?said=done" : "?said=gone"));
  }

  private Page resolve(Visit visit, Session session) {
    Optional<Break> found = number(visit).flatMap(office::find);
    if (found.isEmpty()) return guard.nothing(visit, session);
    long number = found.get().number();
    try {
      boolean done = house.resolve(number, session.name().text(), visit.field("reason"));
      return Page.see(path(number) + (done ? "?said=done" : "?said=gone"));
    } catch (IllegalArgumentException e) {
      return Page.see(path(number) + "?said=reason");
    }
  }

  private static Optional<Long> number(Visit visit) {
    return Optional.of(visit.part("break"))
        .filter(text -> text.matches("[1-9][0-9]{0,17}"))
        .map(Long::parseLong);
  }

  /** Open breaks, a bar of each age upon each other by kind. */
  static Chart chart(List<Breaks.OfAge> ages) {
    Map<Kind, List<Breaks.OfAge>> byKind =
        ages.stream()
            .collect(
                Collectors.groupingBy(
                    Breaks.OfAge::kind, TreeMap::new, Collectors.toList()));
    // Six series are what a chart has; the rest is counted with the last.
    List<Chart.Series> series =
        byKind.entrySet().stream()
            .limit(5)
            .map(each -> new Chart.Series(BreakWords.of(each.getKey()), counts(each.getValue())))
            .collect(Collectors.toList());
    List<Breaks.OfAge> rest =
        byKind.values().stream().skip(5).flatMap(List::stream).toList();
    if (!rest.isEmpty() || series.isEmpty()) {
      series.add(new Chart.Series(BreakWords.OTHERS, counts(rest)));
    }
    return Chart.counts(
        Chart.Form.stacked,
        BreakWords.AGES,
        AGES.stream().map(BreakDesk::from).toList(),
        series);
  }

  private static List<Long> counts(List<Breaks.OfAge> of) {
    return AGES.stream()
        .map(
            from ->
                of.stream()
                    .filter(each -> bucket(each.age()) == from)
                    .flatMapToLong(each -> LongStream.of(each.count()))
                    .sum())
        .toList();
  }

  private static long bucket(long age) {
    return AGES.stream().filter(from -> from <= age).reduce((_, later) -> later).orElseThrow();
  }

  private static Words from(long days) {
    int at = AGES.indexOf(days);
    return BreakWords.between(days, at + 1 < AGES.size() ? AGES.get(at + 1) : 0);
  }

  static String path(long number) {
    return PATH + "/" + number;
  }

  private static Cell link(Break one) {
    return Cell.link(path(one.number()), String.valueOf(one.number()))
        .over(new Cell.Code(one.about().reference()));
  }

  private static Cell kind(Break one) {
    Cell kind = new Cell.Said(BreakWords.of(one.kind()));
    return one.about().cycle().map(each -> kind.over(Cell.text(Cycles.name(each)))).orElse(kind);
  }

  static Cell amount(Break one) {
    return Money.isCurrency(one.about().currency())
        ? new Cell.Amount(new Money(one.about().currency(), one.about().amount()))
        : Cell.NONE;
  }

  private static Cell age(Break one, Instant now) {
    long days = Duration.between(one.since(), now).toDays();
    return new Cell.Said(BreakWords.age(Math.max(0, days))).over(new Cell.Moment(one.since()));
  }

  private static Cell owner(Break one) {
    return one.owner().map(Cell::text).orElse(new Cell.Said(BreakWords.NOBODY));
  }

  private static Cell standing(Break one) {
    return one.resolution().isPresent()
        ? new Cell.State("good", BreakWords.RESOLVED)
        : new Cell.State(one.owner().isPresent() ? "info" : "warn", BreakWords.OPEN);
  }
}
