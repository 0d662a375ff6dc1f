package openset.pages.clearingdesk;

import java.util.List;
import java.util.Optional;
import openset.clearing.office.Office;
import openset.clearing.store.CycleRows;
import openset.clearing.store.Cycles;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.ledger.Money;
import openset.pages.Rendered;
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

/** Positions of the banks in cycles that were netted. */
final class PositionDesk {
  static final String PATH = "/office/positions";

  /** The positions of one cycle, on its page. */
  static final Listing<CycleRows.Standings> OF_CYCLE =
      Listing.of(columns());

  private final Office office;
  private final Guard guard;
  private final Listing<CycleRows.Standings> positions;

  PositionDesk(Office office, Guard guard) {
    this.office = office;
    this.guard = guard;
    Column<CycleRows.Standings> cycle =
        Column.<CycleRows.Standings>of("cycle", ClearingWords.CYCLE, PositionDesk::cycle).sorted();
    this.positions =
        Listing.of(
                List.of(
                    cycle,
                    columns().get(0).sorted(),
                    columns().get(1),
                    columns().get(2).sorted(),
                    columns().get(3).sorted(),
                    columns().get(4).sorted(),
                    columns().get(5)))
            .narrowedBy(
                Choices.cycle(),
                Choices.bank(office.facts().members()),
                Filter.choice(
                    "agreed",
                    ClearingWords.AGREED,
                    List.of(
                        new Filter.Option("true", ClearingWords.HAS_AGREED),
                        new Filter.Option("false", ClearingWords.NOT_AGREED))));
  }

  List<PageRoute> routes() {
    return List.of(guard.get(PATH, Right.see, this::list));
  }

  private Page list(Visit visit, Session session) {
    Asked asked = positions.asked(visit, PATH);
    Listed<CycleRows.Standings> found = office.positions(asked.look());
    Table table = positions.table(asked, found);
    List<Chart> charts = charts(asked);
    View view = guard.view(visit, session, ClearingWords.POSITIONS, asked.here());
    return Page.html(
        Rendered.text(out -> JtepositionsGenerated.render(out, null, view, table, charts)));
  }

  /** Of the cycle that was asked for, else of the newest that was netted. */
  private List<Chart> charts(Asked asked) {
    Optional<String> cycle =
        asked
            .chosen("cycle")
            .or(
                () ->
                    office.positions(Look.first(1)).rows().stream()
                        .map(each -> Cycles.name(each.position().cycle()))
                        .findFirst());
    return cycle.flatMap(office::cycle).stream()
        .flatMap(
            each -> CycleDesk.charts(each.row().name(), each.positions()).stream())
        .toList();
  }

  private static Cell cycle(CycleRows.Standings row) {
    String name = Cycles.name(row.position().cycle());
    return Cell.link(CycleDesk.path(name), name).over(Cell.text(row.businessDate().toString()));
  }

  private static List<Column<CycleRows.Standings>> columns() {
    return List.of(
        Column.of(
            "bank", ClearingWords.BANK, row -> Cell.text(row.position().institution())),
        Column.of(
            "currency",
            ClearingWords.CURRENCY,
            row -> Cell.text(CycleDesk.code(row.position().currency()))),
        Column.<CycleRows.Standings>of(
                "credits",
                ClearingWords.GETS,
                row -> amount(row, row.position().totals().credits()))
            .figures(),
        Column.<CycleRows.Standings>of(
                "debits", ClearingWords.OWES, row -> amount(row, row.position().totals().debits()))
            .figures(),
        Column.<CycleRows.Standings>of(
                "net", ClearingWords.NET, row -> amount(row, row.position().totals().net()))
            .figures(),
        Column.of("agreed", ClearingWords.AGREED, PositionDesk::agreed));
  }

  private static Cell amount(CycleRows.Standings row, long minor) {
    return new Cell.Amount(new Money(row.position().currency(), minor));
  }

  private static Cell agreed(CycleRows.Standings row) {
    return row.position().acknowledged()
        ? new Cell.State("good", ClearingWords.HAS_AGREED)
        : new Cell.State("warn", ClearingWords.NOT_AGREED);
  }
}
