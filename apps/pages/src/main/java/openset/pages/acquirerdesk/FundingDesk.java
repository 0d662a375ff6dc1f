package openset.pages.acquirerdesk;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import openset.acquirer.Acquirer;
import openset.acquirer.office.Office;
import openset.acquirer.office.store.Funding.Day;
import openset.acquirer.office.store.Funding.Standing;
import openset.acquirer.office.store.Period;
import openset.acquirer.store.Payout;
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

/** What merchants are owed, what is held back, what was and will be paid. */
final class FundingDesk {
  static final String PATH = "/office/funding";
  static final String PAYOUTS = PATH + "/payouts";
  private static final int DAYS = 30;

  static final Listing<Payout> PAID =
      Listing.of(
              List.of(
                  Column.<Payout>of("day", MoneyWords.DAY, each -> Cells.day(each.day())).sorted(),
                  Column.<Payout>of(
                          "merchant",
                          AcquirerWords.MERCHANT,
                          each -> Cells.merchant(each.merchant()))
                      .sorted(),
                  Column.<Payout>of("state", AcquirerWords.STANDING, MoneyWords::state),
                  Column.<Payout>of(
                      "account",
                      MoneyWords.ACCOUNT,
                      each -> new Cell.Code(each.account().masked())),
                  Column.<Payout>of(
                      "reference",
                      MoneyWords.BANKS_REFERENCE,
                      each ->
                          each.end().map(end -> Cell.text(end.reference())).orElse(Cell.NONE)),
                  Column.<Payout>of(
                          "amount",
                          AcquirerWords.AMOUNT,
                          each -> new Cell.Amount(each.amount()))
                      .figures()
                      .sorted()))
          .narrowedBy(
              Filter.text("merchant", AcquirerWords.MERCHANT),
              Filter.choice("state", AcquirerWords.STANDING, MoneyWords.STATES));

  private final Office office;
  private final Guard guard;
  private final Listing<Standing> standings;

  FundingDesk(Acquirer acquirer, Guard guard) {
    this.office = acquirer.office();
    this.guard = guard;
    this.standings =
        Listing.of(
                List.of(
                    Column.<Standing>of(
                            "merchant",
                            AcquirerWords.MERCHANT,
                            each -> Cells.merchant(each.merchant()))
                        .sorted(),
                    Column.<Standing>of(
                            "owed", MoneyWords.OWED, each -> new Cell.Amount(each.owed()))
                        .figures()
                        .sorted(),
                    Column.<Standing>of(
                            "held", MoneyWords.HELD, each -> new Cell.Amount(each.held()))
                        .figures()
                        .sorted(),
                    Column.<Standing>of(
                        "release", MoneyWords.RELEASE, each -> Cells.day(each.release())),
                    Column.<Standing>of(
                            "way",
                            MoneyWords.ON_THE_WAY,
                            each -> new Cell.Amount(each.onTheWay()))
                        .figures(),
                    Column.<Standing>of("next", MoneyWords.NEXT, this::next)))
            .narrowedBy(Filter.text("merchant", AcquirerWords.MERCHANT));
  }

  List<PageRoute> routes() {
    return List.of(
        guard.get(PATH, Right.see, this::show), guard.get(PAYOUTS, Right.see, this::payouts));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(office.now(), ZoneOffset.UTC);
  }

  /** When a merchant is paid next, or why it is not. */
  private Cell next(Standing standing) {
    if (standing.owed().isNegative()) return new Cell.State("warn", MoneyWords.OWES);
    if (!standing.payable()) return new Cell.State("warn", MoneyWords.NO_ACCOUNT);
    if (standing.owed().isZero()) return new Cell.Said(MoneyWords.NOTHING_OWED);
    return Cells.day(today().plusDays(1));
  }

  /** Where one merchant stands, in each currency. */
  Table table(String path, List<Standing> one) {
    return standings.all(path, one);
  }

  private Page show(Visit visit, Session session) {
    Asked asked = standings.asked(visit, PATH);
    Listed<Standing> found = office.standings(asked.look());
    Table table = standings.table(asked, found);
    List<Chart> charts = charts();
    View view = guard.view(visit, session, AcquirerWords.FUNDING, asked.here());
    return Page.html(
        Rendered.text(out -> JtefundingGenerated.render(out, null, view, charts, table)));
  }

  private List<Chart> charts() {
    LocalDate last = today();
    LocalDate first = last.minusDays(DAYS - 1);
    Map<Integer, Map<LocalDate, Long>> all = new TreeMap<>();
    for (Day day : office.payoutDays(Optional.empty(), Period.ofDays(first, last))) {
      all.computeIfAbsent(day.amount().currency(), _ -> new TreeMap<>())
          .put(day.day(), day.amount().minorUnits());
    }
    List<LocalDate> days =
        Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusDays(1)).toList();
    List<Chart> charts = new ArrayList<>();
    all.forEach(
        (currency, paid) ->
            charts.add(
                Chart.amounts(
                    Chart.Form.bars,
                    Cells.in(Money.zero(currency).currencyCode(), MoneyWords.PAID_A_DAY),
                    currency,
                    days.stream().map(day -> Words.same(day.toString().substring(5))).toList(),
                    List.of(
                        new Chart.Series(
                            MoneyWords.PAYOUTS,
                            days.stream().map(day -> paid.getOrDefault(day, 0L)).toList())))));
    return charts;
  }

  private Page payouts(Visit visit, Session session) {
    Asked asked = PAID.asked(visit, PAYOUTS);
    Listed<Payout> found = office.payouts(asked.look());
    Table table = PAID.table(asked, found);
    View view = guard.view(visit, session, MoneyWords.PAYOUTS, asked.here());
    return Page.html(Rendered.text(out -> JtepayoutsGenerated.render(out, null, view, table)));
  }
}
