package openset.pages.acquirerdesk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import openset.acquirer.Acquirer;
import openset.acquirer.fee.FeeRate;
import openset.acquirer.fee.FeeRule;
import openset.acquirer.fee.FeeScope;
import openset.acquirer.office.Office;
import openset.acquirer.office.store.Earnings.Earned;
import openset.acquirer.office.store.Earnings.OfMerchant;
import openset.acquirer.office.store.Earnings.OfMonth;
import openset.acquirer.office.store.Period;
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

/** What was earned, per merchant and per month, and by which fee tables. */
final class FeesDesk {
  static final String PATH = "/office/fees";
  private static final int MONTHS = 12;
  private static final int MONTHS_MOST = 60;

  private static final Listing<OfMerchant> BY_MERCHANT =
      Listing.of(
              List.of(
                  Column.<OfMerchant>of(
                          "merchant",
                          AcquirerWords.MERCHANT,
                          each -> Cells.merchant(each.merchant()))
                      .sorted(),
                  money("sold", MoneyWords.SOLD, Earned::sold).sorted(),
                  money("discount", MoneyWords.DISCOUNT, Earned::discount).sorted(),
                  money("passed", MoneyWords.PASSED_ON, Earned::passedOn),
                  money("interchange", MoneyWords.INTERCHANGE, Earned::interchange),
                  money("scheme", MoneyWords.SCHEME, Earned::scheme),
                  money("kept", MoneyWords.KEPT, Earned::kept).sorted()))
          .narrowedBy(
              Filter.text("merchant", AcquirerWords.MERCHANT),
              Filter.day("since", AcquirerWords.SINCE),
              Filter.day("to", AcquirerWords.TO));

  private static final Listing<FeeRule> TABLE =
      Listing.of(
          List.of(
              Column.of(
                  "kind", AcquirerWords.KIND, rule -> new Cell.Said(MoneyWords.of(rule.kind()))),
              Column.of("scope", MoneyWords.SCOPE, rule -> scope(rule.scope())),
              Column.<FeeRule>of("rate", MoneyWords.RATE, FeesDesk::rate).figures(),
              Column.of("since", MoneyWords.COUNTS_FROM, rule -> new Cell.Moment(rule.since()))));

  private final Office office;
  private final Guard guard;

  FeesDesk(Acquirer acquirer, Guard guard) {
    this.office = acquirer.office();
    this.guard = guard;
  }

  List<PageRoute> routes() {
    return List.of(guard.get(PATH, Right.see, this::show));
  }

  private static Column<OfMerchant> money(
      String name, Words head, Function<Earned, Money> of) {
    return Column.<OfMerchant>of(
            name, head, each -> new Cell.Amount(of.apply(each.earned())))
        .figures();
  }

  private static Cell scope(FeeScope scope) {
    String said =
        Stream.of(scope.merchant(), scope.category(), scope.card().map(Enum::name), scope.brand())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return said.isEmpty() ? new Cell.Said(MoneyWords.EVERYTHING) : new Cell.Text(said);
  }

  private static Cell rate(FeeRule rule) {
    FeeRate rate = rule.rate();
    Words part = Cells.percent(rate.ppm() / 100);
    if (rate.fixed() == 0) return new Cell.Said(part);
    String fixed = " + " + new Money(rule.currency(), rate.fixed());
    return new Cell.Said(new Words(part.en() + fixed, part.zh() + fixed));
  }

  private Page show(Visit visit, Session session) {
    Asked asked = BY_MERCHANT.asked(visit, PATH);
    Period period = period(asked);
    Listed<OfMerchant> found = office.earnings(period, asked.look());
    Table table = BY_MERCHANT.table(asked, found);
    List<Chart> charts = charts(office.months(asked.chosen("merchant"), period), period);
    Table rules = TABLE.all(PATH, office.feeTable().rules().reversed());
    View view = guard.view(visit, session, AcquirerWords.FEES, asked.here());
    return Page.html(
        Rendered.text(out -> JtefeesGenerated.render(out, null, view, charts, table, rules)));
  }

  /** The last twelve months, unless said otherwise; five years at most. */
  private Period period(Asked asked) {
    Instant now = office.now();
    YearMonth month = YearMonth.from(now.atOffset(ZoneOffset.UTC));
    LocalDate last = asked.chosen("to").map(LocalDate::parse).orElse(month.atEndOfMonth());
    LocalDate first =
        asked
            .chosen("since")
            .map(LocalDate::parse)
            .orElse(YearMonth.from(last).minusMonths(MONTHS - 1).atDay(1));
    if (first.isAfter(last)) first = last;
    LocalDate earliest = YearMonth.from(last).minusMonths(MONTHS_MOST - 1).atDay(1);
    return Period.ofDays(first.isBefore(earliest) ? earliest : first, last);
  }

  /** For each currency the fees by month, and what was sold. */
  private static List<Chart> charts(List<OfMonth> months, Period period) {
    Map<Integer, Map<YearMonth, Earned>> all = new TreeMap<>();
    for (OfMonth each : months) {
      int currency = each.earned().sold().currency();
      all.computeIfAbsent(currency, _ -> new TreeMap<>()).put(each.month(), each.earned());
    }
    List<Chart> charts = new ArrayList<>();
    List<YearMonth> shown =
        Stream.iterate(
                YearMonth.from(period.first()),
                month -> !month.isAfter(YearMonth.from(period.last())),
                month -> month.plusMonths(1))
            .toList();
    all.forEach(
        (currency, earned) -> {
          charts.add(
              chart(
                  MoneyWords.BY_MONTH,
                  currency,
                  shown,
                  List.of(
                      series(MoneyWords.DISCOUNT, shown, earned, Earned::discount),
                      series(MoneyWords.INTERCHANGE, shown, earned, Earned::interchange),
                      series(MoneyWords.SCHEME, shown, earned, Earned::scheme),
                      series(MoneyWords.KEPT, shown, earned, Earned::kept))));
          charts.add(
              chart(
                  MoneyWords.SOLD_BY_MONTH,
                  currency,
                  shown,
                  List.of(series(MoneyWords.SOLD, shown, earned, Earned::sold))));
        });
    return charts;
  }

  private static Chart chart(
      Words caption, int currency, List<YearMonth> months, List<Chart.Series> series) {
    return Chart.amounts(
        Chart.Form.bars,
        Cells.in(Money.zero(currency).currencyCode(), caption),
        currency,
        months.stream().map(month -> Words.same(month.toString())).toList(),
        series);
  }

  private static Chart.Series series(
      Words name,
      List<YearMonth> months,
      Map<YearMonth, Earned> earned,
      Function<Earned, Money> of) {
    return new Chart.Series(
        name,
        months.stream()
            .map(
                month ->
                    Optional.ofNullable(earned.get(month))
                        .map(of)
                        .map(Money::minorUnits)
                        .orElse(0L))
            .toList());
  }
}
