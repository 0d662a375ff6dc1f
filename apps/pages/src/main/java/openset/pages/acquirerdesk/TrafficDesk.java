package openset.pages.acquirerdesk;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import openset.acquirer.Acquirer;
import openset.acquirer.fee.FeeLine;
import openset.acquirer.office.Office;
import openset.acquirer.office.store.Moves.Moved;
import openset.acquirer.office.store.Period;
import openset.acquirer.office.store.Rates;
import openset.acquirer.office.store.Traffic.Line;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.iso8583.host.Octets;
import openset.pages.Figures;
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

/** Authorizations and items: lists, rates, and one authorization with what became of it. */
final class TrafficDesk {
  static final String PATH = "/office/traffic";
  static final String ITEMS = PATH + "/items";
  private static final int DAYS = 14;
  private static final int DAYS_MOST = 366;
  private static final int CODES = 5;

  static final Listing<Line> AUTHORIZATIONS =
      Listing.of(
              List.of(
                  Column.<Line>of(
                          "time",
                          AcquirerWords.TIME,
                          line ->
                              new Cell.Linked(
                                  path(line.identity().key()), new Cell.Moment(line.at())))
                      .sorted(),
                  Column.<Line>of(
                          "merchant",
                          AcquirerWords.MERCHANT,
                          line -> Cells.merchant(line.identity().merchant()))
                      .sorted(),
                  Column.<Line>of("card", AcquirerWords.CARD, TrafficDesk::card),
                  Column.<Line>of("outcome", TrafficWords.OUTCOME, TrafficDesk::outcome),
                  Column.<Line>of(
                          "amount",
                          AcquirerWords.AMOUNT,
                          line -> new Cell.Amount(line.asked().amount()))
                      .figures()
                      .sorted(),
                  Column.<Line>of(
                          "captured",
                          TrafficWords.CAPTURED,
                          line -> new Cell.Amount(line.captured()))
                      .figures()))
          .narrowedBy(
              Filter.text("text", TrafficWords.FIND),
              Filter.text("merchant", AcquirerWords.MERCHANT),
              Filter.choice("outcome", TrafficWords.OUTCOME, TrafficWords.OUTCOMES),
              Filter.choice("series", TrafficWords.SERIES, TrafficWords.SERIES_KINDS),
              Filter.day("since", AcquirerWords.SINCE),
              Filter.day("to", AcquirerWords.TO));

  static final Listing<Moved> MOVES =
      Listing.of(
              List.of(
                  Column.<Moved>of(
                          "time",
                          AcquirerWords.TIME,
                          item ->
                              new Cell.Linked(
                                  path(item.identity().original()),
                                  new Cell.Moment(item.cleared().at())))
                      .sorted(),
                  Column.<Moved>of(
                          "merchant",
                          AcquirerWords.MERCHANT,
                          item -> Cells.merchant(item.identity().merchant()))
                      .sorted(),
                  Column.<Moved>of(
                      "kind",
                      AcquirerWords.KIND,
                      item -> new Cell.Said(TrafficWords.of(item.kind()))),
                  Column.<Moved>of(
                      "standing",
                      AcquirerWords.STANDING,
                      item -> TrafficWords.state(item.cleared().standing())),
                  Column.<Moved>of(
                      "cycle",
                      AcquirerWords.CYCLE,
                      item -> item.cleared().cycle().map(Cell::text).orElse(Cell.NONE)),
                  Column.<Moved>of(
                          "amount",
                          AcquirerWords.AMOUNT,
                          item -> new Cell.Amount(item.amount()))
                      .figures()
                      .sorted(),
                  Column.<Moved>of(
                          "fee", AcquirerWords.FEE, item -> new Cell.Amount(item.fee()))
                      .figures()
                      .sorted()))
          .narrowedBy(
              Filter.text("merchant", AcquirerWords.MERCHANT),
              Filter.choice("kind", AcquirerWords.KIND, TrafficWords.KINDS),
              Filter.choice("standing", AcquirerWords.STANDING, TrafficWords.STANDINGS),
              Filter.text("cycle", AcquirerWords.CYCLE),
              Filter.day("since", AcquirerWords.SINCE),
              Filter.day("to", AcquirerWords.TO));

  private static final Listing<FeeLine> FEES =
      Listing.of(
          List.of(
              Column.of(
                  "kind", AcquirerWords.KIND, fee -> new Cell.Said(MoneyWords.of(fee.kind()))),
              Column.of("formula", MoneyWords.RATE, fee -> Cell.text(fee.formula())),
              Column.<FeeLine>of("fee", AcquirerWords.FEE, fee -> new Cell.Amount(fee.fee()))
                  .figures()));

  private final Acquirer acquirer;
  private final Office office;
  private final Guard guard;

  TrafficDesk(Acquirer acquirer, Guard guard) {
    this.acquirer = acquirer;
    this.office = acquirer.office();
    this.guard = guard;
  }

