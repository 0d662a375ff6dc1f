package openset.pages.clearingdesk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import openset.clearing.office.Office;
import openset.clearing.store.Cycles;
import openset.clearing.store.FileRows;
import openset.clearing.store.StoredFile;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.iso8583.host.SettlementAdvice.Totals;
import openset.ledger.Money;
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

/** Clearing files that banks sent and that were written for them. */
final class FileDesk {
  static final String PATH = "/office/files";

  /** The most octets that a browser is given at once. */
  private static final int DOWNLOAD_MOST = 16 << 20;

  /** The files of one cycle, on its page. */
  static final Listing<FileRows.Row> OF_CYCLE = Listing.of(columns());

  private static final Listing<FileRows.Refused> REFUSED =
      Listing.of(
          List.of(
              Column.of("line", FileWords.LINE, r -> Cell.text(String.valueOf(r.line()))),
              Column.<FileRows.Refused>of(
                      "response", FileWords.CODE, r -> new Cell.Code(r.response()))
                  .sorted(),
              Column.of("reason", BreakWords.REASON, r -> Cell.text(r.reason()))));

  private final Office office;
  private final Guard guard;
  private final Listing<FileRows.Row> files;

  FileDesk(Office office, Guard guard) {
    this.office = office;
    this.guard = guard;
    this.files =
        Listing.of(columns())
            .narrowedBy(
                Choices.bank(office.facts().members()),
                Filter.choice(
                    "way",
                    FileWords.WAY,
                    List.of(
                        new Filter.Option("in", FileWords.of(StoredFile.Way.IN)),
                        new Filter.Option("out", FileWords.of(StoredFile.Way.OUT)))),
                Filter.choice(
                    "state",
                    FileWords.STATE,
                    List.of(StoredFile.State.values()).stream()
                        .map(each -> new Filter.Option(word(each), FileWords.of(each)))
                        .toList()),
                Choices.cycle());
  }

  private static String word(StoredFile.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  List<PageRoute> routes() {
    return List.of(
        guard.get(PATH, Right.see, this::list),
        guard.get(PATH + "/{file}", Right.see, this::show),
        guard.get(PATH + "/{file}/octets", Right.see, this::octets));
  }

  private Page list(Visit visit, Session session) {
    Asked asked = files.asked(visit, PATH);
    Listed<FileRows.Row> found = office.files(asked.look());
    Table table = files.table(asked, found);
    View view = guard.view(visit, session, FileWords.FILES, asked.here());
    return Page.html(Rendered.text(out -> JtefilesGenerated.render(out, null, view, table)));
  }

  /**
   * A file as its page shows it.
   *
   * @param refused items of it that were refused
   */
  public record Opened(FileRows.Row row, Table refused) {
    StoredFile file() {
      return row.file();
    }

    String octets() {
      return PATH + "/" + file().number() + "/octets";
    }

    boolean isSmall() {
      return file().octets() > 0 && file().octets() <= DOWNLOAD_MOST;
    }

    String cycle() {
      return file().content().map(each -> Cycles.name(each.cycle())).orElse("");
    }

    Map<Integer, Totals> totals() {
      return new TreeMap<>(row.totals());
    }

    static Money money(int currency, long minor) {
      return new Money(currency, minor);
    }
  }

  private Page show(Visit visit, Session session) {
    Optional<FileRows.Row> found = found(visit);
    if (found.isEmpty()) return guard.nothing(visit, session);
    StoredFile file = found.get().file();
    Asked asked = REFUSED.asked(visit, PATH + "/" + file.number());
    Listed<FileRows.Refused> refused = office.refused(file, asked.look());
    Opened opened =
        new Opened(found.get(), REFUSED.table(asked, refused));
    View view = guard.view(visit, session, Words.same(file.name().text()), asked.here());
    return Page.html(Rendered.text(out -> JtefileGenerated.render(out, null, view, opened)));
  }

  private Page octets(Visit visit, Session session) {
    Optional<StoredFile> file = found(visit).map(FileRows.Row::file);
    Optional<byte[]> octets = file.flatMap(each -> office.octets(each, DOWNLOAD_MOST));
    if (octets.isEmpty()) return guard.nothing(visit, session);
    StoredFile.Name name = file.get().name();
    String kind = name.answers() ? "answers" : "items";
    return Page.file(
        "application/octet-stream",
        name.bank() + "-" + name.text() + "-" + kind + ".iso8583",
        octets.get());
  }

  private Optional<FileRows.Row> found(Visit visit) {
    return Optional.of(visit.part("file"))
        .filter(text -> text.matches("[1-9][0-9]{0,17}"))
        .map(Long::parseLong)
        .flatMap(office::file);
  }

  private static List<Column<FileRows.Row>> columns() {
    return List.of(
        Column.<FileRows.Row>of("name", FileWords.FILE, FileDesk::link).sorted(),
        Column.<FileRows.Row>of(
                "bank", ClearingWords.BANK, row -> Cell.text(row.file().name().bank()))
            .sorted(),
        Column.of(
            "way",
            FileWords.WAY,
            row ->
                new Cell.Said(FileWords.of(row.file().name().way()))
                    .over(new Cell.Said(FileWords.content(row.file().name())))),
        Column.<FileRows.Row>of("state", FileWords.STATE, FileDesk::state).sorted(),
        Column.<FileRows.Row>of("items", ClearingWords.ITEMS, FileDesk::items).figures().sorted(),
        Column.<FileRows.Row>of("totals", ClearingWords.NET, FileDesk::net).figures(),
        Column.<FileRows.Row>of("at", ClearingWords.CAME, row -> new Cell.Moment(row.at()))
            .sorted());
  }

  private static Cell link(FileRows.Row row) {
    return Cell.link(PATH + "/" + row.file().number(), row.file().name().text());
  }

  static Cell state(FileRows.Row row) {
    StoredFile file = row.file();
    Cell state =
        new Cell.State(FileWords.state(file.state()), FileWords.of(file.state()));
    return file.refusal().map(each -> state.over(Cell.text(each.reason()))).orElse(state);
  }

  private static Cell items(FileRows.Row row) {
    return row.file()
        .content()
        .map(each -> (Cell) new Cell.Count(each.items()))
        .orElse(Cell.NONE);
  }

  private static Cell net(FileRows.Row row) {
    return new TreeMap<>(row.totals())
        .entrySet().stream()
            .map(each -> (Cell) new Cell.Amount(new Money(each.getKey(), each.getValue().net())))
            .reduce(Cell::over)
            .orElse(Cell.NONE);
  }
}
