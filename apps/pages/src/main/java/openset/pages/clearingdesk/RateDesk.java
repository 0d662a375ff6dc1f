package openset.pages.clearingdesk;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import openset.clearing.ClearingHouse;
import openset.clearing.office.Office;
import openset.clearing.store.CycleRows;
import openset.clearing.store.Rates;
import openset.http.PageRoute;
import openset.http.page.Page;
import openset.http.page.Visit;
import openset.ledger.ExchangeRate;
import openset.ledger.Money;
import openset.pages.Rendered;
import openset.pages.Words;
import openset.pages.desk.Asked;
import openset.pages.desk.Cell;
import openset.pages.desk.Column;
import openset.pages.desk.Filter;
import openset.pages.desk.Filter.Option;
import openset.pages.desk.Guard;
import openset.pages.desk.Listing;
import openset.pages.desk.Table;
import openset.pages.desk.View;
import openset.signin.Role.Right;
import openset.signin.Session;

/** Rates of exchange that the house gave, and new ones. */
final class RateDesk {
  static final String PATH = "/office/rates";

  /** By which rates items of a cycle were converted, on its page. */
  static final Listing<CycleRows.Converted> CONVERTED =
      Listing.of(
          List.of(
              Column.of("rate", RateWords.RATE, each -> Cell.text(each.rate().toString())),
              Column.<CycleRows.Converted>of(
                      "items", ClearingWords.ITEMS, each -> new Cell.Count(each.items()))
                  .figures(),
              Column.<CycleRows.Converted>of(
                      "amount", ClearingWords.AMOUNT, each -> new Cell.Amount(each.amount()))
                  .figures(),
              Column.<CycleRows.Converted>of(
                      "became", RateWords.BECAME, each -> new Cell.Amount(each.converted()))
                  .figures()));

  private static final List<Option> CURRENCIES = currencies();

  private static final Listing<Rates.Row> RATES =
      Listing.of(
              List.of(
                  Column.<Rates.Row>of(
                          "from", RateWords.RATE, row -> Cell.text(row.rate().rate().toString()))
                      .sorted(),
                  Column.of(
                      "standing",
                      ClearingWords.STANDING,
                      row ->
                          new Cell.State(
                              RateWords.state(row.standing()), RateWords.of(row.standing()))),
                  Column.<Rates.Row>of(
                          "since", RateWords.SINCE, row -> new Cell.Moment(row.rate().since()))
                      .sorted(),
                  Column.<Rates.Row>of("by", RateWords.BY, row -> Cell.text(row.rate().by()))
                      .sorted()))
          .narrowedBy(
              Filter.choice(
                  "standing",
                  ClearingWords.STANDING,
                  Stream.of(Rates.Standing.values())
                      .map(
                          each ->
                              new Option(
                                  each.name().toLowerCase(Locale.ROOT), RateWords.of(each)))
                      .toList()),
              Filter.choice("currency", ClearingWords.CURRENCY, CURRENCIES));

  private final ClearingHouse house;
  private final Office office;
  private final Guard guard;

  RateDesk(ClearingHouse house, Guard guard) {
    this.house = house;
    this.office = house.office();
    this.guard = guard;
  }

  List<PageRoute> routes() {
    return List.of(
        guard.get(PATH, Right.see, this::list), guard.post(PATH, Right.act, this::enter));
  }

  private Page list(Visit visit, Session session) {
    Asked asked = RATES.asked(visit, PATH);
    Table table = RATES.table(asked, office.rates(asked.look()));
    View view = guard.view(visit, session, RateWords.RATES, asked.here());
    return Page.html(
        Rendered.text(out -> JteratesGenerated.render(out, null, view, table, CURRENCIES)));
  }

  private Page enter(Visit visit, Session session) {
    try {
      ExchangeRate rate =
          new ExchangeRate(
              Integer.parseInt(visit.field("from")),
              Integer.parseInt(visit.field("to")),
              factor(visit.field("rate").strip()));
      String said =
          switch (house.give(rate, since(visit.field("since")), session.name().text())) {
            case DONE -> "done";
            case PAST -> "rate-past";
            case TWICE -> "rate-twice";
          };
      return Page.see(PATH + "?said=" + said);
    } catch (IllegalArgumentException | DateTimeException e) {
      return Page.see(PATH + "?said=rate-bad");
    }
  }

  /** No exponents, which would be huge numbers in few characters. */
  private static BigDecimal factor(String text) {
    if (!text.matches("[0-9]{1,7}([.][0-9]{1,9})?")) throw new NumberFormatException("no rate");
    return new BigDecimal(text);
  }

  /** What a field of kind {@code datetime-local} says, in UTC; empty for at once. */
  private static Optional<Instant> since(String text) {
    return text.isBlank()
        ? Optional.empty()
        : Optional.of(LocalDateTime.parse(text.strip()).toInstant(ZoneOffset.UTC));
  }

  /** Currencies with minor units, by their letters. */
  private static List<Option> currencies() {
    TreeMap<String, Option> byLetters = new TreeMap<>();
    for (Currency each : Currency.getAvailableCurrencies()) {
      int number = each.getNumericCode();
      if (!Money.isCurrency(number)) continue;
      String letters = CycleDesk.code(number);
      byLetters.put(letters, new Option(String.valueOf(number), Words.same(letters)));
    }
    return List.copyOf(byLetters.values());
  }
}
