package openset.http.clearing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openset.clearing.ClearingHouse;
import openset.clearing.store.Rate;
import openset.http.Call;
import openset.http.HttpRefused;
import openset.http.JsonRoute;
import openset.http.Mount;
import openset.http.keys.ApiKeys;
import openset.ledger.ExchangeRate;

/** The routes of the clearing house's rates of exchange: its people give them, banks take them. */
public final class RatesApi {
  private final ClearingHouse house;

  private RatesApi(ClearingHouse house) {
    this.house = house;
  }

  /** The routes for the house's own people. */
  public static List<Mount> forStaff(ClearingHouse house, ApiKeys staff) {
    RatesApi api = new RatesApi(house);
    return List.of(
        JsonRoute.get("/api/rates", api::rates).only(staff),
        JsonRoute.post("/api/rates", NewRate.class, api::give).only(staff));
  }

  /** The route for banks. */
  public static Mount forBanks(ClearingHouse house, ApiKeys banks) {
    return JsonRoute.get("/api/bank/rates", new RatesApi(house)::rates).only(banks);
  }

  /**
   * A rate that is in force, or will be.
   *
   * @param from ISO 4217 numeric
   * @param to ISO 4217 numeric
   * @param rate major units of {@code to} for one of {@code from}, as {@code 1.0843}
   * @param since ISO 8601
   * @param by who entered it
   */
  public record RateOfExchange(int from, int to, String rate, String since, String by) {
    static RateOfExchange of(Rate rate) {
      return new RateOfExchange(
          rate.rate().from(),
          rate.rate().to(),
          rate.rate().factor().toPlainString(),
          rate.since().toString(),
          rate.by());
    }
  }

  /** Rates by pair and time. */
  public record RatesOfExchange(List<RateOfExchange> rates) {}

  /**
   * A rate to be given.
   *
   * @param since from when on; at once where absent
   * @param by who says so
   */
  public record NewRate(int from, int to, String rate, Optional<String> since, String by) {}

  private RatesOfExchange rates(Call<Call.None> call) {
    return rates();
  }

  private RatesOfExchange rates() {
    return new RatesOfExchange(house.rates().stream().map(RateOfExchange::of).toList());
  }

  private RatesOfExchange give(Call<NewRate> call) throws HttpRefused {
    NewRate said = call.body();
    if (said.by().isBlank() || said.by().length() > 60) {
      throw new HttpRefused(400, "rate.by", "needs a name of at most 60 characters");
    }
    Optional<Instant> since = since(said);
    switch (house.give(rate(said), since, said.by().strip())) {
      case DONE -> {}
      case PAST -> throw new HttpRefused(422, "rate.past", "a rate is not in force from before");
      case TWICE -> throw new HttpRefused(409, "rate.twice", "there is a rate from then on");
    }
    return rates();
  }

  private static ExchangeRate rate(NewRate said) throws HttpRefused {
    try {
      return new ExchangeRate(said.from(), said.to(), new BigDecimal(said.rate()));
    } catch (IllegalArgumentException e) {
      throw new HttpRefused(
          422,
          "rate.bad",
          "between two currencies of ISO 4217, positive, at most 7 digits and 9 decimal places");
    }
  }

  private static Optional<Instant> since(NewRate said) throws HttpRefused {
    try {
      return said.since().map(Instant::parse);
    } catch (DateTimeException e) {
      throw new HttpRefused(400, "rate.since", "a time is written as 2026-01-01T00:00:00Z");
    }
  }
}
