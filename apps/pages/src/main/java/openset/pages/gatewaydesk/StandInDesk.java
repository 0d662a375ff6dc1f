package openset.pages.gatewaydesk;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import openset.gateway.Operation;
import openset.gateway.authorization.Rules;
import openset.gateway.operation.StoodIn;
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

/** What the gateway approved in an issuer's place. */
final class StandInDesk {
  static final String PATH = "/office/stand-in";

  private static final int DAYS_BACK = 30;
  private static final int DAYS_DRAWN = 14;
  private static final Listing<StoodIn> EACH =
      Listing.of(
              List.of(
                  Column.<StoodIn>of("at", StandInWords.TIME, s -> new Cell.Moment(s.origin().at()))
                      .sorted(),
                  Column.<StoodIn>of(
                          "merchant", StandInWords.MERCHANT, s -> Cell.text(s.origin().merchant()))
                      .sorted(),
                  Column.<StoodIn>of("reference", StandInWords.REFERENCE, StandInDesk::reference),
                  Column.<StoodIn>of("card", StandInWords.CARD, s -> new Cell.Code(s.card())),
                  Column.<StoodIn>of("amount", StandInWords.AMOUNT, s -> Cell.amount(s.amount()))
                      .figures()
                      .sorted(),
                  Column.<StoodIn>of("standing", StandInWords.STANDING, StandInDesk::standing)))
          .narrowedBy(
              Filter.choice(
                  "standing",
                  StandInWords.STANDING,
                  List.of(
                      new Filter.Option(StoodIn.Standing.OPEN.name(), StandInWords.IS_OPEN),
                      new Filter.Option(StoodIn.Standing.TOLD.name(), StandInWords.IS_TOLD),
                      new Filter.Option(StoodIn.Standing.BREAK.name(), StandInWords.IS_BREAK))),
              Filter.text("merchant", StandInWords.MERCHANT))
          .downBy("at");

  private final Operation operation;
  private final Guard guard;
  private final InstantSource clock;
  private final Listing<StoodIn.Day> days;

  StandInDesk(Operation operation, Guard guard, InstantSource clock) {
    this.operation = operation;
    this.guard = guard;
    this.clock = clock;
    this.days =
        Listing.of(
            List.of(
                Column.<StoodIn.Day>of(
                    "day", StandInWords.DAY, d -> Cell.text(d.day().toString())),
                Column.<StoodIn.Day>of(
                    "acquirer", StandInWords.ACQUIRER, d -> Cell.text(d.acquirer())),
                Column.<StoodIn.Day>of(
                        "count", StandInWords.COUNT, d -> new Cell.Count(d.count()))
                    .figures(),
                Column.<StoodIn.Day>of(
                        "approved", StandInWords.APPROVED, d -> Cell.amount(d.approved()))
                    .figures(),
                Column.<StoodIn.Day>of(
                        "most", StandInWords.MOST, d -> Cell.amount(d.mostOfACard()))
                    .figures(),
                Column.<StoodIn.Day>of("limit", StandInWords.LIMIT, this::limit).figures(),
                Column.<StoodIn.Day>of(
                        "open", StandInWords.OPEN, d -> new Cell.Count(d.rest().open()))
                    .figures(),
                Column.<StoodIn.Day>of("breaks", StandInWords.BREAKS, StandInDesk::breaks)
                    .figures()));
  }

  private static Cell reference(StoodIn stoodIn) {
    Words why =
        stoodIn.reason().equals("standInTimeOut")
            ? StandInWords.TIME_OUT
            : StandInWords.UNAVAILABLE;
    return new Cell.Code(stoodIn.origin().retrieval() + " " + stoodIn.origin().code())
        .over(new Cell.Said(why));
  }

  private static Cell standing(StoodIn stoodIn) {
    StoodIn.Told told = stoodIn.told();
    return switch (told.standing()) {
      case OPEN -> new Cell.State("warn", StandInWords.IS_OPEN);
      case TOLD -> new Cell.State("good", StandInWords.IS_TOLD);
      case BREAK ->
          new Cell.State("bad", StandInWords.IS_BREAK)
              .over(Cell.text(told.answer().orElse("")));
    };
  }

  private static Cell breaks(StoodIn.Day day) {
    Cell count = new Cell.Count(day.rest().breaks());
    return day.rest().breaks() == 0 ? count : count.over(Cell.amount(day.rest().broken()));
  }

  private Cell limit(StoodIn.Day day) {
    return operation
        .limits(day.acquirer())
        .map(Rules.StandInLimits::perCardAndDay)
        .map(Cell::amount)
        .orElse(new Cell.Said(StandInWords.NO_LIMIT));
  }

  List<PageRoute> routes() {
    return List.of(guard.get(PATH, Right.see, this::show));
  }

  private Page show(Visit visit, Session session) {
    Asked asked = EACH.asked(visit, PATH);
    Listed<StoodIn> found = operation.stoodIn(asked.look());
    Table each = EACH.table(asked, found);
    List<StoodIn.Day> all = operation.days(DAYS_BACK);
    Table byDay = days.table(days.asked(visit, PATH), all);
    Optional<Chart> chart =
        chart(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), all);
    View view = guard.view(visit, session, GatewayWords.STAND_IN, asked.here());
    return Page.html(
        Rendered.text(
            out -> JtestandInGenerated.render(out, null, view, chart, byDay, each)));
  }

  /** Day by day, in the currency of the latest day. */
  private static Optional<Chart> chart(LocalDate today, List<StoodIn.Day> days) {
    if (days.isEmpty()) return Optional.empty();
    int currency = days.getFirst().approved().currency().number();
    TreeMap<LocalDate, long[]> sums = new TreeMap<>();
    for (int back = 0; back < DAYS_DRAWN; back++) {
      sums.put(today.minusDays(back), new long[2]);
    }
    for (StoodIn.Day day : days) {
      long[] sum = sums.get(day.day());
      if (sum == null || day.approved().currency().number() != currency) continue;
      sum[0] += day.approved().minor() - day.rest().broken().minor();
      sum[1] += day.rest().broken().minor();
    }
    List<Words> labels = new ArrayList<>();
    sums.keySet().forEach(day -> labels.add(Words.same(day.toString().substring(5))));
    return Optional.of(
        Chart.amounts(
            Chart.Form.stacked,
            StandInWords.APPROVED,
            currency,
            labels,
            List.of(
                new Chart.Series(
                    StandInWords.STANDS, sums.values().stream().map(s -> s[0]).toList()),
                new Chart.Series(
                    StandInWords.BROKEN, sums.values().stream().map(s -> s[1]).toList()))));
  }
}
