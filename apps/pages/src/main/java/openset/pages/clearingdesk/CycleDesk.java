package openset.pages.clearingdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import openset.clearing.ClearingHouse;
import openset.clearing.ClosedCycle;
import openset.clearing.Rerun;
import openset.clearing.office.Office;
import openset.clearing.office.Office.CycleView;
import openset.clearing.store.CycleRows;
import openset.clearing.store.Position;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.iso8583.host.ClearingItem.Kind;
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
import openset.store.listing.Look;

/** Cycles, each with its items and positions; cut off, run again. */
final class CycleDesk {
  static final String PATH = "/office/cycles";

  private static final Listing<CycleRows.Row> CYCLES =
      Listing.of(
              List.of(
                  Column.<CycleRows.Row>of("number", ClearingWords.CYCLE, CycleDesk::link).sorted(),
                  Column.<CycleRows.Row>of("standing", ClearingWords.STANDING, CycleDesk::standing)
                      .sorted(),
                  Column.<CycleRows.Row>of("date", ClearingWords.BUSINESS_DATE, CycleDesk::date)
                      .sorted(),
                  Column.of("cut", ClearingWords.CUT_OFF, CycleDesk::cut),
                  Column.<CycleRows.Row>of("items", ClearingWords.ITEMS, CycleDesk::items)
                      .figures(),
                  Column.<CycleRows.Row>of("sum", ClearingWords.MOVED, CycleDesk::sum).figures()))
          .narrowedBy(
              Filter.choice(
                  "standing",
                  ClearingWords.STANDING,
                  Filter.Option.of(CycleRows.Standing.class, ClearingWords::of)));

  private static final Listing<CycleRows.OfKind> KINDS =
      Listing.of(
          List.of(
              Column.of("kind", ClearingWords.KIND, k -> new Cell.Said(ClearingWords.of(k.kind()))),
              Column.of("owes", ClearingWords.WHO_OWES, k -> new Cell.Said(owes(k))),
              Column.<CycleRows.OfKind>of(
                      "items", ClearingWords.ITEMS, k -> new Cell.Count(k.taken().items()))
                  .figures(),
              Column.<CycleRows.OfKind>of(
                      "sum", ClearingWords.SUM, k -> new Cell.Amount(k.taken().money()))
                  .figures(),
              Column.<CycleRows.OfKind>of(
                      "waiting", ClearingWords.WAITING, k -> new Cell.Count(k.waiting()))
                  .figures(),
              Column.<CycleRows.OfKind>of(
                      "refused", ClearingWords.REFUSED, k -> new Cell.Count(k.refused()))
                  .figures()));

  private final ClearingHouse house;
  private final Office office;
  private final Guard guard;
  private final Listing<CycleRows.ItemRow> items;

  CycleDesk(ClearingHouse house, Guard guard) {
    this.house = house;
    this.office = house.office();
    this.guard = guard;
    this.items = itemsOf(office);
  }

  List<PageRoute> routes() {
    return List.of(
        guard.get(PATH, Right.see, this::list),
        guard.post(PATH, Right.act, this::cutOff),
        guard.get(PATH + "/{cycle}", Right.see, this::show),
        guard.get(PATH + "/{cycle}/items", Right.see, this::items),
        guard.post(PATH + "/{cycle}/again", Right.act, this::again));
  }

  private Page list(Visit visit, Session session) {
    Asked asked = CYCLES.asked(visit, PATH);
    Listed<CycleRows.Row> found = office.cycles(asked.look());
    Table table = CYCLES.table(asked, found);
    View view = guard.view(visit, session, ClearingWords.CYCLES, asked.here());
    return Page.html(Rendered.text(out -> JtecyclesGenerated.render(out, null, view, table)));
  }

  private Page cutOff(Visit visit, Session session) {
    if (!Guard.isSure(visit)) return Page.see(PATH + "?said=tick");
    Optional<ClosedCycle> cut = house.runCycle(Optional.of(session.name().text()));
    return Page.see(
        cut.map(each -> path(each.name()) + "?said=cut").orElse(PATH + "?said=nothing-to-cut"));
  }