  List<PageRoute> routes() {
    return List.of(
        guard.get(PATH, Right.see, this::authorizations),
        guard.get(ITEMS, Right.see, this::items),
        guard.get(PATH + "/{key}", Right.see, this::authorization));
  }

  private static String path(Octets key) {
    return PATH + "/" + key.hex();
  }

  private static Cell card(Line line) {
    Cell card = line.asked().card().isEmpty() ? Cell.NONE : new Cell.Code(line.asked().card());
    return line.asked().brand().isEmpty() ? card : card.over(Cell.text(line.asked().brand()));
  }

  private static Cell outcome(Line line) {
    Cell state = TrafficWords.state(line.asked().outcome());
    return line.asked()
        .response()
        .filter(code -> !code.equals("00"))
        .map(code -> state.over(new Cell.Said(CodeWords.of(code))))
        .orElse(state);
  }

  private Page authorizations(Visit visit, Session session) {
    Asked asked = AUTHORIZATIONS.asked(visit, PATH);
    Listed<Line> found = office.authorizations(asked.look());
    Table table = AUTHORIZATIONS.table(asked, found);
    List<Chart> charts = charts(office, asked.chosen("merchant"), period(asked));
    View view = guard.view(visit, session, AcquirerWords.TRAFFIC, asked.here());
    return Page.html(
        Rendered.text(out -> JtetrafficGenerated.render(out, null, view, table, charts)));
  }

  /** The days that are looked at, two weeks unless said otherwise. */
  private Period period(Asked asked) {
    LocalDate today = LocalDate.ofInstant(office.now(), ZoneOffset.UTC);
    LocalDate last = asked.chosen("to").map(LocalDate::parse).orElse(today);
    LocalDate first =
        asked.chosen("since").map(LocalDate::parse).orElse(last.minusDays(DAYS - 1));
    if (first.isAfter(last)) first = last;
    if (ChronoUnit.DAYS.between(first, last) >= DAYS_MOST) first = last.minusDays(DAYS_MOST - 1);
    return Period.ofDays(first, last);
  }

  /** What was answered in a period, and with which codes it was declined. */
  static List<Chart> charts(Office office, Optional<String> merchant, Period period) {
    List<Rates.Declines> declines = office.declines(merchant, period, CODES);
    Chart codes =
        Chart.counts(
            Chart.Form.bars,
            TrafficWords.DECLINES,
            declines.stream().map(each -> Words.same(each.code())).toList(),
            List.of(
                new Chart.Series(
                    AcquirerWords.DECLINED,
                    declines.stream().map(Rates.Declines::count).toList())));
    return List.of(rates(office, merchant, period), codes);
  }

  /** Approved and declined, upon each other, for each hour or day of a period. */
  static Chart rates(Office office, Optional<String> merchant, Period period) {
    Rates.Step step = Rates.Step.of(period);
    List<Rates.Rate> rates = office.rates(merchant, period, step);
    boolean hours = step == Rates.Step.HOUR;
    return Chart.counts(
        Chart.Form.stacked,
        hours ? TrafficWords.BY_HOUR : TrafficWords.BY_DAY,
        rates.stream()
            .map(
                rate ->
                    hours
                        ? Words.same(Figures.clock(rate.from()).substring(0, 5))
                        : Words.same(
                            LocalDate.ofInstant(rate.from(), ZoneOffset.UTC)
                                .toString()
                                .substring(5)))
            .toList(),
        List.of(
            new Chart.Series(
                AcquirerWords.APPROVED, rates.stream().map(Rates.Rate::approved).toList()),
            new Chart.Series(
                AcquirerWords.DECLINED, rates.stream().map(Rates.Rate::declined).toList())));
  }

  private Page items(Visit visit, Session session) {
    Asked asked = MOVES.asked(visit, ITEMS);
    Listed<Moved> found = office.items(asked.look());
    Table table = MOVES.table(asked, found);
    View view = guard.view(visit, session, TrafficWords.ITEMS, asked.here());
    return Page.html(Rendered.text(out -> JteitemsGenerated.render(out, null, view, table)));
  }

  private Page authorization(Visit visit, Session session) {
    Optional<Line> found = key(visit).flatMap(office::authorization);
    if (found.isEmpty()) return guard.nothing(visit, session);
    Line line = found.get();
    String path = path(line.identity().key());
    List<Moved> moves = office.items(line.identity().key());
    Table items = MOVES.all(path, moves);
    List<FeeLine> lines =
        moves.stream()
            .flatMap(
                item ->
                    acquirer.fees(item.identity().original(), item.identity().key()).stream())
            .toList();
    Table fees = FEES.all(path, lines);
    View view =
        guard.view(visit, session, Words.same(line.identity().retrieval()), path);
    return Page.html(
        Rendered.text(
            out -> JteauthorizationGenerated.render(out, null, view, line, items, fees)));
  }

  private static Optional<Octets> key(Visit visit) {
    String text = visit.part("key");
    return text.matches("([0-9a-f]{2}){20,24}")
        ? Optional.of(Octets.of(HexFormat.of().parseHex(text)))
        : Optional.empty();
  }
}