  /**
   * A cycle as its page shows it.
   *
   * @param waits what it waits for
   * @param charts net positions, one of each currency
   * @param again what running it again came to, if it was just run again
   */
  public record Opened(
      CycleView cycle,
      List<Words> waits,
      List<Chart> charts,
      Tables tables,
      Optional<Rerun> again) {
    String path() {
      return CycleDesk.path(cycle.row().name());
    }

    boolean isCut() {
      return cycle.row().when().cut().isPresent();
    }
  }

  /** The tables of a cycle's page. */
  public record Tables(
      Table kinds, Table converted, Table positions, Table files, Table messages) {}

  private Page show(Visit visit, Session session) {
    return show(visit, session, Optional.empty());
  }

  private Page show(Visit visit, Session session, Optional<Rerun> again) {
    Optional<CycleView> found = office.cycle(visit.part("cycle"));
    if (found.isEmpty()) return guard.nothing(visit, session);
    CycleView cycle = found.get();
    String name = cycle.row().name();
    Opened opened =
        new Opened(cycle, waits(cycle), charts(name, cycle.positions()), tables(cycle), again);
    View view = guard.view(visit, session, Words.same(name), path(name));
    return Page.html(Rendered.text(out -> JtecycleGenerated.render(out, null, view, opened)));
  }

  private Tables tables(CycleView cycle) {
    String name = cycle.row().name();
    String path = path(name);
    Look look = Look.first(Look.SIZE_MOST).of("cycle", name);
    return new Tables(
        KINDS.all(path, cycle.kinds()),
        RateDesk.CONVERTED.all(path, cycle.converted()),
        PositionDesk.OF_CYCLE.all(path, office.positions(look).rows()),
        FileDesk.OF_CYCLE.all(path, office.files(look).rows()),
        SettlementDesk.OF_CYCLE.all(path, office.messages(look).rows()));
  }

  private Page again(Visit visit, Session session) {
    Optional<Rerun> made = house.rerun(visit.part("cycle"));
    return made.isEmpty() ? guard.nothing(visit, session) : show(visit, session, made);
  }

  private Page items(Visit visit, Session session) {
    Optional<CycleView> found = office.cycle(visit.part("cycle"));
    if (found.isEmpty()) return guard.nothing(visit, session);
    String name = found.get().row().name();
    Asked asked = items.asked(visit, path(name) + "/items");
    Listed<CycleRows.ItemRow> rows = office.items(name, asked.look());
    Table table = items.table(asked, rows);
    View view = guard.view(visit, session, Words.same(name), asked.here());
    return Page.html(
        Rendered.text(out -> JteitemsGenerated.render(out, null, view, name, table)));
  }

  private static Listing<CycleRows.ItemRow> itemsOf(Office office) {
    return Listing.of(itemColumns())
        .narrowedBy(
            Filter.choice(
                "kind", ClearingWords.KIND, Filter.Option.of(Kind.class, ClearingWords::of)),
            Choices.bank(office.facts().members()),
            Filter.choice(
                "standing",
                ClearingWords.STANDING,
                List.of(
                    new Filter.Option("WAITING", ClearingWords.WAITING),
                    new Filter.Option("TAKEN", ClearingWords.TAKEN),
                    new Filter.Option("REFUSED", ClearingWords.REFUSED))),
            Filter.text("merchant", ClearingWords.MERCHANT));
  }

  /** What stands of an item, in a list of items. */
  static List<Column<CycleRows.ItemRow>> itemColumns() {
    return List.of(
        Column.<CycleRows.ItemRow>of(
                "at", ClearingWords.ITEM, i -> Cell.text(String.valueOf(i.number())))
            .sorted(),
        Column.<CycleRows.ItemRow>of(
                "kind", ClearingWords.KIND, i -> new Cell.Said(ClearingWords.of(i.kind())))
            .sorted(),
        Column.of("acquirer", ClearingWords.ACQUIRER, i -> Cell.text(i.ends().acquirer())),
        Column.of("issuer", ClearingWords.ISSUER, i -> Cell.text(i.ends().issuer())),
        Column.<CycleRows.ItemRow>of(
                "merchant",
                ClearingWords.MERCHANT,
                i -> Cell.text(i.ends().merchant()).over(new Cell.Code(i.ends().retrieval())))
            .sorted(),
        Column.<CycleRows.ItemRow>of(
                "amount", ClearingWords.AMOUNT, CycleDesk::amount)
            .figures()
            .sorted(),
        Column.of("standing", ClearingWords.STANDING, CycleDesk::answered),
        Column.of("came", ClearingWords.CAME, i -> new Cell.Moment(i.at())));
  }

  private static Cell amount(CycleRows.ItemRow item) {
    Cell amount = new Cell.Amount(item.sums().amount());
    return item.sums().converted().map(each -> amount.over(new Cell.Amount(each))).orElse(amount);
  }

  private static Cell answered(CycleRows.ItemRow item) {
    String kind =
        item.response().map(code -> code.equals("00") ? "good" : "bad").orElse("warn");
    return new Cell.State(kind, ClearingWords.answer(item.response()));
  }

  private static List<Words> waits(CycleView cycle) {
    List<Words> waits = new ArrayList<>();
    cycle.awaited().forEach(each -> waits.add(ClearingWords.awaits(each.bank(), each.items())));
    cycle.positions().stream()
        .filter(each -> !each.acknowledged())
        .forEach(
            each -> waits.add(ClearingWords.agreement(each.institution(), code(each.currency()))));
    return waits;
  }

  /** Net positions left and right of zero, a chart of each currency. */
  static List<Chart> charts(String cycle, List<Position> positions) {
    Map<Integer, List<Position>> byCurrency = new TreeMap<>();
    for (Position each : positions) {
      byCurrency.computeIfAbsent(each.currency(), _ -> new ArrayList<>()).add(each);
    }
    List<Chart> charts = new ArrayList<>();
    byCurrency.forEach(
        (currency, all) ->
            charts.add(
                Chart.amounts(
                    Chart.Form.across,
                    ClearingWords.netOf(cycle, code(currency)),
                    currency,
                    all.stream().map(each -> Words.same(each.institution())).toList(),
                    List.of(
                        new Chart.Series(
                            ClearingWords.NET,
                            all.stream().map(each -> each.totals().net()).toList())))));
    return charts;
  }

  static String code(int currency) {
    return Money.zero(currency).currencyCode();
  }

  static String path(String cycle) {
    return PATH + "/" + cycle;
  }

  static Cell link(CycleRows.Row row) {
    return Cell.link(path(row.name()), row.name());
  }

  static Cell standing(CycleRows.Row row) {
    return new Cell.State(ClearingWords.state(row.standing()), ClearingWords.of(row.standing()));
  }

  private static Cell date(CycleRows.Row row) {
    return row.when().businessDate().map(day -> Cell.text(day.toString())).orElse(Cell.NONE);
  }

  private static Cell cut(CycleRows.Row row) {
    Optional<Cell> at = row.when().cut().map(Cell.Moment::new);
    return at.map(cell -> row.when().by().map(by -> cell.over(Cell.text(by))).orElse(cell))
        .orElse(Cell.NONE);
  }

  private static Cell items(CycleRows.Row row) {
    return new Cell.Count(row.sums().stream().mapToLong(CycleRows.Sum::items).sum());
  }

  private static Cell sum(CycleRows.Row row) {
    return row.sums().stream()
        .map(each -> (Cell) new Cell.Amount(each.money()))
        .reduce(Cell::over)
        .orElse(Cell.NONE);
  }

  private static Words owes(CycleRows.OfKind kind) {
    return kind.issuerOwes() ? ClearingWords.ISSUER_OWES : ClearingWords.ACQUIRER_OWES;
  }
}
